"""The back office."""

from flask import flash, redirect, url_for
from flask_admin import Admin, AdminIndexView
from flask_admin.actions import action
from flask_admin.contrib.sqla import ModelView
from flask_admin.form import SecureForm
from flask_admin.menu import MenuLink
from flask_login import current_user
from wtforms.validators import NumberRange

from .models import Product, db


# --8<-- [start:staff]
class StaffOnly:
    """What every view of the admin must inherit: without it, a view is open to anybody."""

    def is_accessible(self):
        return current_user.is_authenticated

    def inaccessible_callback(self, name, **kwargs):
        return redirect(url_for("auth.login"))


class Home(StaffOnly, AdminIndexView):
    """The start page is a view too."""


# --8<-- [end:staff]
# --8<-- [start:product]
class ProductView(StaffOnly, ModelView):
    form_base_class = SecureForm  # CSRF tokens are off by default
    column_list = ["sku", "name", "stock", "published", "added"]
    column_searchable_list = ["sku", "name"]
    column_filters = ["published"]
    form_columns = ["sku", "name", "stock", "published"]
    form_args = {"stock": {"validators": [NumberRange(min=0)]}}

    @action("withdraw", "Withdraw from sale", "Withdraw the selected products?")
    def withdraw(self, ids):
        chosen = db.update(Product).where(Product.id.in_(map(int, ids))).values(published=False)
        count = db.session.execute(chosen).rowcount
        db.session.commit()
        flash(f"{count} withdrawn.")

    # --8<-- [end:product]
    # --8<-- [start:permissions]
    @property
    def can_create(self):
        return current_user.is_editor

    can_edit = can_delete = can_create

    def is_action_allowed(self, name):
        return current_user.is_editor and super().is_action_allowed(name)


# --8<-- [end:permissions]
# --8<-- [start:register]
def init_app(app):
    admin = Admin(app, name="Shop", index_view=Home())
    admin.add_view(ProductView(Product, db))
    admin.add_link(MenuLink("Log out", endpoint="auth.logout"))


# --8<-- [end:register]
