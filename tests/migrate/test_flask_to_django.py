"""The move from Flask to Django: one suite after every step, on one database."""

import re
import shutil

import httpx
import pytest
import steps
from bs4 import BeautifulSoup

from harness import Running, Shown
from services import fresh_database

GUIDE = "flask-to-django"
CUT_OVER, BACK, LAST = 9, "9, back to Flask", 10
STATES = [*range(CUT_OVER + 1), BACK, LAST]
# Processes and hashes are slow: these run only where what they look at has changed.
COMMANDS = [0, 5, 8, CUT_OVER, BACK, LAST]
LOG_INS = [0, 3, 4, LAST]
RELEASES = {0, 2, 3, LAST}  # the others change nothing in the database
TRAPS = steps.GUIDES / GUIDE / "traps"
SHOWN = {  # the traps of a step, which share a process
    2: ["hashes", "zones", "deletes", "faked"],
    4: ["cookie", "bridge", "tokens", "strangers", "upgrade", "links"],
    5: ["related"],
    6: ["large"],
    7: ["slashes"],
    8: ["workers", "columns"],
    9: ["cutover"],
}
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
    twice = Event(title="Night row", places=1, starts_at=datetime(2027, 10, 31, 2, 30))
    note = Booking(event=regatta, member=ben, note="Sitze gern vorn")
    db.session.add_all([regatta, winter, twice, note])
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
        if state == BACK:  # the way back of the commands: their old lines
            shutil.copy(steps.GUIDES / GUIDE / "step_3/Procfile", folder)
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


@pytest.mark.parametrize("state", LOG_INS, indirect=True)
def test_the_log_in_leads_on_within_the_site_only(stranger):
    ben = {"email": "ben@example.com", "password": PASSWORDS["ben"]}
    assert stranger.fill("/login?next=/account", **ben).headers["location"] == "/account"
    for outside in ("//evil", "///evil", "/%09/evil", "/%0a/evil", "/%5cevil"):
        assert stranger.fill(f"/login?next={outside}", **ben).headers["location"] == "/"


def test_who_logged_in_before_the_move_still_is(chain, desk):
    visitor = desk.visitor()
    for name, value in chain.faithful.items():  # with its domain: the site may replace it
        visitor.cookies.set(name, value, domain=visitor.base_url.host)
    assert visitor.see("/account").select_one("#name")["value"] == "Emil"
    assert visitor.see("/events/1").select_one("form#book") is not None
    chain.faithful = dict(visitor.cookies)


def test_a_new_password_counts_on_every_page(desk, cleo):
    assert cleo.fill("/account", password="short").status_code == 422
    assert cleo.fill("/account", name="Cleo", password="another one").status_code == 302
    assert "Saved." in cleo.get("/account").text
    assert desk.visitor().log_in("cleo", "another one").status_code == 302
    assert cleo.see("/events/1").select_one("form#book") is not None
    assert cleo.fill("/account", name="Cleo", password=PASSWORDS["cleo"]).status_code == 302


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
    assert listed["Night row"]["starts_at"] == "2027-10-31T02:30:00+02:00"
    assert api.get("/api/events/1").json() == listed["Regatta für alle"]
    missing = api.get("/api/events/999")
    assert (missing.status_code, missing.json()) == (404, {"error": "Not Found"})


def test_the_api_books_for_who_sends_a_token(anna, api):
    path = event(anna, places="1")
    wanted = {"event": int(path.rsplit("/", 1)[1]), "note": "by API"}
    for headers in ({}, bearer("wrong")):
        assert api.post("/api/bookings", json=wanted, headers=headers).status_code == 401
    ben = bearer("token-of-ben")
    for body in ([], [1]):
        refused = api.post("/api/bookings", json=body, headers=ben)
        assert (refused.status_code, refused.json()) == (400, {"error": "Bad Request"})
    for number in (999, "abc", [1], None):
        missing = api.post("/api/bookings", json={"event": number}, headers=ben)
        assert (missing.status_code, missing.json()) == (404, {"error": "Not Found"})
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


def mails(desk, work):
    """The mails that a worker writes."""
    outbox = desk.data / "outbox"
    before = set(outbox.iterdir()) if outbox.is_dir() else set()
    work()
    return [one.read_text() for one in set(outbox.iterdir()) - before]


@pytest.mark.parametrize("state", COMMANDS, indirect=True)
def test_the_worker_confirms_each_booking_once_and_in_its_language(desk, state, anna, ben):
    workers = [desk.line("worker")] + ["flask --app desk work"] * (state == 8)
    for number, worker in enumerate(workers):
        ben.fill(event(anna, title=f"Nachtfahrt {number}"), "book")
        letters = mails(desk, lambda worker=worker: desk.run(worker))
        line = f"Ihr Platz bei Nachtfahrt {number} ist gebucht."
        assert letters.count(f"To: ben@example.com\n\n{line}\n") == 1


@pytest.mark.parametrize("state", [0, CUT_OVER, BACK, LAST], indirect=True)
def test_the_commands_do_what_they_did(desk):
    lines = desk.procfile("report").stdout.splitlines()
    assert "2027-05-01 19:00,Regatta für alle,1/3" in lines
    assert [line[:16] for line in lines] == sorted(line[:16] for line in lines)
    name = f"new-{desk.shown.folder.name}"
    desk.procfile("add-member", f"{name}@example.com", "New", "long enough", "--staff")
    assert desk.visitor(name, "long enough").get("/desk/members/").status_code == 200


@pytest.mark.parametrize("state", [0, 5, CUT_OVER, LAST], indirect=True)
def test_the_teams_own_tests_pass(desk):
    desk.run(desk.line("test"), PYTEST_ADDOPTS="-p no:django -p no:cacheprovider")


# The traps: what happens without the mend, and with it. The page shows what they print.
@pytest.fixture(scope="module")
def handed_over(chain):
    """The seed once the tables are Django's, as steps 2 to 9 have them."""
    chain.to(0)
    data = chain.tmp.mktemp("handed-over")
    shutil.copytree(chain.seeded, data, dirs_exist_ok=True)
    chain.desk(CUT_OVER, data).procfile("release")
    return data


@pytest.fixture(scope="module")
def told(chain, handed_over):
    """What a trap says in the app of its step, which is what the page shows."""
    said = {}

    def answers(step, trap):
        if trap not in said:
            data = chain.tmp.mktemp(f"traps-{step}-")
            shutil.copytree(handed_over, data, dirs_exist_ok=True)
            desk = chain.desk(step, data, SECURE_COOKIES="1")
            printed = desk.run(["python", str(TRAPS), *SHOWN[step]]).stdout
            said.update(re.findall(r"^== (\w+)\n((?:(?!==).*\n)*)", printed, re.M))
        assert said[trap] == (TRAPS / f"{trap}.txt").read_text()
        return dict(re.split(r"  +", line, maxsplit=1) for line in said[trap].splitlines())

    return answers


def test_django_verifies_no_hash_of_werkzeug_until_it_has_the_hasher(told):
    assert told(2, "hashes") == {
        "scrypt: Django's own hashers": "False",
        "scrypt: the two of this app": "True",
        "scrypt: the two, a wrong password": "False",
        "pbkdf2: Django's own hashers": "False",
        "pbkdf2: the two of this app": "True",
        "pbkdf2: the two, a wrong password": "False",
        "Werkzeug, on a hash that Django wrote": "True",
        "length of Werkzeug's hash": "162",
        "room in AbstractBaseUser": "128",
        "what the admin shows of Werkzeug's hash": "scrypt:32768:8:1",
    }


def test_with_use_tz_the_old_times_are_two_hours_late_in_summer(told):
    assert told(2, "zones") == {
        "USE_TZ = True": "2027-05-01T21:00:00+02:00",
        "USE_TZ = False": "2027-05-01T19:00:00",
    }


def test_the_rules_for_deleting_are_not_in_the_tables(told):
    assert told(2, "deletes") == {
        "DO_NOTHING in the draft of inspectdb": "3",
        "CASCADE: events of a deleted host": "0",
        "SET_NULL: events of a deleted host": "1",
        "DO_NOTHING: delete an event with bookings": "IntegrityError",
    }


def test_a_faked_migration_makes_none_of_the_indexes_that_it_names(told):
    assert told(2, "faked") == {
        "0001_initial recorded as done": "True",
        "events that are still there": "3",
        "one_place_each is in the old table": "False",
        "indexes that the migration makes": "3",
        "indexes that the old tables have": "0",
        "indexes after those lines of sqlmigrate": "3",
    }


def test_a_session_of_flask_means_nothing_to_django_until_it_is_taken_over(told):
    answers = told(4, "cookie")
    assert (answers["Django alone"], answers["taken over"]) == ("302", "200")
    for part in ("Django", "Flask"):
        assert answers[f"by {part}, the key kept: who knows the key is"] == "Ben"
        assert answers[f"by {part}, a new key: who knows the old one is"] == "a stranger"


def test_the_session_under_flask_behaves_as_under_django(told):
    assert told(4, "bridge") == {
        "hashes that an unknown email costs": "1",
        "after a log-in: the key is new": "True",
        "after a log-in: the secret of the forms is new": "True",
        "Django sets the same cookie": "True",
        "which is sent over HTTPS only": "True",
        "a connection past its age is used": "False",
        "logged out meanwhile, elsewhere: the answer": "302",
        "logged out meanwhile, elsewhere: sessions": "0",
    }


def test_django_refuses_the_token_of_flask_wtf_and_takes_the_shared_one(told):
    assert told(4, "tokens") == {
        "Flask-WTF's token": "403",
        "who made the page of the next token": "Flask",
        "the token of that page": "302",
    }


def test_a_page_leaves_a_row_of_sessions_until_somebody_sweeps(told):
    assert told(4, "strangers") == {
        "a page of Flask: new rows of sessions": "1",
        "a page of Django: new rows of sessions": "1",
        "rows when they are past their age": "2",
        "rows after clearsessions": "0",
    }


def test_a_hash_upgraded_at_log_in_ends_the_other_sessions_of_a_member(told):
    assert told(4, "upgrade") == {
        "the old hash stays: her account on the phone": "200",
        "the hash is replaced: her account on the phone": "302",
    }


def test_django_cannot_link_to_what_has_not_moved_without_asking_flask(told):
    assert told(4, "links") == {
        'reverse("staff:event")': "NoReverseMatch",
        'url_for("staff.event"), by Flask\'s URL map': "/desk/events/new",
        'url_for("accounts.login"), by Django\'s': "/login",
    }


def test_a_related_manager_is_not_a_list(told):
    assert told(5, "related") == {
        "for booking in event.bookings": "TypeError",
        "for booking in event.bookings.all()": "1",
    }


def test_no_limit_of_django_stops_a_large_file_until_the_form_does(told):
    assert told(6, "large") == {
        "Django's limits alone: the poster is saved": "302",
        "the form looks at the size: it is refused": "422",
    }


def test_a_slash_that_django_adds_turns_a_booking_into_a_list(told):
    assert told(7, "slashes") == {
        "a slash added, as Django projects have it": "200, bookings: 0",
        "the path as it was": "201, bookings: 1",
    }


def test_either_worker_may_run_while_the_other_is_at_a_job(told):
    assert told(8, "workers") == {
        "Django first, state not looked at: a job is done": "2",
        "Django first, then Flask: a job is done": "1",
        "Flask first, then Django: a job is done": "1",
    }


POSTGRESQL = """
import os
from datetime import datetime
from urllib.parse import urlsplit

import django
import sqlalchemy as sa
from desk.models import Event, Job, db
from django.db import connections
from django.test import override_settings

django.setup()
from club.models import Event as DjangoEvent, Job as DjangoJob

url = urlsplit(os.environ["DATABASE"])
connections.databases["real"] = connections.databases["default"] | {
    "ENGINE": "django.db.backends.postgresql", "NAME": url.path[1:],
    "USER": url.username, "HOST": url.hostname, "PORT": url.port,
}
engine = sa.create_engine(url._replace(scheme="postgresql+psycopg").geturl())
db.Model.metadata.create_all(engine)


def ask(question, answer):
    try:
        print(f"{question:<52}{answer()}")
    except Exception as error:
        print(f"{question:<52}{type(error).__name__}")


def alter(change):
    with connections["real"].cursor() as cursor:
        cursor.execute(f"ALTER TABLE {change}")
    connections["real"].close()


def starts():
    with override_settings(USE_TZ=True):
        return DjangoEvent.objects.using("real").get().starts_at.isoformat()


def payload():
    return DjangoJob.objects.using("real").get().payload


def by_flask():
    with sa.orm.Session(engine) as session:
        return session.scalar(sa.select(Job)).payload


with sa.orm.Session(engine) as session:
    session.add(Event(title="Regatta", starts_at=datetime(2027, 5, 1, 19), places=3))
    session.add(Job(kind="confirm", payload={"to": "ben"}))
    session.commit()
ask("job.payload is json: Django reads", payload)
alter("job ALTER payload TYPE jsonb")
ask("job.payload is jsonb: Django reads", payload)
ask("job.payload is jsonb: Flask reads", by_flask)
ask("timestamp without time zone, USE_TZ: Django reads", starts)
alter("event ALTER starts_at TYPE timestamptz USING starts_at AT TIME ZONE 'Europe/Berlin'")
ask("timestamptz, USE_TZ: Django reads", starts)
"""


def test_on_postgresql_the_types_of_two_columns_are_changed_by_hand(told, chain, postgres_url):
    assert told(8, "columns") == {
        "Event.starts_at, as SQLAlchemy makes it": "timestamp without time zone",
        "Event.starts_at, as Django expects it": "timestamp with time zone",
        "Job.payload, as SQLAlchemy makes it": "json",
        "Job.payload, as Django expects it": "jsonb",
    }
    env = {
        "DATABASE": fresh_database(postgres_url),
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    said = chain.desk(8).run(["python", "-c", POSTGRESQL], **env).stdout
    assert said == (TRAPS / "postgresql.txt").read_text()


def test_flask_gets_no_request_after_the_cut_over(told):
    answers = told(CUT_OVER, "cutover")
    assert int(answers["rules of Flask that were asked for"]) > 20
    assert answers["requests that Flask got"] == "0"


COSTS = """
import hashlib
from desk import create_app

hashed, scrypt = [], hashlib.scrypt
hashlib.scrypt = lambda *args, **more: hashed.append(1) or scrypt(*args, **more)
visitor = create_app({"WTF_CSRF_ENABLED": False}).test_client()
for email in ("anna@example.com", "nobody@example.com"):
    hashed.clear()
    visitor.post("/login", data={"email": email, "password": "wrong"})
    print(len(hashed))
"""


def test_a_log_in_costs_one_hash_whether_the_member_exists_or_not(chain, handed_over):
    assert chain.desk(0, handed_over).run(["python", "-c", COSTS]).stdout.split() == ["1", "1"]


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


@pytest.mark.parametrize("state", [LAST], indirect=True)
def test_the_last_step_can_be_left_only_without_the_new_hashes(desk, chain, tmp_path):
    shutil.copytree(chain.data, tmp_path, dirs_exist_ok=True)
    chain.desk(LAST, tmp_path).run("python manage.py migrate club 0001")
    old = chain.desk(BACK, tmp_path).start()
    assert old.visitor().see("/events/1").select_one("#starts").text == "2027-05-01 19:00"
    assert old.visitor("emil", PASSWORDS["cleo"]).see("/account").h1.text == "Account"
    assert old.visitor().log_in("ben").status_code == 422  # who logged in after the last step
    old.stop()
