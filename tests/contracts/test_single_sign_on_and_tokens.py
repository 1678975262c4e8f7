"""What both apps of docs/compare/single-sign-on-and-tokens promise, and where they differ."""

import base64
import hashlib
import json
import os
import re
import secrets
import shutil
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey

from harness import ROOT, Running, Shown

HOME = ROOT / "docs/compare/single-sign-on-and-tokens"
PREPARE = {"flask": ["flask init-db"], "django": ["python manage.py migrate"]}
LOGIN = {"flask": "/login/", "django": "/accounts/oidc/company/login/"}
ANNA = {"sub": "1", "email": "anna@example.com", "email_verified": True}
TOKEN = re.compile(r'name="(csrf\w+)" value="(.+?)"')


class Provider(BaseHTTPRequestHandler):
    """A small OpenID Connect provider: whoever comes is `person`; `fault` spoils the ID token."""

    key, stranger = (RSAKey.generate_key(2048, {"kid": "k"}) for _ in range(2))
    url, person, fault, codes, secret = "", ANNA, {}, {}, secrets.token_urlsafe()

    def do_GET(self):
        address = urlsplit(self.path)
        asked = dict(parse_qsl(address.query))
        if address.path == "/authorize" and self.person is None:
            self.answer(403)
        elif address.path == "/authorize":
            code = secrets.token_urlsafe()
            self.codes[code] = {**asked, "person": self.person}
            back = urlencode({"code": code, "state": asked["state"]})
            self.answer(302, {"Location": f"{asked['redirect_uri']}?{back}"})
        elif address.path == "/jwks":
            key = {**self.key.as_dict(private=False), "alg": "RS256", "use": "sig"}
            self.answer(200, body={"keys": [key]})
        elif address.path == "/userinfo":
            self.answer(200, body=self.codes[self.headers["Authorization"].split()[1]]["person"])
        else:
            ends = {"authorization": "authorize", "token": "token", "userinfo": "userinfo"}
            body = {f"{name}_endpoint": f"{self.url}/{path}" for name, path in ends.items()}
            body |= {"issuer": self.url, "jwks_uri": f"{self.url}/jwks"}
            algorithms = {"id_token_signing_alg_values_supported": ["RS256"]}
            methods = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
            self.answer(200, body=body | algorithms | methods)

    def do_POST(self):
        sent = dict(parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode()))
        asked = self.codes.get(sent["code"], {})
        digest = hashlib.sha256(sent["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        secret = sent.get("client_secret") or self.basic()
        if (challenge, secret) != (asked["code_challenge"], self.secret):
            return self.answer(400, body={"error": "invalid_grant"})
        times = {"iat": int(time.time()), "exp": int(time.time()) + 60}
        claims = {"iss": self.url, "aud": "app", **times, **asked["person"]}
        claims |= {"nonce": asked["nonce"]} if "nonce" in asked else {}
        key = self.stranger if self.fault.get("key") else self.key
        claims |= {name: value for name, value in self.fault.items() if name != "key"}
        signed = jwt.encode({"alg": "RS256", "kid": "k"}, claims, key)
        token = {"access_token": sent["code"], "token_type": "Bearer", "id_token": signed}
        return self.answer(200, body=token)

    def basic(self):
        pair = base64.b64decode(self.headers["Authorization"].split()[1]).decode()
        return pair.partition(":")[2]

    def answer(self, status, headers=(), body=None):
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **dict(headers)}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture(scope="module", autouse=True)
def provider():
    """The provider on loopback; the apps read its address from the environment."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    Provider.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "OIDC_URL", Provider.url)
        patch.setitem(os.environ, "OIDC_SECRET", Provider.secret)
        yield
    server.shutdown()
    server.server_close()


def browser(app):
    return httpx.Client(base_url=app.url, timeout=20, follow_redirects=True)


def start(app, session):
    """Ask to log in; give the answer that sends the browser to the provider."""
    page = session.get(LOGIN[app.framework], follow_redirects=False)
    if app.framework == "django":  # a page with one button, so that no link can start a log-in
        token = dict(TOKEN.findall(page.text))
        return session.post(page.url, data=token, follow_redirects=False)
    return page


def log_in(app, person=ANNA, fault=None):
    """Log in as a person at the provider; give the browser and where it ended."""
    Provider.person, Provider.fault = person, fault or {}
    session = browser(app)
    return session, session.get(start(app, session).headers["location"])


def who(session):
    """Who is logged in: the address and the number of the account."""
    return re.findall(r"Logged in as (\S+) \((\d+)\)", session.get("/").text)


def send(session, path):
    return session.post(path, data=dict(TOKEN.findall(session.get("/").text)))


def call(app, token=None, session=None):
    """Call the API with a token or with a browser's cookies."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return (session or browser(app)).get("/api/me/", headers=headers)


def test_the_first_log_in_makes_an_account_and_the_second_finds_it(app):
    first, second = log_in(app)[0], log_in(app)[0]
    assert who(first) and who(first) == who(second)
    assert who(first)[0][0] == "anna@example.com"


def test_the_log_in_is_bound_to_a_secret_of_this_browser(app):
    with browser(app) as session:
        address = start(app, session).headers["location"]
        assert "code_challenge_method=S256" in address
        back = httpx.get(address).headers["location"]
        forged = re.sub("state=[^&]+", "state=forged", back)
        assert session.get(forged).status_code == 401
    assert browser(app).get(back).status_code == 401


@pytest.mark.parametrize(
    "fault", [{"aud": "another-app"}, {"iss": "https://evil.example"}, {"exp": 1}]
)
def test_an_id_token_for_somebody_else_is_refused(app, fault):
    session, end = log_in(app, fault=fault)
    assert end.status_code == 401 and not who(session)


@pytest.mark.parametrize("fault", [{"key": True}, {"nonce": "another"}])
def test_authlib_checks_signature_and_nonce_and_allauth_trusts_the_connection(served, fault):
    assert not who(log_in(served("flask"), fault=fault)[0])
    assert who(log_in(served("django"), fault=fault)[0])


def test_another_person_with_the_same_address_does_not_get_the_account(app):
    anna = who(log_in(app)[0])
    assert anna and who(log_in(app, {**ANNA, "sub": "2"})[0]) != anna


def test_an_account_found_by_its_address_goes_to_whoever_has_the_address(served, tmp_path):
    shutil.copytree(HOME / "flask_app", tmp_path / "flask_app")
    code = (sso := tmp_path / "flask_app/sso.py").read_text()
    by_address = code.replace(
        'filter_by(subject=claims["sub"])', 'filter_by(email=claims["email"])'
    )
    assert by_address != code
    sso.write_text(by_address)
    careless = Running("flask", Shown(tmp_path, "flask_app"), tmp_path)
    careless.run("flask init-db")
    careless.start()
    try:
        anna, stranger = (who(log_in(careless, {**ANNA, "sub": n})[0]) for n in "12")
        assert anna == stranger != []
    finally:
        careless.stop()


def test_a_session_outlives_the_account_at_the_provider(app):
    session, _ = log_in(app)
    assert log_in(app, person=None)[1].status_code == 403
    assert who(session)


def test_who_signs_on_is_an_ordinary_user_of_django(served):
    app = served("django")
    session, _ = log_in(app)
    assert "/admin/login/" in str(session.get("/admin/").url)
    promote = (
        "from django.contrib.auth.models import User;"
        "print(User.objects.filter(email='anna@example.com').update(is_staff=True),"
        "User.objects.get(email='anna@example.com').has_usable_password())"
    )
    shell = ["python", "manage.py", "shell", "-v", "0", "-c", promote]
    assert app.run(shell).stdout.split() == ["1", "False"]
    assert session.get("/admin/").url.path == "/admin/"


def test_a_token_opens_the_api_and_a_session_does_not(app):
    session, _ = log_in(app)
    token = send(session, "/tokens/").text
    assert call(app, token).json() == {"email": "anna@example.com"}
    for refused in (call(app), call(app, "made-up"), call(app, session=session)):
        assert refused.status_code == 401
        assert refused.headers["www-authenticate"] == "Bearer"


def test_the_token_of_who_was_deactivated_in_django_opens_nothing(served):
    app = served("django")
    token = send(log_in(app, {**ANNA, "sub": "3", "email": "carl@example.com"})[0], "/tokens/").text
    assert call(app, token).status_code == 200
    shut = "from django.contrib.auth.models import User;"
    shut += "User.objects.filter(email='carl@example.com').update(is_active=False)"
    app.run(["python", "manage.py", "shell", "-v", "0", "-c", shut])
    assert call(app, token).status_code == 401


def test_a_token_is_given_only_to_who_is_logged_in_and_sent_the_form(app):
    session, _ = log_in(app)
    assert session.post("/tokens/").status_code == {"flask": 400, "django": 403}[app.framework]
    stranger = browser(app)
    stranger.follow_redirects = False
    sent = send(stranger, "/tokens/")
    assert sent.status_code == 302 and LOGIN[app.framework] in sent.headers["location"]


def test_the_database_holds_no_token_that_anybody_could_use(app):
    token = send(log_in(app)[0], "/tokens/").text
    stored = (app.data / "db.sqlite3").read_bytes()
    assert token.encode() not in stored
    assert hashlib.sha256(token.encode()).hexdigest().encode() in stored


def test_a_revoked_token_is_refused_at_the_next_request(app):
    session, _ = log_in(app)
    token = send(session, "/tokens/").text
    assert call(app, token).status_code == 200
    assert send(session, "/tokens/revoke/").status_code == 204
    assert call(app, token).status_code == 401
