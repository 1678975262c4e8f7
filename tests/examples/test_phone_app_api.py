"""What both servers of docs/examples/phone-app-api promise to a phone."""

import datetime as dt
import uuid
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
import time_machine
from django.core.signing import TimestampSigner
from itsdangerous import URLSafeTimedSerializer

KEY = "known to the test"
ENV = {"SECRET_KEY": KEY}
PASSWORD = "a long enough pass phrase"
FLASK_USERS = f"""
from flask_app import app
from flask_app.models import User, db
from werkzeug.security import generate_password_hash
with app.app_context():
    for name in ("ada", "ben"):
        db.session.add(User(username=name, password_hash=generate_password_hash("{PASSWORD}")))
    db.session.commit()
"""
DJANGO_USERS = f"""
from counts.models import User
for name in ("ada", "ben"):
    User.objects.create_user(name, password="{PASSWORD}")
"""
PREPARE = {
    "flask": ["flask init-db", ["python", "-c", FLASK_USERS]],
    "django": ["python manage.py migrate", ["python", "manage.py", "shell", "-c", DJANGO_USERS]],
}
SIGN = {
    "flask": URLSafeTimedSerializer(KEY, salt="access").dumps,
    "django": TimestampSigner(key=KEY, salt="access", fallback_keys=[]).sign_object,
}


def log_in(user, password=PASSWORD):
    return {"username": user, "password": password, "phone": "Pocket"}


class Phone(httpx.Client):
    """The app on a volunteer's phone."""

    def __init__(self, url, user="ada"):
        super().__init__(base_url=url, timeout=20)
        self.take(self.post("/phones", json=log_in(user)))
        self.id = self.refresh_token.partition(".")[0]

    def take(self, answer):
        self.refresh_token = answer.json()["refresh"]
        self.headers["Authorization"] = f"Bearer {answer.json()['access']}"

    def refresh(self, token=None):
        return self.post("/phones/refresh", json={"refresh": token or self.refresh_token})

    def status(self):
        return self.get("/counts").status_code

    def counts(self):
        return self.get("/counts").json()["results"]


@pytest.fixture(scope="module")
def kept():
    """Phones that stay logged in, by app."""
    return {}


@pytest.fixture
def phones(app, kept):
    """A new phone of Ada's, her other one, and Ben's."""
    if app.url not in kept:
        kept[app.url] = Phone(app.url), Phone(app.url, "ben")
    return Phone(app.url), *kept[app.url]


def a_count(**other):
    new = {"id": str(uuid.uuid4()), "walk": "W7", "day": "2027-05-01"}
    return new | {"species": "Comma", "number": 3} | other


def test_who_is_not_logged_in_gets_401(client):
    for sent in (log_in("ada", "wrong"), log_in("eve")):
        assert client.post("/phones", json=sent).status_code == 401
    for token in ("", "Bearer", "Bearer x", "Basic x"):
        answer = client.get("/counts", headers={"Authorization": token})
        assert answer.status_code == 401 and answer.headers["www-authenticate"]
    for sent in ("x", f"{uuid.uuid4()}.x"):
        assert client.post("/phones/refresh", json={"refresh": sent}).status_code == 401


def test_an_access_token_ends_after_a_quarter_of_an_hour(phones, app):
    for minutes, status in [(14, 200), (16, 401)]:
        with time_machine.travel(dt.datetime.now(dt.UTC) - dt.timedelta(minutes=minutes)):
            token = SIGN[app.framework](phones[0].id)
        phones[0].headers["Authorization"] = f"Bearer {token}"
        assert phones[0].status() == status


def test_a_refresh_whose_answer_was_lost_can_be_repeated(phones):
    phone, *_ = phones
    assert phone.refresh().status_code == 200  # the phone never hears of it
    phone.take(phone.refresh())
    phone.take(phone.refresh())
    assert phone.status() == 200


def test_a_token_that_two_hold_shuts_both_out(phones):
    phone, other, _ = phones
    stolen = phone.refresh_token
    phone.take(phone.refresh())
    phone.take(phone.refresh())
    assert phone.refresh(stolen).status_code == 401
    assert phone.refresh().status_code == phone.status() == 401
    assert other.status() == 200


def test_a_made_up_token_shuts_nobody_out(phones):
    phone, *_ = phones
    _, dot, rest = phone.refresh_token.partition(".")
    for made_up in ("made-up", f"made-up{rest[7:]}"):
        assert phone.refresh(f"{phone.id}{dot}{made_up}").status_code == 401
    assert phone.status() == phone.refresh().status_code == 200


def test_a_removed_phone_is_refused_at_its_next_request(phones):
    lost, other, ben = phones
    assert {"id": lost.id, "name": "Pocket"} in other.get("/phones").json()
    assert ben.delete(f"/phones/{lost.id}").status_code == 404
    assert lost.status() == 200
    assert other.delete(f"/phones/{lost.id}").status_code == 204
    assert lost.status() == lost.refresh().status_code == 401
    assert other.status() == 200


def test_a_count_sent_again_is_stored_once(phones):
    sent = a_count()
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: phones[0].post("/counts", json=sent), range(8)))
    assert sorted(answer.status_code for answer in answers) == [200] * 7 + [201]
    assert all(answer.json() == sent for answer in answers)
    assert [count["id"] for count in phones[1].counts()].count(sent["id"]) == 1


def test_another_count_under_a_used_id_is_409(phones):
    phone, sent = phones[0], a_count()
    phone.post("/counts", json=sent)
    assert phone.post("/counts", json=sent | {"number": 4}).status_code == 409
    assert sent in phone.counts()


def test_volunteers_see_and_send_their_own(phones):
    ada, _, ben = phones
    sent, same_id = (count := a_count()), count | {"number": 9}
    assert ada.post("/counts", json=sent).status_code == 201
    assert sent not in ben.counts()
    assert ben.post("/counts", json=same_id).status_code == 201
    assert ada.counts()[0] == sent and ben.counts()[0] == same_id


def test_what_arrives_between_two_pages_repeats_and_hides_nothing(phones):
    phone, sent = phones[0], [a_count() for _ in range(22)]
    for count in sent:
        phone.post("/counts", json=count)
    first = phone.get("/counts").json()
    phone.post("/counts", json=a_count())
    second = phone.get(first["next"]).json()["results"]
    assert (first["results"] + second)[:22] == sent[::-1]
