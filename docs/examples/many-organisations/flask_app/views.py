"""How people log in, and what the map asks for."""

import secrets

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from flask_login import LoginManager, current_user, login_required, login_user, logout_user
from werkzeug.security import check_password_hash, generate_password_hash

from .models import Playground, User, db

NOBODY = generate_password_hash(secrets.token_hex())
bp = Blueprint("views", __name__)
login_manager = LoginManager()


@login_manager.user_loader
def load_user(user_id):
    return db.session.get(User, int(user_id))


# --8<-- [start:who]
@bp.before_app_request
def who_asks():
    if current_user.is_authenticated:
        g.organisation_id = current_user.organisation_id
        g.all_organisations = current_user.is_support


# --8<-- [end:who]
@bp.route("/login/", methods=["GET", "POST"])
def login():
    if request.method == "POST":
        name, password = request.form.get("username"), request.form.get("password", "")
        user = db.session.scalar(db.select(User).filter_by(username=name))
        right = check_password_hash(user.password_hash if user else NOBODY, password)
        if user and right and login_user(user):
            return redirect(url_for("views.playgrounds"))
    return render_template("login.html")


@bp.post("/logout/")
def logout():
    logout_user()
    return redirect(url_for("views.login"))


# --8<-- [start:views]
@bp.get("/playgrounds/")
@login_required
def playgrounds():
    found = db.select(Playground).where(
        Playground.name.icontains(request.args.get("q", ""), autoescape=True)
    )
    return [{"id": one.id, "name": one.name} for one in db.session.scalars(found)]


@bp.get("/playgrounds/<int:pk>/")
@login_required
def playground(pk):
    one = db.session.get(Playground, pk) or abort(404)
    return {"name": one.name, "found": [each.found for each in one.inspections]}


# --8<-- [end:views]
def init_app(app):
    login_manager.init_app(app)
    login_manager.login_view = "views.login"
    app.register_blueprint(bp)
