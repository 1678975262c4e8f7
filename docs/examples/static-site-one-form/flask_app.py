"""Takes the one form of the site: keeps the message, then mails it."""

import os
import re
import sqlite3
from contextlib import closing
from email.message import EmailMessage
from pathlib import Path
from smtplib import SMTP
from time import time

from flask import Flask, abort, redirect, request

DATABASE = Path(os.environ.get("APP_DATA", Path(__file__).parent)) / "messages.sqlite3"
OFFICE = os.environ.get("OFFICE", "office@example.org")
MAIL_SERVER = os.environ.get("MAIL_HOST", "localhost"), int(os.environ.get("MAIL_PORT", 25))

app = Flask(__name__, static_folder=None)
app.config["MAX_CONTENT_LENGTH"] = 64 * 1024


@app.cli.command("init-db")
def init_db():
    """Make the tables."""
    with closing(sqlite3.connect(DATABASE)) as database:
        database.executescript("""
            CREATE TABLE message (id INTEGER PRIMARY KEY, email TEXT, text TEXT, mailed INTEGER);
            CREATE TABLE sender (who TEXT, at REAL);
        """)


# --8<-- [start:view]
ADDRESS = re.compile(r"[^\s@,;:<>\"]+@[^\s@,;:<>\"]+\.[^\s@,;:<>\"]+")


@app.post("/send")
def send():
    email, text = request.form.get("email", ""), request.form.get("text", "").strip()
    if not request.form.get("website"):  # a person does not see this field
        if len(email) > 254 or not ADDRESS.fullmatch(email) or not 0 < len(text) <= 5000:
            abort(400, "An address to answer to and a question of up to 5000 letters, please.")
        with closing(sqlite3.connect(DATABASE)) as database:
            number = keep(database, email, text)
            try:
                mail(email, text)
            except OSError:
                app.logger.exception("Message %s is kept, but was not mailed", number)
            else:
                with database:
                    database.execute("UPDATE message SET mailed = 1 WHERE id = ?", [number])
    return redirect("/thanks.html")


# --8<-- [end:view]
# --8<-- [start:keep]
def keep(database, email, text):
    who, now = request.remote_addr, time()
    with database:  # one transaction, which begins with a write and so excludes others
        database.execute("DELETE FROM sender WHERE at < ?", [now - 3600])
        count = database.execute("SELECT count(*) FROM sender WHERE who = ?", [who])
        if count.fetchone()[0] >= 5:
            abort(429, "That is enough for an hour. Please telephone.")
        database.execute("INSERT INTO sender VALUES (?, ?)", [who, now])
        row = "INSERT INTO message (email, text, mailed) VALUES (?, ?, 0)"
        return database.execute(row, [email, text]).lastrowid


def mail(email, text):
    letter = EmailMessage()
    letter["Subject"], letter["Reply-To"] = "A question from the site", email
    letter["From"] = letter["To"] = OFFICE
    letter.set_content(text)
    with SMTP(*MAIL_SERVER, timeout=10) as server:
        server.send_message(letter)


# --8<-- [end:keep]
