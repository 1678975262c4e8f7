"""Keep the payment provider's events now, book them in the ledger later."""

import os
import sqlite3
from pathlib import Path

import click
import httpx
from flask import Flask, abort, g, request
from partners import book, is_genuine, key_from

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent))

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 100_000  # bytes; an event has less than 20,000
app.config["LEDGER_URL"] = os.environ["LEDGER_URL"]
KEY = key_from(os.environ["WEBHOOK_SECRET"])


# --8<-- [start:table]
def get_db():
    if "db" not in g:
        g.db = sqlite3.connect(DATA / "inbox.sqlite3", timeout=2)
    return g.db


@app.teardown_appcontext
def close_db(error):
    if "db" in g:
        g.db.close()


@app.cli.command()
def init_db():
    get_db().execute(
        "CREATE TABLE event (id TEXT PRIMARY KEY, body BLOB NOT NULL,"
        " received_at TEXT DEFAULT CURRENT_TIMESTAMP, tries INTEGER DEFAULT 0, booked_at TEXT)"
    )


# --8<-- [end:table]
# --8<-- [start:receive]
@app.post("/events")
def receive():
    body = request.get_data()  # the bytes that were signed, not JSON read and written again
    if not is_genuine(request.headers, body, KEY):
        abort(403)
    with get_db() as db:
        new = "INSERT INTO event (id, body) VALUES (?, ?) ON CONFLICT DO NOTHING"
        db.execute(new, (request.headers["webhook-id"], body))
    return "", 204


# --8<-- [end:receive]
# --8<-- [start:work]
@app.cli.command()
def work():
    """Book what has come in. Cron runs it every minute, under `flock -n work.lock`."""
    db = get_db()
    waiting = "SELECT id, body FROM event WHERE booked_at IS NULL ORDER BY tries, received_at"
    for event, body in db.execute(waiting).fetchall():
        with db:  # counted before: whatever fails, or never answers, is last in the next run
            db.execute("UPDATE event SET tries = tries + 1 WHERE id = ?", (event,))
        try:
            book(event, body, app.config["LEDGER_URL"])
        except httpx.TransportError as error:
            app.logger.warning("The ledger is away: %r", error)
            break
        except Exception:  # whatever is wrong with one event, the next must not wait for it
            app.logger.exception("Event %s is not booked", event)
            continue
        with db:
            db.execute("UPDATE event SET booked_at = CURRENT_TIMESTAMP WHERE id = ?", (event,))
    tidy_and_tell(db)


def tidy_and_tell(db):
    """Forget what was booked a week ago; fail if something has waited longer than the night."""
    with db:
        db.execute("DELETE FROM event WHERE booked_at < datetime('now', '-7 days')")
    late = "booked_at IS NULL AND received_at < datetime('now', '-3 hours')"
    (count,) = db.execute(f"SELECT count(*) FROM event WHERE {late}").fetchone()
    if count:
        raise click.ClickException(f"{count} not booked in three hours")


# --8<-- [end:work]
