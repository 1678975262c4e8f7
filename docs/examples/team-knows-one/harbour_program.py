"""Stands for the other program: the harbour's desktop program, which makes these tables."""

import os
import sqlite3
from pathlib import Path

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent))

# --8<-- [start:tables]
TABLES = """
CREATE TABLE hb_holder (
    no INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    address TEXT NOT NULL
);
CREATE TABLE hb_berth (
    code TEXT PRIMARY KEY,
    length_cm INTEGER NOT NULL
);
CREATE TABLE hb_contract (
    berth TEXT NOT NULL REFERENCES hb_berth (code),
    year INTEGER NOT NULL,
    holder INTEGER NOT NULL REFERENCES hb_holder (no),
    fee INTEGER NOT NULL, -- bookkeeping's, not the clerks'
    PRIMARY KEY (berth, year)
);
"""
# --8<-- [end:tables]
ROWS = """
INSERT INTO hb_holder VALUES (7, 'Ada Lund', 'Quay 1'), (8, 'Ben Moe', 'Quay 2');
INSERT INTO hb_berth VALUES ('A01', 900), ('A02', 1200);
INSERT INTO hb_contract VALUES ('A01', 2026, 7, 810), ('A01', 2027, 8, 840), ('A02', 2027, 7, 990);
"""


def main():
    with sqlite3.connect(DATA / "harbour.sqlite3") as database:
        database.executescript(TABLES + ROWS)
    database.close()


if __name__ == "__main__":
    main()
