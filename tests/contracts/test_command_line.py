"""What both apps of docs/compare/command-line promise, and where they differ."""

import sqlite3
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
import pytest
from flask import Flask, current_app
from flask.cli import FlaskGroup, with_appcontext

from harness import ROOT

HOME = ROOT / "docs/compare/command-line"
BIN = str(Path(sys.executable).parent)
PREPARE = {"flask": ["flask init-db"], "django": ["python manage.py migrate"]}
PURGE = {"flask": "flask orders purge", "django": "python manage.py purge_orders"}
TABLE = {"flask": '"order"', "django": "orders_order"}


@pytest.fixture
def purge(app):
    """Run the command on four orders, of which two are cancelled and old."""
    with sqlite3.connect(app.data / "shop.sqlite3") as database:
        table = TABLE[app.framework]
        database.execute(f"DELETE FROM {table}")
        for state, days in [("cancelled", 90), ("cancelled", 40), ("cancelled", 8), ("paid", 90)]:
            placed = datetime.now(UTC) - timedelta(days=days)
            row = (state, placed.strftime("%Y-%m-%d %H:%M:%S.%f"))
            database.execute(f"INSERT INTO {table} (state, placed) VALUES (?, ?)", row)

    def run(options, check=True):
        return app.run(f"{PURGE[app.framework]} {options}", check)

    return run


def test_a_command_does_its_work_and_says_so(client, purge):
    assert purge("cancelled").stdout.startswith("2 orders cancelled before ")
    assert client.get("/orders/").text == "2"


def test_an_option_changes_what_the_command_does(client, purge):
    assert purge("cancelled --days 7 --dry-run").stdout.startswith("3 orders")
    assert client.get("/orders/").text == "4"
    purge("cancelled --days 7")
    assert client.get("/orders/").text == "1"


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [("paid", "cancelled"), ("cancelled --days soon", "days"), ("cancelled --days 0", "days")],
)
def test_a_wrong_value_stops_the_command_with_a_reason(client, purge, wrong, reason):
    done = purge(wrong, check=False)
    assert done.returncode in (1, 2) and client.get("/orders/").text == "4"
    assert reason in done.stderr and "Traceback" not in done.stderr


def test_help_is_written_from_the_declared_arguments(purge):
    text = purge("--help").stdout
    assert "{cancelled" in text.replace("[", "{") and "30" in text
    assert "Only say how many." in text and "older than a number of days" in text


def test_cron_runs_the_line_in_another_folder_and_an_empty_environment(app, client, purge):
    lines = (HOME / "crontab").read_text().replace("/srv/shop/.venv/bin", BIN).splitlines()
    [line] = [line for line in lines if f"{app.framework}_app" in line and line[0] != "#"]
    command = line.split(maxsplit=5)[5].replace("/srv/shop", str(HOME))
    line = f"cd / && env -i APP_DATA='{app.data}' {command}"
    assert app.run(["sh", "-c", line]).stdout.startswith("2 orders cancelled")
    assert client.get("/orders/").text == "2"


def test_flask_brings_three_commands():
    assert set(FlaskGroup().commands) == {"run", "routes", "shell"}


def test_django_brings_commands_for_the_database_its_data_and_the_tests(served):
    listed = served("django").run("python manage.py help --commands").stdout.split()
    known = {"runserver", "shell", "dbshell", "migrate", "dumpdata", "loaddata", "check", "test"}
    assert known <= set(listed) and len(listed) > 20


def test_flask_nests_a_blueprints_commands_and_django_has_one_flat_list(served):
    assert "purge" not in served("flask").run("flask --help").stdout
    assert "purge" in served("flask").run("flask orders --help").stdout
    assert "purge_orders" in served("django").run("python manage.py help --commands").stdout


def test_the_shell_knows_what_flask_was_told_and_every_django_model(served):
    shell = "echo 'print([app, Order]); Base' | flask shell"
    done = served("flask").run(["sh", "-c", shell])
    assert "[<Flask 'flask_app'>, <class 'flask_app.models.Order'>]" in done.stdout
    assert "name 'Base' is not defined" in done.stderr
    shell = ["python", "manage.py", "shell", "-c", "print(Order)"]
    assert "<class 'orders.models.Order'>" in served("django").run(shell).stdout


def test_a_plain_click_command_has_no_app_until_it_asks_for_one():
    def name():
        click.echo(current_app.name)

    app = Flask("shop")
    app.cli.add_command(click.command("plain")(name))
    app.cli.add_command(click.command("asking")(with_appcontext(name)))
    app.cli.command("own")(name)
    runner = app.test_cli_runner()
    failed = runner.invoke(args=["plain"]).exception
    assert "outside of application context" in str(failed)
    assert runner.invoke(args=["asking"]).output == "shop\n"
    assert runner.invoke(args=["own"]).output == "shop\n"


def test_django_hands_a_keyword_of_call_command_through_unread(served):
    code = """
from django.core.management import call_command
try:
    call_command("purge_orders", "expired", days="40")
except TypeError as error:
    print("refused:", error)
call_command("purge_orders", "expired", "--days=40")
"""
    out = served("django").run(["python", "manage.py", "shell", "-v", "0", "-c", code]).stdout
    refused, done = out.strip().splitlines()
    assert refused.startswith("refused: '<' not supported between instances of 'str' and 'int'")
    assert "orders expired before" in done
