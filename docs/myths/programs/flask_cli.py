"""The command line that comes with Flask, and a command of your own."""

import click
from flask import Flask
from flask.cli import FlaskGroup

app = Flask(__name__)


@app.cli.command()
@click.argument("pieces", type=int)
def price(pieces):
    click.echo(f"{pieces * 3} euro")


runner = app.test_cli_runner()
print("built in:", *sorted(FlaskGroup().commands))
print("yours:", runner.invoke(args=["price", "14"]).output.strip())
print("a wrong argument ends with:", runner.invoke(args=["price", "x"]).exit_code)
