"""What Flask has chosen for you, and what you may still choose."""

import string
import sys

from flask import Flask

app = Flask(__name__)
page = string.Template("hello, $name")  # any other template engine
app.get("/<name>")(lambda name: page.substitute(name=name))

for part in ("jinja2", "werkzeug", "click", "itsdangerous", "sqlalchemy", "wtforms"):
    print(f"{part} is loaded by Flask:", part in sys.modules)
print("another engine answers:", app.test_client().get("/ada").text)
