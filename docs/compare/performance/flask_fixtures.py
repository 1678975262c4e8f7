"""What the same tests need in Flask: a database, and a transaction that is rolled back."""

import pytest
from flask_app import app as flask_app
from flask_app.models import Book, db
from shared import BOOKS, COLUMNS
from sqlalchemy import event


def leave_transactions_to_us(connection, record):
    """Without this, Python's SQLite driver commits behind a savepoint's back."""
    connection.autocommit = False


@pytest.fixture(scope="session")
def database():
    with flask_app.app_context():
        db.engine.dispose()
        event.listen(db.engine, "connect", leave_transactions_to_us)
        db.create_all()
        db.session.configure(join_transaction_mode="create_savepoint")
    return flask_app


@pytest.fixture
def app(database):
    with database.app_context():
        engines, engine = db.engines, db.engine
        connection = engine.connect()
        transaction = connection.begin()
        engines[None] = connection
    yield database
    transaction.rollback()
    connection.close()
    engines[None] = engine


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture
def add_book(app):
    def add(number):
        with app.app_context():
            db.session.add(Book(**dict(zip(COLUMNS, BOOKS[number], strict=True)) | {"id": 1}))
            db.session.commit()

    return add
