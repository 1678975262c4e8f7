"""Where editors write and moderators approve."""

import datetime as dt
import secrets

from flask import Response, g, request
from flask_admin import Admin, AdminIndexView
from flask_admin.actions import action
from flask_admin.contrib.sqla import ModelView
from flask_admin.form import SecureForm
from sqlalchemy import select
from werkzeug.security import check_password_hash, generate_password_hash
from wtforms import TextAreaField
from wtforms.validators import Regexp

from .models import Person, Version, db

# --8<-- [start:login]
NOBODY = generate_password_hash(secrets.token_hex())  # an unknown name takes as long as a known one


def person():
    """The smallest log-in there is: the browser asks, and sends it along (over HTTPS only)."""
    if "person" not in g:
        g.person, sent = None, request.authorization
        if sent and sent.type == "basic":
            found = db.session.scalar(select(Person).filter_by(name=sent.username))
            known = found.password_hash if found else NOBODY
            if check_password_hash(known, sent.password):
                g.person = found
    return g.person


class StaffOnly:
    def is_accessible(self):
        return person() is not None

    def inaccessible_callback(self, name, **kwargs):
        return Response("", 401, {"WWW-Authenticate": 'Basic realm="editors"'})


# --8<-- [end:login]
class Home(StaffOnly, AdminIndexView):
    """The start page."""


# --8<-- [start:versions]
class VersionView(StaffOnly, ModelView):
    form_base_class = SecureForm
    form_columns = ["slug", "title", "body"]
    form_overrides = {"body": TextAreaField}
    form_args = {"slug": {"validators": [Regexp(r"^[a-z0-9-]+$")]}}
    column_list = ["id", "slug", "title", "author", "approved_by", "approved_at"]
    column_default_sort = ("id", True)
    column_searchable_list = ["slug", "title"]
    can_delete = False

    def on_model_change(self, form, version, is_created):
        version.author = person().name

    def update_model(self, form, old):
        return bool(self.create_model(form))  # an edit is one more version

    def is_action_allowed(self, name):
        return person().is_moderator and super().is_action_allowed(name)

    @action("approve", "Approve and publish")
    def approve(self, ids):
        chosen = select(Version).where(Version.id.in_(map(int, ids)), Version.approved_at.is_(None))
        for version in db.session.scalars(chosen.order_by(Version.id)):
            version.approved_by, version.approved_at = person().name, dt.datetime.now(dt.UTC)
        db.session.commit()


# --8<-- [end:versions]
def init_app(app):
    admin = Admin(app, "The river", index_view=Home())
    admin.add_view(VersionView(Version, db, name="Articles"))
