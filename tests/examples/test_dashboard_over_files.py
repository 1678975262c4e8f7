"""What both dashboards of docs/examples/dashboard-over-files promise, and where they differ."""

import csv
import datetime as dt
import shutil
import sqlite3
from contextlib import closing

import pytest
from bs4 import BeautifulSoup

DAY = dt.timedelta(days=1)
ENV = {"TZ": "UTC"}  # the machine's, which is Flask's; Django sets its own
SHELL = {"flask": ["python", "-c"], "django": ["python", "manage.py", "shell", "-c"]}


def till(app, shop, day, rows, total=None):
    """Write what the till of a shop sends for a day, as the till does."""
    total = f"TOTAL,{sum(rows.values())}\n" if total is None else total
    lines = "".join(f"{article},{pieces}\n" for article, pieces in rows.items())
    file = app.data / f"tills/{shop}_{day}.csv"
    file.write_text("article,pieces\n" + lines + total)


@pytest.fixture
def yesterday(app):
    """Two shops' files and the other program's orders, new for each test."""
    day = dt.datetime.now(dt.UTC).date() - DAY
    shutil.rmtree(app.data / "tills", ignore_errors=True)
    (app.data / "tills").mkdir()
    (app.data / "orders.sqlite3").unlink(missing_ok=True)
    till(app, "old_town", day, {"Rye loaf": 70, "=1+1": 4})
    till(app, "station", day, {"Rye loaf": 1400})
    with closing(sqlite3.connect(app.data / "orders.sqlite3")) as database, database:
        database.execute("CREATE TABLE ord_line (for_day, branch, item, qty)")
        orders = [(day, "old_town", "Rye loaf", 50), (day, "old_town", "Rye loaf", 30)]
        orders += [(day, "old_town", "Stollen", 40), (day - DAY, "old_town", "Bun", 9)]
        orders += [(day, "station", "Rye loaf", 1600), (day - DAY, "station", "Rye loaf", 9)]
        texts = [(str(day), *order) for day, *order in orders]
        database.executemany("INSERT INTO ord_line VALUES (?, ?, ?, ?)", texts)
    return day


def look(client):
    """The page as a person reads it: its warnings, how fresh the shops are, its rows, its bars."""
    answer = client.get("/")
    assert answer.status_code == 200
    page = BeautifulSoup(answer.text, "html.parser")
    texts = [[tag.get_text(" ", strip=True) for tag in page.select(s)] for s in ("[role]", "li")]
    rows = [[td.get_text(strip=True) for td in tr.select("td")] for tr in page.select("tr")[1:]]
    return *texts, rows, [rect["width"] for rect in page.select("rect")]


ROWS = [
    ["old_town", "Rye loaf", "80", "70", "12.5 %"],
    ["old_town", "Stollen", "40", "0", "100.0 %"],  # nothing sold, so the till has no line
    ["old_town", "=1+1", "?", "4", "?"],
    ["station", "Rye loaf", "1600", "1400", "12.5 %"],
]


def test_the_page_joins_the_files_with_the_orders(client, yesterday):
    missing, _, rows, bars = look(client)
    assert (missing, rows, bars) == ([], ROWS, ["12.5", "100.0", "12.5"])


def test_each_shop_says_how_old_its_figures_are(client, app, yesterday):
    (app.data / f"tills/station_{yesterday}.csv").unlink()
    till(app, "station", yesterday - DAY, {"Rye loaf": 9})
    assert look(client)[1] == [
        f"old_town, as of {yesterday}",
        f"station, as of {yesterday - DAY} late",
    ]


@pytest.mark.parametrize("total", ["", "Rolls", "TOTAL,9\n", "Rolls,many\n", "TOTAL,\n"])
def test_a_half_written_file_is_named_and_the_last_whole_one_stands(client, app, yesterday, total):
    till(app, "station", yesterday + DAY, {"Rye loaf": 3}, total)
    missing, shops, rows, _ = look(client)
    assert missing == [f"Cannot be read: station_{yesterday + DAY}.csv"]
    assert shops[1] == f"station, as of {yesterday}" and rows == ROWS


def test_while_the_orders_are_locked_the_page_still_shows_what_was_sold(client, app, yesterday):
    with closing(sqlite3.connect(app.data / "orders.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        missing, _, rows, _ = look(client)
    assert missing == ["Cannot be read: the orders"]
    assert rows[0] == ["old_town", "Rye loaf", "?", "70", "?"]


def test_without_the_tills_the_page_says_so(client, app, yesterday):
    shutil.rmtree(app.data / "tills")
    assert look(client) == (["Cannot be read: the files of the tills"], [], [], [])


def test_the_download_has_the_same_rows_and_no_formula(client, yesterday):
    answer = client.get("/board.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert "attachment" in answer.headers["content-disposition"]
    rows = list(csv.reader(answer.text.splitlines()))[1:]
    assert rows[0] == ["old_town", str(yesterday), "Rye loaf", "80", "70", "12.5"]
    assert [row[2] for row in rows] == ["Rye loaf", "Stollen", "'=1+1", "Rye loaf"]


def test_the_connection_to_the_orders_refuses_writes(app, yesterday):
    write = "import sources; sources.connect().execute('DELETE FROM ord_line')"
    done = app.run([*SHELL[app.framework], write], check=False)
    assert "attempt to write a readonly database" in done.stderr


def test_today_is_the_day_of_the_machine_in_flask_and_of_the_settings_in_django(served):
    now = "import datetime as dt; print(dt.datetime.now().astimezone().utcoffset())"

    def offset(framework):
        return served(framework).run([*SHELL[framework], now], TZ="Asia/Tokyo").stdout.split()[-1]

    assert (offset("flask"), offset("django")) == ("9:00:00", "0:00:00")


def test_in_german_django_writes_a_comma_and_unlocalize_keeps_it_out_of_the_bar(served):
    code = """
from django.template import engines
from django.utils.translation import override
plain = engines["django"].from_string("{{ n }} ")
shown = engines["django"].get_template("figures/board.html")
with override("de"):
    print(plain.render({"n": 12.5}), shown.render({"rows": [["", None, "", 8, 7, 12.5]]}))
"""
    made = served("django").run([*SHELL["django"], code]).stdout
    assert made.count("12,5") == 2 and 'rect width="12.5"' in made
