"""Whose token Django takes from a visitor who has a session."""

import re

import front
from common import says
from flask_wtf.csrf import generate_csrf
from werkzeug.test import Client

visitor, host = Client(front.app), {"host": "localhost"}


def post(token):
    fields = {"csrfmiddlewaretoken": token, "language": "de"}
    return visitor.post("/language", data=fields, headers=host).status_code


page = visitor.get("/", headers=host)
with front.legacy.test_request_context():
    says("Flask-WTF's token", post(generate_csrf()))
says(
    "who made the page of the next token",
    "Django" if "x-frame-options" in page.headers else "Flask",
)
says("the token of that page", post(re.search('token" value="(.*?)"', page.text)[1]))
