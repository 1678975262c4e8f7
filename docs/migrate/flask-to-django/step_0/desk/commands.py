"""What staff run on the server."""

import click

from .extensions import db
from .jobs import work
from .models import Event, Member


def init_app(app):
    for command in (init_db, add_member, work_queue, report):
        app.cli.add_command(command)


@click.command("init-db")
def init_db():
    """Create the tables that are missing."""
    db.create_all()


@click.command("add-member")
@click.argument("email")
@click.argument("name")
@click.argument("password")
@click.option("--staff", is_flag=True)
@click.option("--token")
def add_member(email, name, password, staff, token):
    """Add a member."""
    member = Member(email=email.lower(), name=name, is_staff=staff, api_token=token)
    member.set_password(password)
    db.session.add(member)
    db.session.commit()
    click.echo(f"{member.id} {member.email}")


@click.command("work")
def work_queue():
    """Do the jobs that are queued."""
    click.echo(f"{work()} done")


@click.command("report")
def report():
    """Print how full each event is."""
    for event in db.session.scalars(db.select(Event).order_by(Event.starts_at, Event.id)):
        click.echo(
            f"{event.starts_at:%Y-%m-%d %H:%M},{event.title},{len(event.bookings)}/{event.places}"
        )
