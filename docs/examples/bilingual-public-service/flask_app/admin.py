"""What the clerks work with."""

import click
from flask import Response, g, request
from flask.cli import with_appcontext
from flask_admin import Admin, AdminIndexView
from flask_admin.actions import action
from flask_admin.contrib.sqla import ModelView
from flask_admin.form import SecureForm
from flask_babel import lazy_gettext as _
from werkzeug.security import check_password_hash, generate_password_hash

from .forms import HEATING
from .models import LANGUAGES, Application, Clerk, db


# --8<-- [start:login]
def clerk_at_work():
    """The smallest log-in there is: the browser asks, and sends it along (over HTTPS only)."""
    if "clerk" not in g:
        g.clerk, sent = None, request.authorization
        if sent and sent.type == "basic":
            clerk = db.session.scalar(db.select(Clerk).filter_by(name=sent.username))
            if clerk and check_password_hash(clerk.password_hash, sent.password):
                g.clerk = clerk
    return g.clerk


class ClerksOnly:
    def is_accessible(self):
        return clerk_at_work() is not None

    def inaccessible_callback(self, name, **kwargs):
        return Response("", 401, {"WWW-Authenticate": 'Basic realm="clerks"'})


@click.command("create-clerk")
@click.argument("name")
@click.password_option()
@with_appcontext
def create_clerk(name, password):
    """Open the account of a clerk."""
    db.session.add(Clerk(name=name, password_hash=generate_password_hash(password)))
    db.session.commit()


# --8<-- [end:login]
class Home(ClerksOnly, AdminIndexView):
    """The start page."""


# --8<-- [start:admin]
class ApplicationView(ClerksOnly, ModelView):
    form_base_class = SecureForm
    can_create = can_delete = False
    can_view_details = True
    column_list = ["id", "name", "heating", "people", "language", "granted_by"]
    column_labels = {
        "name": _("Full name"),
        "email": _("Email address"),
        "heating": _("Heating"),
        "people": _("People in the household"),
        "language": _("Language"),
        "granted_by": _("Granted by"),
        "letter": _("Letter"),
    }
    column_choices = {"heating": HEATING, "language": [*LANGUAGES.items()]}
    column_filters = ["language", "heating"]
    column_searchable_list = ["name", "email"]
    form_columns = ["name", "email", "heating", "people"]

    @action("grant", _("Grant"))
    def grant(self, ids):
        open_ones = db.select(Application).where(
            Application.id.in_(map(int, ids)), Application.clerk_id.is_(None)
        )
        for application in db.session.scalars(open_ones):
            application.grant(clerk_at_work())
        db.session.commit()


# --8<-- [end:admin]
def init_app(app):
    admin = Admin(app, index_view=Home())
    admin.add_view(ApplicationView(Application, db, name=_("Applications")))
    app.cli.add_command(create_clerk)
