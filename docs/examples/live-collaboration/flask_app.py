"""The back office on Flask, with Flask-Admin."""

# --8<-- [start:office]
import os

import click
import tables
from flask import Flask, abort, redirect, render_template, request, session, url_for
from flask_admin import Admin, AdminIndexView
from flask_admin.contrib.sqla import ModelView
from flask_babel import Babel
from flask_wtf import CSRFProtect, FlaskForm
from sqlalchemy.orm import scoped_session
from werkzeug.security import check_password_hash, generate_password_hash

app = Flask(__name__)
app.secret_key = os.environ.get("SECRET_KEY", "for development only")  # the live part's too
app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
CSRFProtect(app)
Babel(app)
db = scoped_session(tables.Session)
app.teardown_appcontext(lambda error: db.remove())


class OfficeOnly:
    def is_accessible(self):
        me = {"id": session.get("account"), "active": True, "office": True}
        return db.query(tables.Account).filter_by(**me).first() is not None

    def inaccessible_callback(self, name, **kwargs):
        return redirect(url_for("login"))


class Home(OfficeOnly, AdminIndexView):
    """The start page."""


class SheetView(OfficeOnly, ModelView):
    can_delete = False  # people write at it
    form_base_class = FlaskForm
    form_columns = ["title", "locked"]
    column_list = ["title", "locked", "version"]


admin = Admin(app, name="Running orders", index_view=Home())
admin.add_view(SheetView(tables.Sheet, db))


@app.route("/login", methods=["GET", "POST"])
def login():
    if request.method != "POST":
        return render_template("login.html")
    account = db.query(tables.Account).filter_by(name=request.form["name"], active=True).first()
    if not account or not check_password_hash(account.password, request.form["password"]):
        abort(403)
    session.clear()
    session["account"] = account.id
    return redirect(url_for("sheet.index_view")) if account.office else "You are logged in."


@app.post("/logout")
def logout():
    session.clear()
    return redirect(url_for("login"))


@app.cli.command()
@click.argument("name")
@click.option("--office", is_flag=True)
@click.password_option()
def add_account(name, office, password):
    tables.Base.metadata.create_all(tables.engine)  # those that are missing
    hashed = generate_password_hash(password)
    db.add(tables.Account(name=name, password=hashed, office=office))
    db.commit()


# --8<-- [end:office]
