"""Reset a forgotten password: Flask has no part for it."""

from email.message import EmailMessage

from flask import Blueprint, abort, current_app, flash, redirect, render_template, url_for
from itsdangerous import BadData, URLSafeTimedSerializer

from .forms import NewPasswordForm, ResetForm
from .models import User, db, find

bp = Blueprint("reset", __name__, url_prefix="/accounts")


def send(to, subject, text):
    """Write the mail to a file; in production, `smtplib` or Flask-Mail sends it."""
    message = EmailMessage()
    message["To"], message["Subject"] = to, subject
    message.set_content(text)
    folder = current_app.config["MAIL_FOLDER"]
    folder.mkdir(exist_ok=True)
    with open(folder / "outbox.eml", "wb") as file:
        file.write(bytes(message))


# --8<-- [start:reset]
def tokens(user):
    """Sign with the stored hash as salt: a new password ends every link sent before."""
    return URLSafeTimedSerializer(current_app.secret_key, salt=f"reset {user.password_hash}")


@bp.route("/password_reset/", methods=["GET", "POST"])
def ask():
    form = ResetForm()
    if form.validate_on_submit():
        user = find(User.email, form.email.data)
        if user:
            token = tokens(user).dumps(user.id)
            link = url_for("reset.confirm", user_id=user.id, token=token, _external=True)
            send(user.email, "Your new password", f"Choose it here: {link}\n")
        flash("If we know that address, we have sent it a link.")  # say no more to strangers
        return redirect(url_for("auth.login"))
    return render_template("form.html", form=form, title="Reset password")


@bp.route("/reset/<int:user_id>/<token>/", methods=["GET", "POST"])
def confirm(user_id, token):
    user = db.get_or_404(User, user_id)
    try:
        tokens(user).loads(token, max_age=3600)
    except BadData:
        abort(404)
    form = NewPasswordForm()
    if form.validate_on_submit():
        user.set_password(form.new_password1.data)
        db.session.commit()
        return redirect(url_for("auth.login"))
    return render_template("form.html", form=form, title="Choose a new password")


# --8<-- [end:reset]
