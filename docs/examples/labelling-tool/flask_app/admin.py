"""The two lists that the lead keeps."""

# --8<-- [start:admin]
from flask import abort, g
from flask_admin import Admin, AdminIndexView
from flask_admin.contrib.sqla import ModelView
from flask_admin.form import SecureForm

from .models import Person, Species, db


class LeadOnly:
    def is_accessible(self):
        return g.person.is_lead

    def inaccessible_callback(self, name, **kwargs):
        abort(403)


class Home(LeadOnly, AdminIndexView):
    """The start page."""


class LeadView(LeadOnly, ModelView):
    form_base_class = SecureForm
    can_delete = False


def init_app(app):
    admin = Admin(app, "Labels", index_view=Home())
    admin.add_view(LeadView(Species, db))
    admin.add_view(LeadView(Person, db, name="People"))


# --8<-- [end:admin]
