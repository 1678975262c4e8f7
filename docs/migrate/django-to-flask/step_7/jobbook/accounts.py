"""Log-in, log-out, sign-up, password and language."""

from flask import Blueprint, abort, g, redirect, render_template, request, session, url_for
from flask_babel import gettext as _

from . import csrf, language, passwords
from .auth import login_required
from .forms import LoginForm, PasswordForm, SignUpForm
from .models import Profile, User, db, utcnow
from .signing import session_auth_hash

accounts = Blueprint("accounts", __name__, url_prefix="/accounts")
BACKEND = "django.contrib.auth.backends.ModelBackend"


# --8<-- [start:login]
def start_session(user):
    """What Django's `login()` does: a new name, a new CSRF secret, its three keys."""
    if session.get("_auth_user_id", str(user.id)) != str(user.id):
        session.clear()
    session.renew()
    csrf.rotate()
    session["_auth_user_id"] = str(user.id)
    session["_auth_user_backend"] = BACKEND
    session["_auth_user_hash"] = session_auth_hash(user)
    user.last_login = utcnow()
    db.session.commit()


# --8<-- [end:login]
def authenticate(name, password):
    user = db.session.scalar(db.select(User).filter_by(username=name))
    fits = passwords.check(user.password if user else passwords.NOBODY, password)
    return user if user and fits and user.is_active else None


def is_safe(target):
    """On this site: a path, and nothing that a browser could read as the name of a host."""
    return target.startswith("/") and target[1:2] not in ("/", "\\") and target.isprintable()


@accounts.route("/login/", methods=["GET", "POST"])
def login():
    form, problem = LoginForm(), ""
    if form.validate_on_submit():
        user = authenticate(form.username.data, form.password.data)
        if user:
            start_session(user)
            target = request.args.get("next", "")
            return redirect(target if is_safe(target) else url_for("jobs.index"))
        problem = _("Wrong name or password.")
    return render_template("accounts/login.html", form=form, problem=problem)


@accounts.post("/logout/")
def logout():
    session.clear()
    session.renew()
    return redirect(url_for("accounts.login"))


@accounts.route("/sign-up/", methods=["GET", "POST"])
def sign_up():
    form = SignUpForm()
    if form.validate_on_submit():
        user = User(
            username=form.username.data,
            email=form.email.data,
            password=passwords.make(form.password1.data),
            profile=Profile(phone=form.phone.data, language=language.language()),
        )
        db.session.add(user)
        db.session.commit()
        start_session(user)
        return redirect(url_for("jobs.index"))
    return render_template("accounts/sign_up.html", form=form)


@accounts.route("/password/", methods=["GET", "POST"])
@login_required
def password():
    form = PasswordForm()
    if form.validate_on_submit():
        g.user.password = passwords.make(form.new_password1.data)
        start_session(g.user)
        return redirect(url_for("jobs.index"))
    return render_template("accounts/password.html", form=form)


@accounts.post("/language/", endpoint="language")
def choose_language():
    """Keep the language in the cookie, and in the profile for letters."""
    chosen = request.form.get("language")
    if chosen not in language.LANGUAGES:
        abort(400)
    if g.user:
        g.user.profile = g.user.profile or Profile()
        g.user.profile.language = chosen
        db.session.commit()
    response = redirect(url_for("jobs.index"))
    response.set_cookie(language.COOKIE, chosen)
    return response
