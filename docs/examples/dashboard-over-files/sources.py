"""What the dashboard reads and never writes: the tills' files and the ordering program's tables."""

import csv
import datetime as dt
import logging
import os
import sqlite3
from contextlib import closing
from pathlib import Path

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent)).resolve()
log = logging.getLogger(__name__)


# --8<-- [start:tills]
def sold():
    """The newest whole file of each shop, {shop: (day, {article: pieces})}, and what is unfit."""
    folder = DATA / "tills"
    newest, unfit = {}, [] if folder.is_dir() else ["the files of the tills"]
    for file in sorted(folder.glob("*.csv"), reverse=True):  # old_town_2026-11-21.csv
        shop, _, day = file.stem.rpartition("_")
        if shop not in newest:
            try:
                newest[shop] = dt.date.fromisoformat(day), read(file)
            except (OSError, ValueError, KeyError, TypeError, csv.Error):  # the till may be writing
                log.warning("%s cannot be used", file, exc_info=True)
                unfit.append(file.name)
    return dict(sorted(newest.items())), unfit


def read(file):
    with file.open(newline="", encoding="utf-8") as lines:
        *rows, last = csv.DictReader(lines)
    pieces = {row["article"]: int(row["pieces"]) for row in rows}
    if last["article"] != "TOTAL" or int(last["pieces"]) != sum(pieces.values()):
        raise ValueError("the file does not end with its total")
    return pieces


# --8<-- [end:tills]
# --8<-- [start:orders]
def connect():
    """The ordering program's database, through a connection that may not write."""
    address = (DATA / "orders.sqlite3").as_uri() + "?mode=ro"
    return sqlite3.connect(address, uri=True, timeout=0.5)


def baked(days):
    """What was baked on these days, as {(day, shop, article): pieces}."""
    marks = ", ".join("?" * len(days))
    query = f"""SELECT for_day, branch, item, SUM(qty) FROM ord_line
                WHERE for_day IN ({marks}) GROUP BY 1, 2, 3"""
    with closing(connect()) as database:
        return {tuple(key): pieces for *key, pieces in database.execute(query, list(days))}


# --8<-- [end:orders]
# --8<-- [start:board]
def board(today):
    """All that the page shows: the rows, how old each shop's are, and what could not be read."""
    newest, missing = sold()
    try:
        made = baked({day.isoformat() for day, _ in newest.values()})
    except sqlite3.Error:
        log.warning("the orders cannot be read", exc_info=True)
        made, missing = {}, [*missing, "the orders"]
    yesterday = today - dt.timedelta(days=1)
    shops = [(shop, day, day < yesterday) for shop, (day, _) in newest.items()]
    rows = []
    for shop, (day, articles) in newest.items():
        ordered = {item: 0 for on, at, item in made if (on, at) == (day.isoformat(), shop)}
        for article, pieces in (ordered | articles).items():  # a till has no line for none sold
            of = made.get((day.isoformat(), shop, article))
            left = round(100 * max(of - pieces, 0) / of, 1) if of else None
            rows.append([shop, day, article, of, pieces, left])
    return {"rows": rows, "shops": shops, "missing": missing}


# --8<-- [end:board]
# --8<-- [start:csv]
def download(rows, file):
    """Write the rows. A spreadsheet would run a text that begins like a formula: quote it."""
    out = csv.writer(file)
    out.writerow(["shop", "day", "article", "baked", "sold", "left_percent"])
    for row in rows:
        out.writerow(f"'{x}" if str(x).startswith(tuple("=+-@\t\r")) else x for x in row)


# --8<-- [end:csv]
