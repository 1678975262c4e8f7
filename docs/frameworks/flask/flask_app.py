"""A guest list: one page, one form, one table, one file."""

# --8<-- [start:app]
import os
import sqlite3
from pathlib import Path

from flask import Flask, g, redirect, render_template_string, request, url_for

app = Flask(__name__)
app.config["DATABASE"] = Path(os.environ.get("APP_DATA", app.root_path)) / "guests.db"

PAGE = """<!doctype html>
<html lang="en">
<title>Guests</title>
<h1>Guests</h1>
<form method="post">
  {% if error %}<p role="alert">{{ error }}</p>{% endif %}
  <label>Name <input name="name" maxlength="80" required></label>
  <button>Add</button>
</form>
<ul>{% for guest in guests %}<li>{{ guest["name"] }}</li>{% endfor %}</ul>
"""


def get_db():
    if "db" not in g:
        g.db = sqlite3.connect(app.config["DATABASE"])
        g.db.row_factory = sqlite3.Row
    return g.db


@app.teardown_appcontext
def close_db(error):
    if "db" in g:
        g.db.close()


@app.cli.command("init-db")
def init_db():
    get_db().execute("CREATE TABLE guest (id INTEGER PRIMARY KEY, name TEXT NOT NULL)")


@app.route("/", methods=["GET", "POST"])
def guests():
    error = None
    if request.method == "POST":
        name = request.form.get("name", "").strip()
        if 0 < len(name) <= 80:
            with get_db() as db:
                db.execute("INSERT INTO guest (name) VALUES (?)", [name])
            return redirect(url_for("guests"))
        error = "Please enter a name of at most 80 characters."
    rows = get_db().execute("SELECT name FROM guest ORDER BY id").fetchall()
    return render_template_string(PAGE, error=error, guests=rows)


# --8<-- [end:app]
