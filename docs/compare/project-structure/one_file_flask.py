"""A whole Flask project."""

from flask import Flask

app = Flask(__name__)


@app.get("/")
def index():
    return "Front page"
