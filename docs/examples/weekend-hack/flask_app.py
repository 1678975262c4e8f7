"""Lifts to a one-day event, behind an address that only the guests know."""

import os
import sqlite3
from datetime import time
from hmac import compare_digest
from pathlib import Path

from flask import Flask, abort, g, redirect, render_template_string, request, url_for

app = Flask(__name__, static_folder=None)
KEY = os.environ["LIFTS_KEY"]  # without it, the app does not start
DATABASE = Path(os.environ.get("APP_DATA", Path(__file__).parent)) / "lifts.sqlite3"


# --8<-- [start:tables]
@app.cli.command("init-db")
def init_db():
    """Make the tables."""
    db().executescript("""
        CREATE TABLE lift (
            id INTEGER PRIMARY KEY, driver TEXT NOT NULL, leaves TEXT NOT NULL,
            seats INTEGER NOT NULL, taken INTEGER NOT NULL DEFAULT 0
        );
        CREATE TABLE rider (lift_id INTEGER NOT NULL REFERENCES lift, name TEXT NOT NULL);
    """)


def db():
    if "db" not in g:
        g.db = sqlite3.connect(DATABASE)
        g.db.row_factory = sqlite3.Row
    return g.db


@app.teardown_appcontext
def close_db(error):
    if "db" in g:
        g.db.close()


# --8<-- [end:tables]
# --8<-- [start:views]
@app.before_request
def only_who_has_the_address():
    key = (request.view_args or {}).get("key", "")
    if not compare_digest(key.encode(), KEY.encode()):
        abort(404)


@app.get("/<key>/")
def lifts(key):
    found = db().execute(
        "SELECT lift.*, group_concat(name, ', ') AS riders"
        " FROM lift LEFT JOIN rider ON lift_id = id GROUP BY id ORDER BY leaves"
    )
    return render_template_string(PAGE, lifts=found)


@app.post("/<key>/offer")
def offer(key):
    driver, seats = name_in("driver"), request.form.get("seats", type=int)
    try:
        leaves = time.fromisoformat(request.form["leaves"]).strftime("%H:%M")
    except ValueError:
        abort(400, "When do you leave? Write it like 07:30.")
    if seats not in range(1, 9):
        abort(400, "Between 1 and 8 seats, please.")
    with db() as database:  # commits, or rolls back if an exception leaves the block
        row = [driver, leaves, seats]
        database.execute("INSERT INTO lift (driver, leaves, seats) VALUES (?, ?, ?)", row)
    return redirect(url_for("lifts", key=key))


@app.post("/<key>/take/<int:lift>")
def take(key, lift):
    name = name_in("name")
    free = "UPDATE lift SET taken = taken + 1 WHERE id = ? AND taken < seats"
    with db() as database:
        if not database.execute(free, [lift]).rowcount:
            abort(409, "No seat is left in this lift.")
        database.execute("INSERT INTO rider VALUES (?, ?)", [lift, name])
    return redirect(url_for("lifts", key=key))


def name_in(field):
    name = request.form[field].strip()
    return name if 0 < len(name) <= 40 else abort(400, "A name of up to 40 letters, please.")


# --8<-- [end:views]
PAGE = """<!doctype html>
<html lang="en">
<title>Lifts</title>
<h1>Lifts</h1>
{% for lift in lifts %}
<h2>{{ lift.leaves }} with {{ lift.driver }}</h2>
<p>{{ lift.taken }} of {{ lift.seats }} seats taken:
{{ lift.riders or "nobody yet" }}</p>
<form method="post" action="take/{{ lift.id }}">
<label>Your name <input name="name" maxlength="40" required></label> <button>Take a seat</button>
</form>
{% endfor %}
<h2>Offer a lift</h2>
<form method="post" action="offer">
<p><label>Driver <input name="driver" maxlength="40" required></label></p>
<p><label>Leaves at <input name="leaves" type="time" required></label></p>
<p><label>Seats <input name="seats" type="number" min="1" max="8" required></label></p>
<button>Offer it</button>
</form>
</html>"""
