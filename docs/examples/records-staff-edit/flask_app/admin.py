"""The screens of the desk."""

import datetime as dt

from flask import abort, redirect, url_for
from flask_admin import Admin, AdminIndexView
from flask_admin.actions import action
from flask_admin.contrib.sqla import ModelView
from flask_admin.theme import Bootstrap4Theme
from flask_login import current_user
from sqlalchemy.exc import IntegrityError
from wtforms import PasswordField, ValidationError

from .auth import ROLES
from .models import Borrower, Change, Item, Loan, User, db


# --8<-- [start:roles]
class StaffOnly:
    """What every screen must inherit: without it, Flask-Admin shows it to anybody."""

    def is_accessible(self):
        return current_user.is_authenticated

    def inaccessible_callback(self, name, **kwargs):
        if current_user.is_authenticated:
            abort(403)
        return redirect(url_for("auth.login"))


class Home(StaffOnly, AdminIndexView):
    """The start page is a screen too."""


class RecordView(StaffOnly, ModelView):
    can_delete = False
    can_view_details = True

    @property
    def can_create(self):
        return current_user.role in ("Head", "Desk")

    can_edit = can_create

    def is_action_allowed(self, name):
        return self.can_edit and super().is_action_allowed(name)

    def on_model_change(self, form, record, is_created):
        db.session.flush()  # gives a new record its id
        self.log(record, "added" if is_created else "changed")

    def log(self, record, done):
        what = f"{type(record).__name__} {record.id} ({record}): {done}"
        db.session.add(Change(who=current_user.username, what=what))


# --8<-- [end:roles]
class ItemView(RecordView):
    column_list = ["number", "name"]
    column_searchable_list = ["number", "name"]


class BorrowerView(RecordView):
    column_list = ["name", "email"]
    column_searchable_list = ["name", "email"]


# --8<-- [start:loan]
class LoanView(RecordView):
    column_list = ["item", "borrower", "lent_on", "due_on", "returned_on"]
    column_filters = ["returned_on"]
    column_searchable_list = ["item.number", "item.name", "borrower.name"]
    column_default_sort = ("lent_on", True)
    form_ajax_refs = {
        "item": {"fields": ["number", "name"]},
        "borrower": {"fields": ["name", "email"]},
    }

    def on_model_change(self, form, loan, is_created):
        try:
            super().on_model_change(form, loan, is_created)
        except IntegrityError as error:  # else staff would read the SQL that failed
            raise ValidationError("This item is already on loan.") from error

    @action("mark_returned", "Mark returned")
    def mark_returned(self, ids):
        chosen = db.select(Loan).where(Loan.id.in_(map(int, ids)), Loan.returned_on.is_(None))
        for loan in db.session.scalars(chosen):
            loan.returned_on = dt.date.today()
            self.log(loan, "marked returned")
        db.session.commit()


# --8<-- [end:loan]
# --8<-- [start:accounts]
class UserView(RecordView):
    column_list = ["username", "role", "is_active"]
    column_details_list = column_list  # the default would show the hash of the password
    form_columns = ["username", "role", "is_active", "new_password"]
    form_choices = {"role": [(role, role) for role in ROLES]}
    form_extra_fields = {"new_password": PasswordField()}

    def is_accessible(self):
        return super().is_accessible() and current_user.role == "Head"

    def on_model_change(self, form, user, is_created):
        if form.new_password.data:
            user.set_password(form.new_password.data)
        elif is_created:
            raise ValidationError("A new account needs a password.")
        super().on_model_change(form, user, is_created)


class ChangeView(RecordView):
    can_create = can_edit = False
    column_default_sort = ("at", True)
    column_searchable_list = ["who", "what"]


# --8<-- [end:accounts]
def init_app(app):
    admin = Admin(app, "Desk", index_view=Home(), theme=Bootstrap4Theme(base_template="desk.html"))
    admin.add_view(ItemView(Item, db, name="Items"))
    admin.add_view(BorrowerView(Borrower, db, name="Borrowers"))
    admin.add_view(LoanView(Loan, db, name="Loans"))
    admin.add_view(UserView(User, db, name="Users"))
    admin.add_view(ChangeView(Change, db, name="History"))
