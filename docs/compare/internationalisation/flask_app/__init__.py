"""A page in English and Polish on Flask, with Flask-Babel."""

import zoneinfo
from datetime import UTC, datetime

from flask import Flask, abort, redirect, render_template, request, session, url_for
from flask_babel import Babel, get_locale
from flask_wtf import CSRFProtect

from .forms import OrderForm

STARTS = datetime(2026, 7, 1, 18, 30, tzinfo=UTC)


# --8<-- [start:select]
LANGUAGES = ["en", "pl"]
ZONES = zoneinfo.available_timezones()


def select_locale():
    return session.get("language") or request.accept_languages.best_match(LANGUAGES)


def select_timezone():
    return session.get("timezone")


# --8<-- [end:select]
# --8<-- [start:app]
def create_app():
    app = Flask(__name__)
    app.config["SECRET_KEY"] = "for this example only"
    app.config["BABEL_DEFAULT_TIMEZONE"] = "UTC"
    CSRFProtect(app)
    Babel(app, locale_selector=select_locale, timezone_selector=select_timezone)
    app.jinja_env.globals["get_locale"] = get_locale
    # --8<-- [end:app]

    @app.route("/", methods=["GET", "POST"])
    def index():
        form = OrderForm()
        form.validate_on_submit()
        seats = request.args.get("seats", 1, int)
        return render_template("index.html", form=form, seats=seats, starts=STARTS, sold=12345.5)

    # --8<-- [start:choose]
    @app.post("/choose/")
    def choose():
        language, zone = request.form["language"], request.form["timezone"]
        if language not in LANGUAGES or zone not in ZONES:
            abort(400)  # or every page of this visitor fails from now on
        session["language"], session["timezone"] = language, zone
        return redirect(url_for("index"))

    # --8<-- [end:choose]
    return app


app = create_app()
