"""The back office of each council."""

from flask import redirect, url_for
from flask_admin import Admin, AdminIndexView
from flask_admin.contrib.sqla import ModelView
from flask_login import current_user

from .models import Inspection, Playground, db


# --8<-- [start:admin]
class StaffOnly:
    def is_accessible(self):
        return current_user.is_authenticated

    def inaccessible_callback(self, name, **kwargs):
        return redirect(url_for("views.login"))


class Home(StaffOnly, AdminIndexView):
    """The start page is a screen too."""


class OwnedView(StaffOnly, ModelView):
    @property
    def can_create(self):
        return not current_user.is_support  # support looks, and changes nothing

    can_edit = can_delete = can_create


class PlaygroundView(OwnedView):
    column_list = form_columns = ["name"]
    column_searchable_list = ["name"]


class InspectionView(OwnedView):
    column_list = form_columns = ["playground", "found"]


# --8<-- [end:admin]
def init_app(app):
    admin = Admin(app, "Playgrounds", index_view=Home())
    admin.add_view(PlaygroundView(Playground, db))
    admin.add_view(InspectionView(Inspection, db))
