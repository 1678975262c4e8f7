"""What was left over in which shop, from files and a database that others write."""

import datetime as dt
from io import StringIO

from flask import Flask, render_template
from sources import board, download

app = Flask(__name__)
app.config["TRUSTED_HOSTS"] = ["127.0.0.1", "localhost"]


# --8<-- [start:views]
@app.get("/")
def page():
    return render_template("board.html", **board(dt.date.today()))


@app.get("/board.csv")
def table():
    file = StringIO()
    download(board(dt.date.today())["rows"], file)
    headers = {"Content-Disposition": "attachment; filename=board.csv"}
    return file.getvalue(), {"Content-Type": "text/csv; charset=utf-8", **headers}


# --8<-- [end:views]
