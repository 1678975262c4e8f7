"""A Flask app with a table, run in an empty folder: prints what Flask-Migrate's commands do."""

import json
from pathlib import Path

import flask
import flask_migrate
import flask_sqlalchemy
import sqlalchemy as sa

app = flask.Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{Path.cwd()}/rows.sqlite3"
db = flask_sqlalchemy.SQLAlchemy(app)
flask_migrate.Migrate(app, db)
db.Table("shop_thing", sa.Column("id", sa.Integer, primary_key=True))


def step(*command):
    """Run a command; say how many migration files there are after it, and whether the table is."""
    result = app.test_cli_runner().invoke(args=command)
    assert result.exit_code == 0, result.output
    with app.app_context():
        table = sa.inspect(db.engine).has_table("shop_thing")
    return [len(list(Path("migrations/versions").glob("*.py"))), table]


if __name__ == "__main__":
    step("db", "init")
    print(json.dumps({name: step("db", name) for name in ("migrate", "upgrade")}))
