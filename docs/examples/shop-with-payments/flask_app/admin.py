"""The screens for those who pack and those who count."""

from flask import redirect, url_for
from flask_admin import Admin, AdminIndexView
from flask_admin.actions import action
from flask_admin.contrib.sqla import ModelView
from flask_admin.theme import Bootstrap4Theme
from flask_login import current_user
from wtforms import IntegerField, ValidationError

from .models import Edition, Order, db


# --8<-- [start:staff]
class StaffOnly:
    """What every screen must inherit: without it, Flask-Admin shows it to anybody."""

    def is_accessible(self):
        return current_user.is_authenticated

    def inaccessible_callback(self, name, **kwargs):
        return redirect(url_for("auth.login"))


class Home(StaffOnly, AdminIndexView):
    """The start page is a screen too."""


# --8<-- [end:staff]
# --8<-- [start:edition]
class EditionView(StaffOnly, ModelView):
    can_delete = False
    column_list = ["title", "price", "stock"]
    form_columns = ["title", "price", "received"]
    form_extra_fields = {"received": IntegerField(default=0)}  # customers go on buying

    def on_model_change(self, form, edition, is_created):
        received = form.received.data
        if (0 if is_created else edition.stock) + received < 0:
            raise ValidationError("There are not so many.")
        edition.stock = received if is_created else Edition.stock + received


# --8<-- [end:edition]
# --8<-- [start:order]
class OrderView(StaffOnly, ModelView):
    can_create = can_delete = False
    column_list = ["id", "edition", "quantity", "total", "state", "ordered_at", "payments"]
    column_filters = ["state"]
    form_columns = ["state"]
    form_choices = {"state": [(s, s) for s in ("reserved", "paid", "sent", "expired", "check")]}

    @action("mark_sent", "Mark sent")
    def mark_sent(self, ids):
        chosen = db.select(Order).where(Order.id.in_(map(int, ids)), Order.state == "paid")
        for order in db.session.scalars(chosen):
            order.state = "sent"
        db.session.commit()


# --8<-- [end:order]
def init_app(app):
    theme = Bootstrap4Theme(base_template="staff.html")
    admin = Admin(app, "Shop", index_view=Home(), theme=theme)
    admin.add_view(EditionView(Edition, db, name="Editions"))
    admin.add_view(OrderView(Order, db, name="Orders"))
