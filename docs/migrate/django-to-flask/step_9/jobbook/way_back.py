"""`flask way-back`: could Django take over this minute?"""

import sys

import click
import sqlalchemy as sa
from flask import Blueprint

from . import signing, uploads
from .models import Photo, Session, Task, User, db

way_back = Blueprint("way_back", __name__, cli_group=None)
BASE = "0001"  # the schema that Django made


# --8<-- [start:checks]
def strange_hashes():
    """Passwords that Django cannot check; one that begins with `!` is meant to fit nothing."""
    known = sa.or_(User.password.startswith("pbkdf2_sha256$"), User.password.startswith("!"))
    return db.session.scalars(sa.select(User.username).where(~known)).all()


def strange_schema():
    """Revisions of Alembic of which Django's migrations know nothing."""
    found = db.session.scalars(sa.text("SELECT version_num FROM alembic_version")).all()
    return [revision for revision in found if revision != BASE]


def strange_sessions():
    """Sessions that would log their people out."""
    rows = db.session.execute(sa.select(Session.session_key, Session.session_data))
    return [key for key, data in rows if not signing.loads(data)]


def lost_files():
    """Photos that do not lie where Django looks."""
    names = db.session.scalars(sa.select(Photo.file))
    return [name for name in names if not (uploads.media() / name).is_file()]


def running_tasks():
    """Work under way: Django's worker would leave it where it is."""
    return db.session.scalars(sa.select(Task.id).where(Task.state == "running")).all()


# --8<-- [end:checks]
CHECKS = [strange_hashes, strange_schema, strange_sessions, lost_files, running_tasks]


@way_back.cli.command("way-back")
def check():
    """Say what stands between this database and Django, and fail if something does."""
    found = {check.__name__.replace("_", " "): check() for check in CHECKS}
    for name, values in found.items():
        click.echo(f"{name}: {', '.join(map(str, values)) or 'none'}")
    sys.exit(any(found.values()))
