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
        " received_at TEXT DEFAULT CURRENT_TIMESTAMP, booked_at TEXT)"
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
    """Book what has come in. Cron runs it every minute."""
    db, stuck = get_db(), 0
    waiting = "SELECT id, body FROM event WHERE booked_at IS NULL ORDER BY received_at"
    for event, body in db.execute(waiting).fetchall():
        try:
            book(event, body, app.config["LEDGER_URL"])
        except httpx.TransportError as error:
            raise click.ClickException(f"The ledger is away: {error!r}") from error
        except Exception:  # whatever is wrong with one event, the next must not wait for it
            app.logger.exception("Event %s is not booked", event)
            stuck += 1
            continue
        with db:
            db.execute("UPDATE event SET booked_at = CURRENT_TIMESTAMP WHERE id = ?", (event,))
    if stuck:
        raise click.ClickException(f"{stuck} not booked")


# --8<-- [end:work]
