"""What both apps of docs/compare/command-line promise, and where they differ."""

import json
import sqlite3
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import click
import pytest
from flask import Flask, current_app
from flask.cli import FlaskGroup, with_appcontext

from harness import ROOT

HOME = ROOT / "docs/compare/command-line"
BIN = str(Path(sys.executable).parent)
PREPARE = {"flask": ["flask init-db"], "django": ["python manage.py migrate"]}
PURGE = {"flask": ["orders", "purge"], "django": ["purge_orders"]}
TABLE = {"flask": '"order"', "django": "orders_order"}
WRONG = {"paid": "cancelled", "cancelled --days soon": "days", "cancelled --days 0": "days"}

# Run the framework's own script for each list of words, one after another in one process:
# starting a process takes longer than any of the commands.
RUN_ALL = """
import contextlib, io, json, runpy, sys
results = []
for words in json.loads(sys.argv.pop()):
    out, err, sys.argv[1:] = io.StringIO(), io.StringIO(), words
    code = 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            {script}
        except SystemExit as stop:
            code = stop.code or 0
    results.append(dict(returncode=code, stdout=out.getvalue(), stderr=err.getvalue()))
print(json.dumps(results))
"""
SCRIPT = {
    "flask": "runpy.run_module('flask', run_name='__main__')",
    "django": "runpy.run_path('manage.py', run_name='__main__')",
}


def run_all(app, *commands):
    """Run commands one after another; return what each printed and its exit code."""
    code = RUN_ALL.format(script=SCRIPT[app.framework])
    done = app.run([sys.executable, "-c", code, json.dumps(commands)])
    return [SimpleNamespace(**result) for result in json.loads(done.stdout)]


@pytest.fixture
def purge(app):
    """Run the command with options, on four orders, of which two are cancelled and old."""
    with sqlite3.connect(app.data / "shop.sqlite3") as database:
        table = TABLE[app.framework]
        database.execute(f"DELETE FROM {table}")
        for state, days in [("cancelled", 90), ("cancelled", 40), ("cancelled", 8), ("paid", 90)]:
            placed = datetime.now(UTC) - timedelta(days=days)
            row = (state, placed.strftime("%Y-%m-%d %H:%M:%S.%f"))
            database.execute(f"INSERT INTO {table} (state, placed) VALUES (?, ?)", row)

    def run(*options):
        return run_all(app, *(PURGE[app.framework] + line.split() for line in options))

    return run


def test_a_command_does_its_work_and_says_so(client, purge):
    week = "cancelled --days 7"
    done = purge(f"{week} --dry-run", "cancelled", f"{week} --dry-run", week)
    assert [answer.stdout.split(" before ")[0] for answer in done] == [
        "3 orders cancelled",
        "2 orders cancelled",  # the dry run has left all of them
        "1 orders cancelled",
        "1 orders cancelled",
    ]
    assert client.get("/orders/").text == "1"


def test_a_wrong_value_stops_the_command_with_a_reason(client, purge):
    for done, reason in zip(purge(*WRONG), WRONG.values(), strict=True):
        assert done.returncode in (1, 2) and not done.stdout
        assert reason in done.stderr and "Traceback" not in done.stderr
    assert client.get("/orders/").text == "4"


def test_help_is_written_from_the_declared_arguments(purge):
    [done] = purge("--help")
    assert "{cancelled" in done.stdout.replace("[", "{") and "30" in done.stdout
    assert "Only say how many." in done.stdout and "older than a number of days" in done.stdout


def test_cron_runs_the_line_in_another_folder_and_an_empty_environment(app, client, purge):
    lines = (HOME / "crontab").read_text().replace("/srv/shop/.venv/bin", BIN).splitlines()
    [line] = [line for line in lines if f"{app.framework}_app" in line and line[0] != "#"]
    command = line.split(maxsplit=5)[5].replace("/srv/shop", str(HOME))
    given = f"APP_DATA='{app.data}' PYTHONDONTWRITEBYTECODE=1"  # no more than that
    line = f"cd / && env -i {given} {command}"
    assert app.run(["sh", "-c", line]).stdout.startswith("2 orders cancelled")
    assert client.get("/orders/").text == "2"


def test_flask_brings_three_commands():
    assert set(FlaskGroup().commands) == {"run", "routes", "shell"}


# What code gets that calls a command of the project, by keyword and as on the command line.
CALL = """
from django.core.management import call_command
try:
    call_command("purge_orders", "expired", days="40")
except TypeError as error:
    print("refused:", error)
call_command("purge_orders", "expired", "--days=40")
"""


@pytest.fixture(scope="module")
def django_said(served):
    """The output of harmless commands of the Django project."""
    shell = ["shell", "-v", "0", "-c"]
    words = [["help", "--commands"], [*shell, "print(Order)"], [*shell, CALL]]
    names = ("commands", "shell", "call")
    done = run_all(served("django"), *words)
    return SimpleNamespace(**{name: d.stdout for name, d in zip(names, done, strict=True)})


def test_django_brings_commands_for_the_database_its_data_and_the_tests(django_said):
    listed = django_said.commands.split()
    known = {"runserver", "shell", "dbshell", "migrate", "dumpdata", "loaddata", "check", "test"}
    assert known <= set(listed) and len(listed) > 20


def test_flask_nests_a_blueprints_commands_and_django_has_one_flat_list(served, django_said):
    app, orders = run_all(served("flask"), ["--help"], ["orders", "--help"])
    assert "purge" not in app.stdout and "purge" in orders.stdout
    assert "purge_orders" in django_said.commands.split()


def test_the_shell_knows_what_flask_was_told_and_every_django_model(served, django_said):
    shell = "echo 'print([app, Order]); Base' | flask shell"
    done = served("flask").run(["sh", "-c", shell])
    assert "[<Flask 'flask_app'>, <class 'flask_app.models.Order'>]" in done.stdout
    assert "name 'Base' is not defined" in done.stderr
    assert "<class 'orders.models.Order'>" in django_said.shell


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


def test_django_hands_a_keyword_of_call_command_through_unread(django_said):
    refused, done = django_said.call.strip().splitlines()
    assert refused.startswith("refused: '<' not supported between instances of 'str' and 'int'")
    assert "orders expired before" in done
