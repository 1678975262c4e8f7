"""The pages of the public, with their language in the address."""

from babel import negotiate_locale
from flask import Blueprint, g, redirect, render_template, request, session, url_for

from .forms import ApplicationForm
from .models import LANGUAGES, Application, db

# --8<-- [start:url]
bp = Blueprint("allowance", __name__, url_prefix=f"/<any({', '.join(LANGUAGES)}):language>")


@bp.url_value_preprocessor
def take_language(endpoint, values):
    g.language = values.pop("language")


@bp.app_url_defaults
def give_language(endpoint, values):
    if endpoint.startswith("allowance."):
        values.setdefault("language", g.get("language"))


def preferred_language():
    wanted = request.accept_languages.values()
    return negotiate_locale(wanted, LANGUAGES, sep="-") or "en"


# --8<-- [end:url]
# --8<-- [start:apply]
def show(page, **context):
    others = [
        (code, name, url_for(request.endpoint, language=code))
        for code, name in LANGUAGES.items()
        if code != g.language
    ]
    return render_template(f"{page}.html", others=others, **context)


@bp.route("/apply/", methods=["GET", "POST"])
def apply():
    form = ApplicationForm()
    if "switch" in request.form:  # the page in the other language, with what is typed so far
        return show("apply", form=form)
    if form.validate_on_submit():
        application = Application(language=g.language)
        form.populate_obj(application)
        db.session.add(application)
        db.session.commit()
        session["number"] = application.id
        return redirect(url_for(".received"))
    return show("apply", form=form)


# --8<-- [end:apply]
@bp.get("/received/")
def received():
    if "number" not in session:
        return redirect(url_for(".apply"))
    return show("received", number=session["number"])


def init_app(app):
    app.register_blueprint(bp)

    @app.get("/")
    def index():
        return redirect(url_for("allowance.apply", language=preferred_language()))
