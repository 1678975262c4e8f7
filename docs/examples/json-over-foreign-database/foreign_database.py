"""Stands for the other program: the warehouse system, which makes these tables and fills them."""

import os
import sqlite3
from pathlib import Path

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent))

# --8<-- [start:tables]
TABLES = """
CREATE TABLE wh_article (
    sku TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    cost INTEGER NOT NULL, -- what we pay for it: no partner may see it
    counted_on DATE NOT NULL
);
CREATE TABLE wh_bin (
    sku TEXT NOT NULL REFERENCES wh_article (sku),
    bin TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    reserved INTEGER NOT NULL,
    PRIMARY KEY (sku, bin)
);
"""
# --8<-- [end:tables]
ARTICLES = [
    ("B-100", "Bolt M8", 12, "2026-11-20"),
    ("B-200", "Bolt M10", 19, "2026-11-20"),
    ("W-100", "Washer M8", 2, "2026-11-18"),
]
BINS = [
    ("B-100", "A1", 500, 40),
    ("B-100", "A2", 120, 0),
    ("B-200", "A3", 30, 25),
]


def main():
    with sqlite3.connect(DATA / "warehouse.sqlite3") as database:
        database.executescript(TABLES)
        database.executemany("INSERT INTO wh_article VALUES (?, ?, ?, ?)", ARTICLES)
        database.executemany("INSERT INTO wh_bin VALUES (?, ?, ?, ?)", BINS)
    database.close()


if __name__ == "__main__":
    main()
