"""The planner of docs/examples/subscription-product: accounts, plans, and who has paid."""

import hashlib
import hmac
import json
import re
import time
from itertools import count

import httpx
import pytest
from bs4 import BeautifulSoup

PREPARE = {"flask": ["flask init-db"], "django": ["python manage.py migrate"]}
ENV = {"BILLING_SECRET": "of the tests"}
PASSWORD = "rehearse at seven"
PROVIDER = httpx.Client()  # a client takes long to make
numbers = count(1)  # of schools and of events


def send(session, url, **values):
    """Fill in the first form of a page as a browser does."""
    page = BeautifulSoup(session.get(url).text, "html.parser")
    sent = {}
    for field in page.select("form[method=post]")[0].select("input"):
        kind = "email" if field["name"] == "username" else field["type"]  # Django's log-in
        sent[field["name"]] = values.get(kind, field.get("value", ""))
    return session.post(url, data=sent)


def sign_up(app, password=PASSWORD):
    """A dance school with a browser of its own, and how signing up was answered."""
    school = httpx.Client(base_url=app.url, timeout=20)
    school.email = f"school-{next(numbers)}@example.org"
    school.answer = send(school, "/signup/", email=school.email, password=password)
    if link := re.search(r"checkout\?account=(\d+)", school.get("/timetables/").text):
        school.account = int(link[1])
    return school


@pytest.fixture(scope="module")
def schools():
    """One school for each app: to hash a password takes its time."""
    return {}


@pytest.fixture
def school(app, schools):
    """A dance school that pays for nothing."""
    if app.url not in schools:
        schools[app.url] = sign_up(app)
    assert tell(schools[app.url], "free") == 204
    return schools[app.url]


def add(school, name):
    return send(school, "/timetables/", text=name).status_code


def limit(school):
    return int(re.search(r"Your plan keeps (\d+)", school.get("/timetables/").text)[1])


def tell(school, plan="studio", version=None, lasts=3600, key="of the tests", **other):
    """What the billing provider sends when a subscription has changed."""
    told = {"account": school.account, "plan": plan, "version": version or next(numbers)} | other
    body = json.dumps(told | {"paid_until": int(time.time()) + lasts}).encode()
    signed = hmac.new(key.encode(), body, hashlib.sha256).hexdigest()
    url = school.base_url.join("/billing/events")
    return PROVIDER.post(url, content=body, headers={"Billing-Signature": signed}).status_code


def test_paying_raises_the_limit_and_no_longer_paying_takes_nothing_away(app):
    school = sign_up(app)
    assert (add(school, "Monday"), add(school, "Tuesday")) == (302, 402)
    assert tell(school) == 204
    assert add(school, "Tuesday") == 302
    tell(school, lasts=-1)  # paid until a second ago: nothing else has to happen
    assert add(school, "Wednesday") == 402
    assert {"Monday", "Tuesday"} <= set(re.findall(r"\w+day", school.get("/timetables/").text))


def test_an_event_that_comes_twice_or_late_changes_nothing(school):
    early, now, end = next(numbers), next(numbers), next(numbers)
    told = [(now, "studio", 20), (early, "free", 20), (end, "free", 1), (now, "studio", 1)]
    for version, plan, allowed in told:
        assert tell(school, plan, version) == 204 and limit(school) == allowed


def test_a_forged_event_is_refused(school):
    assert tell(school, key="guessed") == 401
    unsigned = PROVIDER.post(school.base_url.join("/billing/events"), content=b"{}")
    assert unsigned.status_code == 401
    assert limit(school) == 1


def test_an_event_that_cannot_be_booked_is_not_swallowed(school):
    assert tell(school, "gold") == 422
    assert tell(school, account=10**6) == 404


def test_a_stranger_and_another_school_see_nothing(school, app):
    tell(school)
    add(school, "Private lessons")
    assert "Private lessons" in school.get("/timetables/").text
    other = sign_up(app)
    page = other.get("/timetables/").text
    assert "Private lessons" not in page
    assert other.post("/timetables/", data={"name": "Forged"}).status_code in (400, 403)
    token = BeautifulSoup(page, "html.parser").select_one("form[action] [name^=csrf]")
    other.post("/logout/", data={token["name"]: token["value"]})
    assert other.get("/timetables/").headers["location"].startswith("/login/")
    assert send(other, "/login/", email=school.email, password="guessed").status_code == 200
    taken = send(other, "/signup/", email=school.email, password=PASSWORD)
    assert taken.status_code == 200 and "account" in taken.text.lower()


def test_an_address_is_one_account_in_capitals_or_not(app):
    email = f"Owner-{next(numbers)}@Example.org"
    for sign_up_again, written in enumerate([email, email.lower(), email.upper()]):
        with httpx.Client(base_url=app.url, timeout=20) as visitor:
            answer = send(visitor, "/signup/", email=written, password=PASSWORD)
            assert answer.status_code == (200 if sign_up_again else 302)
        with httpx.Client(base_url=app.url, timeout=20) as visitor:
            entered = send(visitor, "/login/", email=written, password=PASSWORD)
            assert entered.headers["location"] == "/timetables/"


@pytest.mark.since(django="6.1")
def test_a_forgotten_password_is_replaced_by_a_mailed_link_that_works_once(app):
    school = sign_up(app)
    with httpx.Client(base_url=app.url, timeout=20) as visitor:
        for email in ("nobody@example.org", school.email):
            assert send(visitor, "/reset/", email=email).headers["location"] == "/login/"
        (mail,) = (app.data / "mail").iterdir()
        link = re.search(r"http\S+", mail.read_text())[0]
        page = str(visitor.get(link, follow_redirects=True).url)
        assert send(visitor, page, password="a new pass phrase").status_code == 302
        assert school.get("/timetables/").status_code == 302  # who was logged in is out
        for spoilt in (link, link[:-3] + "/"):
            assert "no longer valid" in visitor.get(spoilt, follow_redirects=True).text
        assert send(visitor, "/login/", email=school.email, password=PASSWORD).status_code == 200
        entered = send(visitor, "/login/", email=school.email, password="a new pass phrase")
        assert entered.headers["location"] == "/timetables/"


def test_a_common_password_is_refused_by_django_only(served):
    assert sign_up(served("flask"), "football").answer.status_code == 302
    assert "too common" in sign_up(served("django"), "football").answer.text
