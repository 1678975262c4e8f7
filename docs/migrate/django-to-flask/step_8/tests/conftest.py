"""What the tests of the team share."""

import pytest
from jobbook import create_app
from jobbook.models import Job, Tool, User, db


@pytest.fixture
def app(tmp_path):
    address = {"SQLALCHEMY_DATABASE_URI": f"sqlite:///{tmp_path}/test.sqlite3"}
    app = create_app({"TESTING": True, **address})
    with app.app_context():
        db.create_all()
        yield app


@pytest.fixture
def anna(app):
    anna = User(username="anna", password="!")
    db.session.add(anna)
    db.session.commit()
    return anna


@pytest.fixture
def job(anna):
    job = Job(tool=Tool(owner=anna, name="Saw"), fault="does not start")
    db.session.add(job)
    db.session.commit()
    return job
