"""The fixtures of the bookings' tests."""

# --8<-- [start:fixtures]
import pytest
from flask_app import create_app
from flask_app.models import db


@pytest.fixture(scope="session")
def database(tmp_path_factory):
    path = tmp_path_factory.mktemp("database") / "test.sqlite3"  # one for each worker process
    app = create_app(
        {
            "TESTING": True,
            "SQLALCHEMY_DATABASE_URI": f"sqlite:///{path}",
            "SQLALCHEMY_RECORD_QUERIES": True,
        }
    )
    with app.app_context():
        db.create_all()
        db.session.configure(join_transaction_mode="create_savepoint")
    return app


@pytest.fixture
def app(database):
    """The app on a connection whose transaction is rolled back after the test."""
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


# --8<-- [end:fixtures]
