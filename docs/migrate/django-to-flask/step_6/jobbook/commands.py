"""The commands: `flask work`, `flask overdue` and `flask clearsessions`."""

import datetime as dt

import click
from flask import Blueprint

from . import letters
from .models import WORKSHOP, Job, Session, Task, db, utcnow

commands = Blueprint("commands", __name__, cli_group=None)
KINDS = {"letter": letters.write}


# --8<-- [start:claim]
def claim(id):
    """Take a task, unless another worker has it: one statement decides."""
    query = db.update(Task).where(Task.id == id, Task.state == "queued")
    taken = db.session.execute(query.values(state="running")).rowcount
    db.session.commit()
    return bool(taken)


# --8<-- [end:claim]
@commands.cli.command()
def work():
    """Do every queued task once."""
    queued = db.select(Task.id).where(Task.state == "queued").order_by(Task.id)
    for id in db.session.scalars(queued).all():
        if claim(id):
            task = db.session.get(Task, id)
            do(task)
            db.session.commit()
            click.echo(f"{task.kind} {task.job_id} {task.state}")


def do(task):
    try:
        KINDS[task.kind](task.job)
        task.state, task.done_at = "done", utcnow()
    except Exception as error:
        task.state, task.error = "failed", repr(error)


@commands.cli.command()
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]))
def overdue(on):
    """Print open jobs that were wanted before a day."""
    day = on.date() if on else dt.datetime.now(WORKSHOP).date()
    late = db.select(Job).where(Job.due < day, Job.state.in_(["received", "working"]))
    for job in db.session.scalars(late.order_by(Job.due, Job.id)):
        since = job.received_at.astimezone(WORKSHOP)
        owner = job.tool.owner.username
        click.echo(f"{job.due} {owner}: {job.tool.name} (here since {since:%d.%m.%Y %H:%M})")


@commands.cli.command()
def clearsessions():
    """Delete the sessions that have expired."""
    db.session.execute(db.delete(Session).where(Session.expire_date < utcnow()))
    db.session.commit()
