"""What Flask's development server says about itself, and what its debugger lets visitors see."""

import logging

from flask import Flask
from werkzeug.debug import DebuggedApplication
from werkzeug.serving import make_server
from werkzeug.test import Client

app, lines = Flask(__name__), []
app.debug = True
logging.getLogger("werkzeug").addFilter(lambda record: lines.append(record.getMessage()))


@app.get("/")
def broken():
    raise RuntimeError("the reason")


make_server("127.0.0.1", 0, app).log_startup()
print("it warns:", "Do not use it in a production deployment" in lines[0])
page = Client(DebuggedApplication(app, evalex=True)).get("/").text
print("a visitor sees the reason and the code:", "the reason" in page and "def broken" in page)
print("and a console that asks for a PIN:", "EVALEX = true" in page)
