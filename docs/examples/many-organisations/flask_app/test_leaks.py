"""Ask every URL as somebody of another council: `python -m pytest flask_app`."""

import re

import pytest
from flask_login import FlaskLoginClient

from . import create_app
from .models import Inspection, Organisation, Owned, Playground, User, db

THEIRS, OURS = 987654, 2
SENT = {"id": THEIRS, "rowid": THEIRS, "playground": THEIRS, "action": "delete"}
SENT |= {"name": "changed", "found": "changed"}


@pytest.fixture
def app():
    settings = {"SQLALCHEMY_DATABASE_URI": "sqlite://", "WTF_CSRF_ENABLED": False}
    app = create_app(settings)
    app.test_client_class = FlaskLoginClient
    with app.app_context():
        db.create_all()
        for pk, word in [(THEIRS, "Hidden"), (OURS, "Ours")]:
            own = {"id": pk, "organisation_id": pk}
            db.session.add(Organisation(id=pk, name=word))
            db.session.add(User(**own, username=word, password_hash="!"))
            db.session.add(Playground(**own, name=f"{word} swings"))
            db.session.add(Inspection(**own, playground_id=pk, found=f"{word} rust"))
        db.session.commit()
    return app


# --8<-- [start:walk]
def walk(app, user_id):
    """Ask every URL as this person: which of them say the hidden word?"""
    with app.app_context():
        user, said = db.session.get(User, user_id), set()
    for rule in app.url_map.iter_rules():
        url = re.sub(r"<[^>]*>", str(THEIRS), rule.rule)
        for asked in ({}, {"query_string": SENT}, {"data": SENT, "method": "POST"}):
            if "Hidden" in app.test_client(user=user).open(url, **asked).text:
                said.add(url)
    return said


def theirs(app):
    """What the other council has, read past the scope."""
    with app.app_context(), db.engine.connect() as connection:
        tables = [model.__table__ for model in Owned.__subclasses__()]
        rows = [connection.execute(db.select(t).where(t.c.id == THEIRS)).all() for t in tables]
        linked = db.select(db.func.count()).where(Inspection.playground_id == THEIRS)
        return [*rows, connection.execute(linked).scalar()]


def test_a_stranger_hears_and_changes_nothing(app):
    before = theirs(app)
    assert walk(app, OURS) == set()
    assert theirs(app) == before


def test_the_walk_would_hear_and_change_something(app):
    before = theirs(app)
    assert len(walk(app, THEIRS)) >= 5
    assert theirs(app) != before


# --8<-- [end:walk]
