"""The move from Flask to Django: one suite after every step, on one database."""

import re
import shutil

import httpx
import pytest
import steps
from bs4 import BeautifulSoup

from harness import Running, Shown

GUIDE = "flask-to-django"
CUT_OVER, BACK, LAST = 9, "9, back to Flask", 10
STATES = [*range(CUT_OVER + 1), BACK, LAST]
COMMANDS = {0, 5, 8, LAST}  # processes are slow: only where they, or who queues jobs, changed
RELEASES = {0, 2, 3, LAST}  # the others change nothing in the database
PASSWORDS = {"anna": "correct horse", "ben": "Straße nach Süden", "cleo": "battery staple"}
POSTER = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
SEED = f"""
from datetime import datetime
from desk import create_app
from desk.extensions import db
from desk.models import Booking, Event, Job, Member
from werkzeug.security import generate_password_hash

app = create_app()
with app.app_context():
    for name, password in {PASSWORDS!r}.items():
        member = Member(email=name + "@example.com", name=name.title(), language="en")
        member.set_password(password)
        member.is_staff, member.api_token = name == "anna", "token-of-" + name
        db.session.add(member)
    anna, ben, cleo = db.session.query(Member).order_by(Member.id)
    ben.language = "de"
    # As Werkzeug 2.2 hashed by default; the others have what Werkzeug 3 makes of it.
    cleo.password_hash = generate_password_hash({PASSWORDS["cleo"]!r}, "pbkdf2:sha256:260000")
    for name in ["emil", *(f"dora-{{number}}" for number in range(20))]:
        one = Member(email=name + "@example.com", name=name.title()[:4], is_staff=name != "emil")
        one.password_hash = cleo.password_hash
        db.session.add(one)
    regatta = Event(title="Regatta für alle", details="Bring <soap>.", places=3, host=ben)
    regatta.starts_at, regatta.poster = datetime(2027, 5, 1, 19), "1a2b-regatta.png"
    winter = Event(title="Winter row", places=1, host=anna, starts_at=datetime(2027, 12, 1, 7, 30))
    note = Booking(event=regatta, member=ben, note="Sitze gern vorn")
    db.session.add_all([regatta, winter, note])
    mail = {{"to": ben.email, "language": "de", "title": regatta.title}}
    db.session.add(Job(kind="confirm", payload=mail))
    db.session.commit()
app.config["UPLOADS"].mkdir()
(app.config["UPLOADS"] / "1a2b-regatta.png").write_bytes({POSTER!r})
"""


class Visitor(httpx.Client):
    """A browser's manners: forms are found on a page and sent with their hidden fields."""

    def see(self, path):
        return BeautifulSoup(self.get(path).text, "html.parser")

    def fill(self, path, form="main", files=None, **fields):
        """Fill a form of a page and send it where the page says."""
        found = self.see(path).select_one(f"form#{form}")
        named = {one["name"]: one.get("value", "") for one in found.select("input[name]")}
        named.update({one["name"]: one.text.strip() for one in found.select("textarea[name]")})
        named = {name: value for name, value in named.items() if name != "poster"} | fields
        return self.post(found.get("action") or path, data=named, files=files)

    def log_in(self, name, password=None):
        email = f"{name}@example.com"
        return self.fill("/login", email=email, password=password or PASSWORDS[name])


class Desk(Running):
    """One state of the move, served on the data that the state before left."""

    def line(self, name):
        """A line of the app's Procfile."""
        listed = (self.shown.folder / "Procfile").read_text()
        return re.search(rf"^{name}: (.*)$", listed, re.M)[1]

    def procfile(self, name, *more):
        """Run a line of the app's Procfile."""
        return self.run([*self.line(name).split(), *more])

    def visitor(self, name=None, password=None):
        """A new browser; with a name, one that has logged in."""
        made = Visitor(base_url=self.url, timeout=20)
        if name:
            assert made.log_in(name, password).status_code == 302
        return made


class Chain:
    """One database, taken through the states in their order."""

    def __init__(self, tmp):
        self.tmp, self.data, self.reached = tmp, tmp.mktemp("data"), 0
        self.faithful, self.seeded = {}, tmp.mktemp("seeded")

    def desk(self, state, data=None, **env):
        """The app of a state, not served yet."""
        step = CUT_OVER if state == BACK else state
        env = {"FLASK_SERVES": "all"} if state == BACK else env
        folder = steps.assemble(GUIDE, step, self.tmp.mktemp(f"step-{step}-"))
        return Desk("move", Shown(folder, "front"), data or self.data, env)

    def to(self, state):
        """Release every state up to this one, once."""
        for passed in STATES[self.reached : STATES.index(state) + 1]:
            if passed in RELEASES:
                desk = self.desk(passed)
                desk.procfile("release")
            if passed == 0:
                desk.run(["python", "-c", SEED])
                shutil.copytree(self.data, self.seeded, dirs_exist_ok=True)
                desk.start()
                self.faithful = dict(desk.visitor("emil", PASSWORDS["cleo"]).cookies)
                desk.stop()
            self.reached += 1
        return self.desk(state)


@pytest.fixture(scope="module")
def chain(tmp_path_factory):
    return Chain(tmp_path_factory)


@pytest.fixture(scope="module", params=STATES)
def state(request):
    """Every state in turn."""
    return request.param


@pytest.fixture(scope="module")
def desk(state, chain):
    """The app in this state, served."""
    desk = chain.to(state).start()
    yield desk
    desk.stop()


@pytest.fixture(scope="module")
def members(desk):
    """Anna of the desk, Ben and Cleo, logged in."""
    return {name: desk.visitor(name) for name in PASSWORDS}


@pytest.fixture
def anna(members):
    return members["anna"]


@pytest.fixture
def ben(members):
    return members["ben"]


@pytest.fixture
def cleo(members):
    return members["cleo"]


@pytest.fixture
def stranger(desk):
    return desk.visitor()


def led_to_log_in(response):
    """Where a stranger comes back to after the log-in."""
    target = httpx.URL(response.headers["location"])
    assert target.path == "/login"
    return target.params["next"]


def event(anna, title="Outing", **fields):
    """Make an event at the desk; return its path."""
    form = {"title": title, "starts_at": "2027-07-04T18:30", "places": "2", **fields}
    return anna.fill("/desk/events/new", **form).headers["location"]


def test_the_seed_is_all_there(anna, stranger):
    page = anna.see("/events/1")
    assert page.h1.text == "Regatta für alle" and "Bring &lt;soap&gt;." in str(page)
    assert page.select_one("#starts").text == "2027-05-01 19:00"
    assert page.select_one("#host").text == "Ben"
    assert page.select_one("#bookings").text.strip() == "Ben: Sitze gern vorn"
    assert stranger.get(page.img["src"]).content == POSTER
    listed = stranger.see("/").select("#events li")
    titles = [one.a.text for one in listed]
    assert titles.index("Regatta für alle") < titles.index("Winter row")


def test_everybody_logs_in_with_the_old_password_and_nobody_else(stranger):
    assert stranger.log_in("ben", "wrong").status_code == 422
    assert stranger.log_in("nobody", "wrong").status_code == 422
    assert led_to_log_in(stranger.get("/account")) == "/account"
    assert stranger.log_in("ben").headers["location"] == "/"
    assert stranger.see("/account").select_one("#name")["value"] == "Ben"
    assert stranger.fill("/", "logout").status_code == 302
    assert stranger.get("/account").status_code == 302


def test_the_log_in_leads_on_within_the_site_only(desk):
    for target, leads in (("/account", "/account"), ("//evil.example/", "/")):
        done = desk.visitor().fill(
            f"/login?next={target}", email="ben@example.com", password=PASSWORDS["ben"]
        )
        assert done.headers["location"] == leads


def test_who_logged_in_before_the_move_still_is(chain, desk):
    visitor = desk.visitor()
    visitor.cookies.update(chain.faithful)
    assert visitor.see("/account").select_one("#name")["value"] == "Emil"
    assert visitor.see("/events/1").select_one("form#book") is not None
    chain.faithful = dict(visitor.cookies)


def test_a_new_password_counts_on_every_page(desk, cleo):
    other = desk.visitor()
    for new in ("another one", PASSWORDS["cleo"]):
        assert cleo.fill("/account", password="short").status_code == 422
        assert cleo.fill("/account", name="Cleo", password=new).status_code == 302
        assert "Saved." in cleo.get("/account").text
        assert other.log_in("cleo", new).status_code == 302
        assert cleo.see("/events/1").select_one("form#book") is not None


def test_a_place_is_booked_once_and_cancelled(anna, ben, cleo):
    path = event(anna, places="1")
    assert ben.fill(path, "book", note="x" * 201).status_code == 422
    assert ben.fill(path, "book", note="bow <side>").headers["location"] == path
    page = ben.see(path)
    assert page.select_one(".message").text == "Ihr Platz ist gebucht."
    assert page.q.text == "bow <side>" and page.select_one("form#book") is None
    cleo.fill(path, "book", note="me too")
    assert cleo.see(path).select_one(".message").text == "This event is full."
    assert ben.fill(path, "cancel").headers["location"] == path
    assert ben.see(path).select_one("#free").text == "1 Platz frei"


def test_a_form_without_its_token_changes_nothing(anna, stranger, ben):
    path = event(anna)
    assert ben.post(f"{path}/book", data={"note": "forged"}).status_code in (400, 403)
    assert ben.post("/logout").status_code in (400, 403)
    assert anna.post("/desk/members/1/delete").status_code in (400, 403)
    assert stranger.post("/login", data={"email": "ben@example.com"}).status_code in (400, 403)
    assert ben.see(path).select_one("form#book") is not None


def test_the_desk_is_for_staff(ben, stranger):
    assert ben.get("/desk/members/").status_code == 403
    assert led_to_log_in(stranger.get("/desk/members/")) == "/desk/members/"


def test_staff_make_an_event_with_a_poster_and_change_it(anna, stranger):
    fields = {"title": "Märzregatta", "starts_at": "2027-03-28T10:00", "places": "5"}
    poster = {"poster": ("Mein Plakat.png", POSTER, "image/png")}
    path = anna.fill("/desk/events/new", files=poster, **fields).headers["location"]
    image = stranger.see(path).img["src"]
    assert image.endswith("-Mein_Plakat.png") and stranger.get(image).content == POSTER
    assert stranger.get(image).headers["content-type"] == "image/png"
    edit = "/desk" + path
    assert anna.see(edit).select_one("#starts_at")["value"].startswith("2027-03-28T10:00")
    assert anna.fill(edit, title="Aprilregatta").status_code == 302
    page = stranger.see(path)
    assert (page.h1.text, page.img["src"]) == ("Aprilregatta", image)


def test_a_bad_event_is_refused(anna):
    for bad in ({"places": "0"}, {"title": ""}, {"starts_at": "soon"}):
        fields = {"title": "Bad", "starts_at": "2027-07-04T18:30", "places": "2", **bad}
        assert anna.fill("/desk/events/new", **fields).status_code == 422
    fields = {"title": "Bad", "starts_at": "2027-07-04T18:30", "places": "2"}
    for name, size in (("big.png", 200_001), ("page.html", 10)):
        poster = {"poster": (name, b"x" * size, "image/png")}
        refused = anna.fill("/desk/events/new", files=poster, **fields)
        assert refused.status_code == 422 and "error" in refused.text
    assert "Bad" not in anna.get("/").text


def test_an_event_goes_with_its_bookings(anna, ben):
    path = event(anna)
    ben.fill(path, "book")
    assert anna.fill(path, "delete").status_code == 302
    assert anna.get(path).status_code == 404


def test_a_member_goes_with_the_bookings_and_the_events_stay(desk, anna):
    row = next(row for row in anna.see("/desk/members/").select("tr") if "dora" in row.text)
    dora = desk.visitor(row.td.text.split("@")[0], PASSWORDS["cleo"])
    path = event(dora, title="By Dora")
    dora.fill(path, "book", note="myself")
    assert "Dora: myself" in anna.see(path).select_one("#bookings").text
    assert anna.fill("/desk/members/", row.form["id"]).status_code == 302
    page = anna.see(path)
    assert page.select_one("#host").text == "The club"
    assert page.select_one("#bookings").text.strip() == ""
    assert dora.get("/account").status_code == 302


def test_the_language_is_kept_with_the_session_and_the_member(desk, stranger, cleo):
    assert stranger.see("/").html["lang"] == "en"
    stranger.fill("/", "language", language="de")
    for path, heading in (("/", "Termine"), ("/login", "Anmelden")):
        page = stranger.see(path)
        assert (page.html["lang"], page.h1.text) == ("de", heading)
    assert re.search(r"[023] Plätze frei", stranger.get("/events/1").text)
    cleo.fill("/", "language", language="de")
    again = desk.visitor("cleo")
    assert again.see("/account").h1.text == "Konto"
    cleo.fill("/", "language", language="en")
    assert stranger.fill("/", "language", language="xx").status_code == 400


def bearer(name):
    return {"Authorization": f"Bearer {name}"}


@pytest.fixture
def api(stranger):
    return stranger


def test_the_api_lists_events_with_the_offset_of_the_clubs_time(api):
    listed = {one["title"]: one for one in api.get("/api/events").json()}
    assert listed["Regatta für alle"]["starts_at"] == "2027-05-01T19:00:00+02:00"
    assert listed["Winter row"]["starts_at"] == "2027-12-01T07:30:00+01:00"
    assert api.get("/api/events/1").json() == listed["Regatta für alle"]
    missing = api.get("/api/events/999")
    assert (missing.status_code, missing.json()) == (404, {"error": "Not Found"})


def test_the_api_books_for_who_sends_a_token(anna, api):
    path = event(anna, places="1")
    wanted = {"event": int(path.rsplit("/", 1)[1]), "note": "by API"}
    for headers in ({}, bearer("wrong")):
        assert api.post("/api/bookings", json=wanted, headers=headers).status_code == 401
    ben = bearer("token-of-ben")
    assert api.post("/api/bookings", json=[], headers=ben).json() == {"error": "Bad Request"}
    assert api.post("/api/bookings", json={"event": 999}, headers=ben).status_code == 404
    made = api.post("/api/bookings", json=wanted, headers=ben)
    assert made.status_code == 201
    assert {**wanted, **made.json()} in api.get("/api/bookings", headers=ben).json()
    for name in ("ben", "cleo"):
        assert (
            api.post("/api/bookings", json=wanted, headers=bearer(f"token-of-{name}")).status_code
            == 409
        )


def test_every_url_keeps_its_slash_or_its_lack_of_one(api):
    for path in ("/events/1/", "/account/", "/login/", "/api/events/", "/healthz/"):
        assert api.get(path).status_code == 404
    moved = api.get("/events")
    assert (moved.status_code, httpx.URL(moved.headers["location"]).path) == (308, "/events/")
    assert api.post("/api/bookings", json={}).status_code == 401


def test_the_rest_answers_as_before(stranger):
    assert stranger.get("/healthz").json() == {"ok": True}
    assert "max-width" in stranger.get("/static/desk.css").text
    assert stranger.get("/nowhere").status_code == 404
    assert stranger.get("/events/").headers["location"] == "/"


def test_the_commands_do_what_they_did(desk, state, anna, ben):
    if state not in COMMANDS:
        return
    path = event(anna, title="Nachtfahrt")
    ben.fill(path, "book")
    outbox = desk.data / "outbox"
    before = set(outbox.iterdir()) if outbox.is_dir() else set()
    desk.procfile("worker")
    mails = [one.read_text() for one in set(outbox.iterdir()) - before]
    assert mails.count("To: ben@example.com\n\nIhr Platz bei Nachtfahrt ist gebucht.\n") == 1
    if state != 8:  # its own tests are those of the last step, but for the time zone
        desk.run(desk.line("test"), PYTEST_ADDOPTS="-p no:django -p no:cacheprovider")
    if state == 5:  # here only the queue has changed hands
        return
    lines = desk.procfile("report").stdout.splitlines()
    assert "2027-05-01 19:00,Regatta für alle,1/3" in lines
    assert [line[:16] for line in lines] == sorted(line[:16] for line in lines)
    name = f"new-{desk.shown.folder.name}"
    desk.procfile("add-member", f"{name}@example.com", "New", "long enough", "--staff")
    assert desk.visitor(name, "long enough").get("/desk/members/").status_code == 200


# The traps, each shown red first: what happens without the mend, and with it.
@pytest.fixture(scope="module")
def handed_over(chain):
    """The seed once the tables are Django's, as steps 2 to 9 have them."""
    chain.to(0)
    data = chain.tmp.mktemp("handed-over")
    shutil.copytree(chain.seeded, data, dirs_exist_ok=True)
    chain.desk(CUT_OVER, data).procfile("release")
    return data


@pytest.fixture
def told(chain, handed_over, tmp_path):
    """Run a script in the app of a step; return the words that it prints."""
    shutil.copytree(handed_over, tmp_path, dirs_exist_ok=True)

    def run(step, script):
        code = START + script
        return chain.desk(step, tmp_path).run(["python", "-c", code]).stdout.split()

    return run


START = f"""
import os
import django
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
django.setup()
from django.conf import global_settings, settings
from django.test import Client, override_settings
from club.models import Booking, Event, Member

PASSWORDS = {PASSWORDS!r}
anna, ben, cleo = Member.objects.order_by("id")[:3]
def browser(**more):
    return Client(headers={{"host": "localhost"}}, **more)
"""

HASHES = """
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.hashers import check_password
from werkzeug.security import check_password_hash

for member, password in zip((anna, ben, cleo), PASSWORDS.values()):
    with override_settings(PASSWORD_HASHERS=global_settings.PASSWORD_HASHERS):
        print(check_password(password, member.password))
    print(check_password(password, member.password), check_password("x", member.password))
ben.set_password("new")
print(check_password_hash(ben.password, "new"))
print(len(anna.password), AbstractBaseUser._meta.get_field("password").max_length)
"""


def test_django_verifies_no_hash_of_werkzeug_until_it_has_the_hasher(told):
    *verified, written, length, room = told(2, HASHES)
    assert verified == ["False", "True", "False"] * 3
    assert (written, length, room) == ("True", "162", "128")


ZONES = """
from django.utils.timezone import localtime

with override_settings(USE_TZ=True):
    print(localtime(Event.objects.get(pk=1).starts_at).isoformat())
print(Event.objects.get(pk=1).starts_at.isoformat())
"""


def test_with_use_tz_the_old_times_are_two_hours_late_in_summer(told):
    assert told(2, ZONES) == ["2027-05-01T21:00:00+02:00", "2027-05-01T19:00:00"]


CASCADES = """
from io import StringIO
from django.core.management import call_command
from django.db import IntegrityError, models, transaction

draft = StringIO()
call_command("inspectdb", "event", "booking", stdout=draft)
print(draft.getvalue().count("models.DO_NOTHING"))

def events_left(on_delete, null):
    host = Event._meta.get_field("host")
    host.remote_field.on_delete, host.null = on_delete, null
    with transaction.atomic():
        ben.delete()
        print(Event.objects.filter(pk=1).count())
        transaction.set_rollback(True)
    ben.pk = 2

events_left(models.CASCADE, null=False)
events_left(models.SET_NULL, null=True)
Booking._meta.get_field("event").remote_field.on_delete = models.DO_NOTHING
try:
    Event.objects.get(pk=1).delete()
except IntegrityError as error:
    print(type(error).__name__)
"""


def test_the_rules_for_deleting_are_not_in_the_tables(told):
    assert told(2, CASCADES) == ["3", "0", "1", "IntegrityError"]


OLD_COOKIE = """
from desk import create_app
from flask.sessions import SecureCookieSessionInterface

signer = SecureCookieSessionInterface().get_signing_serializer(create_app())
def account():
    visitor = browser()
    visitor.cookies["session"] = signer.dumps({"_user_id": str(ben.pk), "_fresh": True})
    return visitor.get("/account").status_code

without = [one for one in settings.MIDDLEWARE if "OldCookie" not in one]
with override_settings(MIDDLEWARE=without):
    print(account())
print(account())
"""


def test_a_session_of_flask_means_nothing_to_django_until_it_is_taken_over(told):
    assert told(4, OLD_COOKIE) == ["302", "200"]


TOKENS = """
import re
import front
from flask_wtf.csrf import generate_csrf
from werkzeug.test import Client as Browser

with front.legacy.test_request_context():
    token = generate_csrf()
strict = browser(enforce_csrf_checks=True)
print(strict.post("/language", {"csrf_token": token, "language": "de"}).status_code)
visitor = Browser(front.app)
page = visitor.get("/", headers={"host": "localhost"})
print(page.headers.get("x-frame-options"))
token = re.search('name="csrfmiddlewaretoken" value="(.*?)"', page.text)[1]
fields = {"csrfmiddlewaretoken": token, "language": "de"}
print(visitor.post("/language", data=fields, headers={"host": "localhost"}).status_code)
"""


def test_django_refuses_the_token_of_flask_wtf_and_takes_the_shared_one(told):
    assert told(4, TOKENS) == ["403", "None", "302"]


UPGRADE = """
from django.contrib.auth.base_user import AbstractBaseUser

def phone_after_log_in_elsewhere():
    phone = browser()
    phone.force_login(Member.objects.get(pk=cleo.pk))
    browser().post("/login", {"email": cleo.email, "password": PASSWORDS["cleo"]})
    return phone.get("/account").status_code

print(phone_after_log_in_elsewhere())
Member.check_password = AbstractBaseUser.check_password
print(phone_after_log_in_elsewhere())
"""


def test_a_hash_upgraded_at_log_in_ends_the_other_sessions_of_a_member(told):
    assert told(4, UPGRADE) == ["200", "302"]


LINKS = """
from club.environment import url_for
from django.urls import NoReverseMatch, reverse

try:
    reverse("staff:event")
except NoReverseMatch as error:
    print(type(error).__name__)
print(url_for("staff.event"), url_for("accounts.login"))
"""


def test_django_cannot_link_to_what_has_not_moved_without_asking_flask(told):
    assert told(4, LINKS) == ["NoReverseMatch", "/desk/events/new", "/login"]


RELATED = """
try:
    list(Event.objects.get(pk=1).bookings)
except TypeError as error:
    print(type(error).__name__)
"""


def test_a_related_manager_is_not_a_list(told):
    assert told(5, RELATED) == ["TypeError"]


LARGE = """
from club.forms import EventForm
from django.core.files.uploadedfile import SimpleUploadedFile

def upload():
    staff = browser()
    staff.force_login(anna)
    poster = SimpleUploadedFile("big.png", b"x" * 3_000_000)
    fields = {"title": "Big", "starts_at": "2027-07-04T18:30", "places": "2", "poster": poster}
    return staff.post("/desk/events/new", fields).status_code

print(upload())
del EventForm.clean_poster
print(upload())
"""


def test_no_limit_of_django_stops_a_large_file_until_the_form_does(told):
    assert told(6, LARGE) == ["422", "302"]


SLASHES = """
import sys
from types import ModuleType
from club import api
from django.urls import path

customary = sys.modules["customary"] = ModuleType("customary")
customary.urlpatterns = [path("api/bookings/", api.bookings)]

def book():
    headers = {"Authorization": "Bearer token-of-cleo"}
    sent = {"data": {"event": 1}, "content_type": "application/json"}
    answer = browser().post("/api/bookings", headers=headers, follow=True, **sent)
    return answer.status_code, Booking.objects.filter(member=cleo).count()

common = "django.middleware.common.CommonMiddleware"
usual = [common if "Slashes" in one else one for one in settings.MIDDLEWARE]
with override_settings(ROOT_URLCONF="customary", MIDDLEWARE=usual):
    print(*book())
print(*book())
"""


def test_a_slash_that_django_adds_turns_a_booking_into_a_list(told):
    assert told(7, SLASHES) == ["200", "0", "201", "1"]


def by_django(response):
    """Its middleware sets a header that this Flask app does not."""
    return "x-frame-options" in response.headers


def test_one_group_goes_back_to_flask_and_the_rest_stays(chain, handed_over, tmp_path):
    shutil.copytree(handed_over, tmp_path, dirs_exist_ok=True)
    desk = chain.desk(8, tmp_path, FLASK_SERVES="accounts").start()
    anna = desk.visitor("anna")
    path = event(anna)
    account = anna.get("/account")
    assert not by_django(account) and "Saved." in account.text  # what Django had to say
    assert by_django(anna.get("/desk/members/")) and by_django(anna.get(path))
    anna.fill(path, "book", note="mine")
    anna.fill("/account", name="Anna B.", password="")
    assert "Anna B.: mine" in anna.see(path).select_one("#bookings").text
    desk.stop()


def test_the_last_step_can_be_left_only_without_the_new_hashes(desk, state, chain, tmp_path):
    if state != LAST:
        return
    shutil.copytree(chain.data, tmp_path, dirs_exist_ok=True)
    chain.desk(LAST, tmp_path).run("python manage.py migrate club 0001")
    old = chain.desk(BACK, tmp_path).start()
    assert old.visitor().see("/events/1").select_one("#starts").text == "2027-05-01 19:00"
    assert old.visitor("emil", PASSWORDS["cleo"]).see("/account").h1.text == "Account"
    assert old.visitor().log_in("ben").status_code == 422  # who logged in after the last step
    old.stop()


@pytest.mark.parametrize("step", range(1, LAST + 1))
def test_the_page_shows_what_a_step_changes(step):
    shown = steps.GUIDES / GUIDE / f"step_{step}.diff"
    assert shown.read_text() == steps.diff(GUIDE, step)
