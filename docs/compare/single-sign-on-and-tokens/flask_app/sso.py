"""Log-in at the company's OpenID Connect provider."""

# --8<-- [start:sso]
import os

from authlib.integrations.flask_client import OAuth, OAuthError
from flask import Blueprint, abort, redirect, url_for
from flask_login import LoginManager, login_user
from joserfc.errors import JoseError

from .models import User, db

bp = Blueprint("sso", __name__)
oauth = OAuth()
oauth.register(
    "company",
    client_id="app",
    client_secret=os.environ.get("OIDC_SECRET"),
    server_metadata_url=f"{os.environ.get('OIDC_URL')}/.well-known/openid-configuration",
    client_kwargs={"scope": "openid email", "code_challenge_method": "S256"},
)


@bp.get("/login/")
def login():
    return oauth.company.authorize_redirect(url_for("sso.callback", _external=True))


@bp.get("/callback/")
def callback():
    try:
        claims = oauth.company.authorize_access_token()["userinfo"]
    except (OAuthError, JoseError):  # a forged state, token or signature
        abort(401)
    user = db.session.scalar(db.select(User).filter_by(subject=claims["sub"]))
    if user is None:
        user = User(subject=claims["sub"])
        db.session.add(user)
    user.email = claims["email"]
    db.session.commit()
    login_user(user)
    return redirect(url_for("index"))


# --8<-- [end:sso]
def init_app(app):
    oauth.init_app(app)
    manager = LoginManager(app)
    manager.login_view = "sso.login"

    @manager.user_loader
    def load_user(user_id):
        return db.session.get(User, int(user_id))
