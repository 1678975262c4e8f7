"""The desk of a rowing club: members, events and who comes to them."""

from flask import Flask, g, session

from . import accounts, api, bridge, commands, events, pages, staff
from .extensions import babel, db, login_manager


def create_app(config=None):
    app = Flask(__name__, template_folder="../club/jinja2")
    app.config.from_object("desk.settings")
    app.config.update(config or {})
    db.init_app(app)
    bridge.init_app(app)
    login_manager.init_app(app)
    babel.init_app(app, locale_selector=language)
    for part in (pages, events, staff, accounts, api):
        app.register_blueprint(part.bp)
    commands.init_app(app)
    return app


def language():
    """The language of this visitor; a job sets that of its member."""
    return g.get("language") or session.get("language", "en")
