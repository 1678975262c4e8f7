"""What the server runs: the app with the settings of production, behind one proxy."""

import os

from bookmarks import create_app
from werkzeug.middleware.proxy_fix import ProxyFix

app = create_app(
    SECRET_KEY=os.environ["SECRET_KEY"],  # missing: no start
    OWNER_HASH=os.environ["OWNER_HASH"],
    SQLALCHEMY_DATABASE_URI="sqlite:///" + os.environ["DATABASE"],
    TRUSTED_HOSTS=[os.environ["SITE"]],
    SESSION_COOKIE_SECURE=True,
    SESSION_COOKIE_SAMESITE="Lax",
)
app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1)
