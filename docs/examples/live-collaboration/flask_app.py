"""The back office on Flask, with Flask-Admin."""

# --8<-- [start:office]
import os

import click
import tables
from flask import Flask, abort, redirect, render_template, request, session, url_for
from flask_admin import Admin
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


class SheetView(ModelView):
    form_base_class = FlaskForm
    form_columns = ["title", "locked"]
    column_list = ["title", "locked", "version"]

    def is_accessible(self):
        return tables.name_of(session.get("account")) is not None

    def inaccessible_callback(self, name, **kwargs):
        return redirect(url_for("login"))


admin = Admin(app, name="Running orders")
admin.add_view(SheetView(tables.Sheet, db))


@app.route("/login", methods=["GET", "POST"])
def login():
    if request.method == "GET":
        return render_template("login.html")
    account = db.query(tables.Account).filter_by(name=request.form["name"], active=True).first()
    if not account or not check_password_hash(account.password, request.form["password"]):
        abort(403)
    session.clear()
    session["account"] = account.id
    return redirect(url_for("sheet.index_view"))


@app.post("/logout")
def logout():
    session.clear()
    return redirect(url_for("login"))


@app.cli.command()
@click.argument("name")
@click.password_option()
def add_account(name, password):
    tables.Base.metadata.create_all(tables.engine)  # those that are missing
    db.add(tables.Account(name=name, password=generate_password_hash(password)))
    db.commit()


# --8<-- [end:office]
