"""From Django to Flask: one suite for every step, on one database that lives through them all."""

import datetime as dt
import re
import shutil
import sqlite3
import sys
import uuid
from urllib.parse import quote
from zoneinfo import ZoneInfo

import httpx
import pytest
import steps
from bs4 import BeautifulSoup

from harness import ROOT, Running, Shown
from services import fresh_database

GUIDE = "django-to-flask"
HOME = ROOT / "docs/migrate" / GUIDE
ENTRY = {0: "config.wsgi", 10: "jobbook.wsgi"}  # all others: front
# What is run once when a step is deployed.
DEPLOY = {0: ["python manage.py migrate -v0"], 8: ["flask db stamp 0001"], 10: ["flask db upgrade"]}
BACK = "7_on_django_again"
STAGES = [0, 1, 2, 3, 4, 5, 6, 7, BACK, 8, 9, 10]
# The worker runs where it, or what it reads or who queues for it, has changed; what only one group
# of pages does is tried before that group moves, after it has, and at the end.
QUEUE = [0, 5, 6, 7, BACK, 10]
PHOTOS = [0, 5, BACK, 10]
ACCOUNTS = [0, 7, BACK, 10]


def named(stage):
    return f"step_{stage}"


def build(step, folder, data):
    """The app of a step, in a folder of its own, on a data folder that may have a past."""
    steps.assemble(GUIDE, step, folder)
    shown = Shown(folder, ENTRY.get(step, "front"))
    return Running("flask", shown, data, {"FLASK_APP": "jobbook", "ROUNDS": "1000"})


def prepare(step, folder, data):
    app = build(step, folder, data)
    for number in range(step + 1):
        for command in DEPLOY.get(number, []) if not was_at(number, data) else []:
            app.run(command)
    return app


def was_at(number, data):
    """Has this database been through a step? So that each step can also be tested alone."""
    done = data / "deployed"
    numbers = done.read_text().split() if done.is_file() else []
    done.write_text(" ".join([*numbers, str(number)]))
    return str(number) in numbers


def deploy(step, folder, data):
    return prepare(step, folder, data).start()


BEFORE = """
from django.test import Client
client = Client()
client.force_login(people["tom"])
print(client.cookies["sessionid"].value)
"""


@pytest.fixture(scope="session")
def seeded(tmp_path_factory):
    """The data that has to survive, written by Django before the first step."""
    data = tmp_path_factory.mktemp("seeded")
    app = build(0, tmp_path_factory.mktemp("django"), data)
    for command in DEPLOY[0]:
        app.run(command)
    (data / "deployed").write_text("0")
    seed = (HOME / "seed.py").read_text() + BEFORE
    done = app.run(["python", "manage.py", "shell", "-v0", "-c", seed])
    (data / "cookie").write_text(done.stdout.strip())
    return data


@pytest.fixture(scope="module")
def life(seeded, tmp_path_factory):
    """The data folder that all steps share."""
    return shutil.copytree(seeded, tmp_path_factory.mktemp("life") / "data")


@pytest.fixture(scope="module", params=STAGES, ids=named)
def site(request, life, tmp_path_factory):
    """Each step in turn, served on the data that the step before has left."""
    step = 7 if request.param == BACK else request.param
    if request.param == BACK:
        (life / "STAY").write_text("/\n")
    app = deploy(step, tmp_path_factory.mktemp(f"step_{step}"), life)
    app.step = step
    yield app
    app.stop()
    (life / "STAY").unlink(missing_ok=True)


@pytest.fixture
def visitor(site):
    with connect(site) as client:
        yield client


@pytest.fixture(scope="module")
def anna(site):
    with connect(site) as client:
        yield log_in(client, "anna")


@pytest.fixture(scope="module")
def mia(site):
    with connect(site) as client:
        yield log_in(client, "mia")


def connect(app):
    return httpx.Client(base_url=app.url, timeout=20)


def soup(response):
    return BeautifulSoup(response.text, "lxml")


def fields(client, page, form="main"):
    """The address and the hidden fields of a form, as a browser has them."""
    found = soup(client.get(page)).select_one(f"form#{form}")
    hidden = {tag["name"]: tag.get("value", "") for tag in found.select("input[type=hidden]")}
    return found.get("action") or page, hidden


def send(client, page, form="main", files=None, **values):
    """Fill in a form of a page and send it."""
    url, hidden = fields(client, page, form)
    return client.post(url, data={**hidden, **values}, files=files)


def log_in(client, name, password=None):
    send(client, "/accounts/login/", username=name, password=password or f"{name}-secret")
    return client


def key(name):
    return {"authorization": f"Bearer {name}-key"}


def is_in(client):
    return client.get("/jobs/").status_code == 200


def unique(word="thing"):
    return f"{word} {uuid.uuid4().hex[:8]}"


def new_tool(client, name=None, **more):
    """A tool of one's own: its id and its name."""
    name = name or unique()
    there = send(client, "/tools/new/", name=name, **more).headers["location"]
    return int(re.search(r"/tools/(\d+)/$", there)[1]), name


def new_job(client, fault="broken", tool=1, **more):
    there = send(client, "/jobs/new/", tool=tool, fault=fault, **more).headers["location"]
    return re.search(r"/jobs/\d+/$", there)[0]


# --8<-- [start:survive]
def test_the_accounts_of_before_log_in(visitor):
    for name in ("anna", "ben", "mia"):
        visitor.cookies.clear()
        assert not is_in(visitor)
        assert is_in(log_in(visitor, name))


def test_who_logged_in_before_the_move_still_is(visitor, life):
    visitor.cookies.set("sessionid", (life / "cookie").read_text())
    assert "tom" in soup(visitor.get("/jobs/")).nav.text


def test_the_data_of_before_survive(anna):
    page = soup(anna.get("/jobs/1/"))
    assert page.h1.text == "Säge <Typ 3>"
    assert page.select_one("#notes li").text == "mia: Belt is worn"
    assert anna.get(page.select_one("#photos a")["href"]).content == b"the saw before"


# --8<-- [end:survive]
@pytest.mark.parametrize("site", ACCOUNTS, ids=named, indirect=True)
def test_a_wrong_password_and_a_closed_account_stay_out(visitor):
    for name, password in (("anna", "wrong"), ("nobody", "wrong"), ("gone", "gone-secret")):
        answer = send(visitor, "/accounts/login/", username=name, password=password)
        assert answer.status_code == 200
        assert soup(answer).select(".errorlist")
        assert not is_in(visitor)


def test_a_stranger_is_sent_to_the_log_in_and_back(visitor):
    for page in ("/jobs/", "/jobs/1/", "/tools/", "/tools/1/delete/", "/photos/1/", "/parts/new/"):
        there = visitor.get(page).headers["location"]
        assert there.startswith("/accounts/login/?next=/")
    asked = visitor.get("/jobs/?state=ready").headers["location"]
    assert asked == "/accounts/login/?next=/jobs/%3Fstate%3Dready"
    back = send(visitor, there, username="mia", password="mia-secret")
    assert back.headers["location"] == "/parts/new/"


@pytest.mark.parametrize("site", ACCOUNTS, ids=named, indirect=True)
def test_the_log_in_never_leads_to_another_site(visitor):
    for evil in (
        "https://evil.example/",
        "//evil.example/",
        "///evil.example/",
        "/\\evil.example",
        "/\t/evil.example",  # browsers drop tabs and line breaks
        "/\n/evil.example",
        "//[",
    ):
        page = f"/accounts/login/?next={quote(evil)}"
        back = send(visitor, page, username="mia", password="mia-secret").headers["location"]
        assert back == "/jobs/"


def test_who_is_logged_in_is_known_to_every_group(anna):
    for page in ("/jobs/", "/tools/", "/photos/1/", "/api/jobs/", "/accounts/password/"):
        assert anna.get(page).status_code == 200


def test_who_logs_out_is_a_stranger_to_every_group(visitor):
    anna = log_in(visitor, "anna")
    old = dict(anna.cookies)
    assert send(anna, "/tools/", "logout").headers["location"] == "/accounts/login/"
    assert "sessionid" not in anna.cookies
    for cookies in (dict(anna.cookies), old):
        anna.cookies = cookies
        for page in ("/jobs/", "/tools/", "/photos/1/", "/accounts/password/"):
            assert anna.get(page).status_code == 302
        assert anna.get("/api/jobs/").status_code == 401


def test_the_session_is_read_by_every_group(visitor):
    anna = log_in(visitor, "anna")
    anna.get("/jobs/1/")
    for page in ("/jobs/", "/tools/", "/parts/", "/accounts/password/"):
        assert [tag["href"] for tag in soup(anna.get(page)).select("a.recent")] == ["/jobs/1/"]


def test_the_session_gets_a_new_name_at_the_log_in(visitor):
    before = log_in(visitor, "anna").cookies["sessionid"]
    visitor.get("/jobs/1/")
    assert log_in(visitor, "mia").cookies["sessionid"] != before
    assert not soup(visitor.get("/jobs/")).select("a.recent")


def test_customers_see_what_is_theirs(anna, mia):
    assert anna.get("/jobs/2/").status_code == 404
    assert anna.get("/tools/2/").status_code == 404
    assert anna.get("/parts/new/").status_code == 403
    assert not soup(anna.get("/jobs/1/")).select("form#state")
    assert mia.get("/jobs/2/").status_code == 200
    assert mia.get("/photos/1/").status_code == 200


def test_a_tool_is_kept_as_it_was_typed(anna):
    tool, name = new_tool(anna, serial="  x-1  ")
    assert soup(anna.get(f"/tools/{tool}/")).h1.text == name
    assert "x-1" in soup(anna.get(f"/tools/{tool}/edit/")).select_one("[name=serial]")["value"]
    send(anna, f"/tools/{tool}/edit/", name=f"  {name} b  ", serial="")
    assert soup(anna.get(f"/tools/{tool}/")).h1.text == f"{name} b"


def test_a_wrong_form_comes_back_with_what_was_typed(anna):
    before = soup(anna.get("/tools/")).select("#tools li")
    for wrong in ("", "   ", "x" * 61):
        answer = send(anna, "/tools/new/", name=wrong, serial="kept")
        assert answer.status_code == 200
        assert soup(answer).select(".errorlist li")
        assert soup(answer).select_one("[name=serial]")["value"] == "kept"
    assert soup(anna.get("/tools/")).select("#tools li") == before


def test_a_job_on_the_tool_of_another_is_refused(anna):
    assert soup(send(anna, "/jobs/new/", tool=2, fault="not mine")).select(".errorlist li")


def test_what_a_visitor_types_is_escaped(anna):
    tool, _ = new_tool(anna, f"<b>{uuid.uuid4().hex}</b>")
    page = anna.get(new_job(anna, "<script>\nline", tool)).text
    assert "&lt;script&gt;<br>" in page
    assert "<script>" not in page
    assert "<b>" not in page + anna.get(f"/tools/{tool}/").text + anna.get("/tools/").text


def test_with_a_tool_goes_all_that_belongs_to_it(site, anna, mia):
    tool, _ = new_tool(anna)
    job = new_job(anna, tool=tool)
    send(anna, job, "note", text="soon gone")
    send(anna, job, "photo", files={"file": ("gone.png", b"gone")})
    send(mia, job, "part", part=1, quantity=1)
    send(mia, job, "state", state="ready")
    photo = soup(anna.get(job)).select_one("#photos a")["href"]
    assert send(anna, f"/tools/{tool}/delete/").headers["location"] == "/tools/"
    for page in (job, photo, f"/tools/{tool}/"):
        assert mia.get(page).status_code == 404
    assert orphans(site) == 0


def orphans(app):
    """Rows of the database whose parent is gone."""
    with sqlite3.connect(app.data / "jobs.sqlite3") as database:
        return len(database.execute("PRAGMA foreign_key_check").fetchall())


def test_a_part_in_use_stays(mia):
    answer = send(mia, "/parts/", "delete-1")
    assert answer.status_code == 409
    assert soup(answer).select(".problem")
    name = unique("part")
    send(mia, "/parts/new/", name=name, price="4.50")
    line = next(li for li in soup(mia.get("/parts/")).select("#parts li") if name in li.text)
    assert "4.50 €" in line.text
    assert soup(send(mia, "/parts/new/", name=name, price="1")).select(".errorlist")
    send(mia, "/parts/", line.form["id"])
    assert name not in mia.get("/parts/").text


def test_the_clock_is_that_of_the_workshop(anna, mia):
    assert "29.03.2026 03:30" in anna.get("/jobs/1/").text
    assert "29.03.2026 03:30" in anna.get("/tools/1/").text
    assert "01.07.2026 00:15" in mia.get("/jobs/2/").text
    assert "01.07.2026 00:15" in mia.get("/jobs/").text


def test_a_new_job_is_stamped_with_the_same_moment_everywhere(anna):
    job = new_job(anna)
    told = anna.get(f"/api{job}").json()["received_at"]
    assert told.endswith("Z")
    moment = dt.datetime.fromisoformat(told)
    assert abs(dt.datetime.now(dt.UTC) - moment) < dt.timedelta(minutes=2)
    assert f"{moment.astimezone(ZoneInfo('Europe/Berlin')):%d.%m.%Y %H:%M}" in anna.get(job).text


def test_jobs_are_found_by_state_and_the_late_are_marked(anna, mia):
    job = new_job(anna, due="2026-01-01")
    listed = soup(anna.get("/jobs/")).select_one(f'li a[href="{job}"]').parent
    assert listed.select(".late")
    send(mia, job, "state", state="collected")
    assert job in anna.get("/jobs/?state=collected").text
    assert job not in soup(anna.get("/jobs/?state=received")).main.prettify()
    assert "mia" in soup(anna.get(job)).dl.text
    assert not soup(anna.get("/jobs/?state=collected")).select(".late")


def test_notes_and_parts_are_added_to_a_job(anna, mia):
    job = new_job(anna)
    send(anna, job, "note", text="hurry, please")
    assert send(anna, job, "note", text="x" * 301).status_code == 400
    send(mia, job, "part", part=1, quantity=2)
    send(mia, job, "part", part=1, quantity=3)
    assert send(mia, job, "part", part=1, quantity="many").status_code == 400
    page = soup(anna.get(job))
    assert [li.text for li in page.select("#notes li")] == ["anna: hurry, please"]
    assert "1 note" in page.text
    assert page.select_one("#total").text == "37.50 €"


def test_an_upload_comes_back_as_it_was(anna):
    job = new_job(anna)
    for content in (b"one", b"two"):
        send(anna, job, "photo", files={"file": ("../../same name.jpg", content)})
    links = soup(anna.get(job)).select("#photos a")
    assert [link.text for link in links] == ["same name.jpg"] * 2
    assert [anna.get(link["href"]).content for link in links] == [b"one", b"two"]
    assert anna.get(links[0]["href"]).headers["content-type"] == "image/jpeg"
    assert "same name.jpg" in anna.get(f"/api{job}").text


@pytest.mark.parametrize("site", PHOTOS, ids=named, indirect=True)
def test_a_long_name_fits_into_the_column(site, anna):
    job = new_job(anna)
    for _ in range(2):
        send(anna, job, "photo", files={"file": ("x" * 95 + ".jpg", b"long")})
    links = soup(anna.get(job)).select("#photos a")
    assert [link.text for link in links] == ["x" * 95 + ".jpg"] * 2
    with sqlite3.connect(site.data / "jobs.sqlite3") as database:
        ((longest,),) = database.execute("SELECT max(length(file)) FROM jobs_photo").fetchall()
    assert longest <= 100


@pytest.mark.parametrize("site", PHOTOS, ids=named, indirect=True)
def test_an_upload_of_another_kind_is_refused(anna):
    job = new_job(anna)
    long = "x" * 97 + ".jpg"
    for name, content in (("page.html", b"<script>"), ("empty.jpg", b""), (long, b"long")):
        answer = send(anna, job, "photo", files={"file": (name, content)})
        assert answer.status_code == 400
        assert soup(answer).select(".errorlist li")


def test_the_photo_of_another_is_not_shown(site, visitor):
    assert log_in(visitor, "ben").get("/photos/1/").status_code == 404


def test_no_file_leaves_the_folder_of_uploads(site, anna):
    send(anna, new_job(anna), "photo", files={"file": ("..\\..\\out.jpg", b"out")})
    outside = {
        "cookie",
        "deployed",
        "jobs.sqlite3",
        "media",
        "letters",
        "port",
        "server.log",
        "STAY",
    }
    assert {path.name.split("-")[0] for path in site.data.iterdir()} <= outside


def test_the_api_says_the_same_to_the_letter(visitor):
    job = visitor.get("/api/jobs/1/", headers=key("anna"))
    assert job.headers["content-type"] == "application/json"
    assert job.json() == {
        "id": 1,
        "tool": "Säge <Typ 3>",
        "owner": "anna",
        "mechanic": "mia",
        "fault": "Smells\nand stops",
        "state": "working",
        "received_at": "2026-03-29T01:30:00Z",
        "due": "2026-04-10",
        "total": "28.20",
        "photos": ["saw.jpg"],
    }
    listed = visitor.get("/api/jobs/", headers=key("ben")).json()["jobs"]
    assert listed[-1]["received_at"] == "2026-06-30T22:15:30.250Z"
    assert listed[-1]["mechanic"] is None
    parts = visitor.get("/api/parts/").json()["parts"]
    assert {"id": 2, "name": "Carbon brush", "price": "3.20"} in parts


def test_the_api_takes_a_job_by_token(visitor):
    new = {"tool": 2, "fault": "by phone", "due": "2027-01-02"}
    answer = visitor.post("/api/jobs/", json=new, headers=key("ben"))
    assert answer.status_code == 201
    assert answer.json()["due"] == "2027-01-02"
    assert answer.json()["total"] == "0"
    again = visitor.get(f"/api/jobs/{answer.json()['id']}/", headers=key("ben"))
    assert again.json() == answer.json()


def test_the_api_refuses_in_json(visitor):
    for method, url, status, more in (
        ("GET", "/api/jobs/", 401, {}),
        ("GET", "/api/jobs/", 401, {"headers": {"authorization": "Bearer wrong"}}),
        ("GET", "/api/jobs/2/", 404, {"headers": key("anna")}),
        ("DELETE", "/api/jobs/1/", 405, {"headers": key("anna")}),
        ("POST", "/api/jobs/", 400, {"headers": key("anna"), "content": "[1"}),
        ("POST", "/api/jobs/", 400, {"headers": key("anna"), "json": {"tool": 2, "due": "soon"}}),
    ):
        answer = visitor.request(method, url, **more)
        assert (answer.status_code, "error" in answer.json()) == (status, True)
    assert answer.json()["fields"] == ["due", "fault", "tool"]


def test_a_session_reads_the_api_and_does_not_write_there(anna):
    assert anna.get("/api/jobs/").status_code == 200
    assert anna.post("/api/jobs/", json={"tool": 1, "fault": "forged"}).status_code == 401


def test_an_address_without_its_slash_is_redirected(anna):
    for page in ("/jobs", "/tools", "/parts", "/api/jobs", "/jobs/1", "/accounts/login"):
        answer = anna.get(f"{page}?state=ready")
        assert answer.status_code in (301, 308)
        assert httpx.URL(answer.headers["location"]).raw_path.decode() == f"{page}/?state=ready"
    for page in ("/jobsheet/", "/toolsmith/", "/nothing/", "/apis/"):
        assert anna.get(page).status_code == 404


def test_a_form_without_its_token_does_nothing(anna):
    for page in ("/tools/new/", "/jobs/1/note/", "/accounts/password/", "/accounts/logout/"):
        assert anna.post(page, data={"name": "forged", "text": "forged"}).status_code in (400, 403)
    assert "forged" not in anna.get("/tools/").text + anna.get("/jobs/1/").text
    assert is_in(anna)


def test_a_token_of_any_page_is_good_for_any_form(anna):
    """Every page has the form that logs out, whoever renders the page and whoever logs out."""
    for page in ("/parts/", "/tools/", "/jobs/", "/accounts/password/"):
        _, hidden = fields(anna, page, "logout")
        for target, values in (
            ("/tools/new/", {"name": unique()}),
            ("/jobs/1/note/", {"text": "crossed"}),
            ("/accounts/language/", {"language": "en"}),
        ):
            assert anna.post(target, data={**hidden, **values}).status_code == 302


def test_pages_speak_the_language_of_the_visitor(visitor):
    anna = log_in(visitor, "anna")
    german = {"accept-language": "de-AT,de;q=0.9,en;q=0.5"}
    for page, words in (
        ("/parts/", "Preisliste"),
        ("/tools/", "Meine Werkzeuge"),
        ("/jobs/", "Angenommen"),
        ("/jobs/1/", "25,00 €"),
        ("/tools/1/delete/", "mit allen Aufträgen löschen?"),
        ("/accounts/password/", "Passwort ändern"),
    ):
        assert words in anna.get(page, headers=german).text
        assert words not in anna.get(page).text
    assert '<html lang="de">' in anna.get("/parts/", headers=german).text
    errors = soup(anna.post("/tools/new/", data=fields(anna, "/tools/new/")[1], headers=german))
    assert "Dieses Feld" in errors.select_one(".errorlist").text


def test_the_chosen_language_holds_everywhere(anna):
    assert send(anna, "/parts/", "language", language="xx").status_code == 400
    for language, words in (("de", "Preisliste"), ("en", "Price list")):
        send(anna, "/parts/", "language", language=language)
        for page in ("/parts/", "/tools/", "/jobs/", "/accounts/password/"):
            assert words in anna.get(page).text


def work(app, step, command="work"):
    """A command of the job book: the operators' line changes in step 6, its output does not."""
    start = "python manage.py" if step < 6 else "flask"
    return app.run(f"{start} {command}").stdout


# ruff: noqa: RUF001
GERMAN = """Guten Tag anna,

Ihr Gerät ist fertig: {tool}.

- 2 × Belt: 25,00 €
Summe: 25,00 €
"""
ENGLISH = """Dear {name},

your {tool} is ready.

Total: 0.00 €
"""


@pytest.mark.parametrize("site", QUEUE, ids=named, indirect=True)
def test_a_ready_job_has_its_letter_in_the_language_of_its_reader(site, anna, mia):
    send(anna, "/parts/", "language", language="de")
    tool, name = new_tool(anna, unique("<saw>"))
    job = new_job(anna, tool=tool)
    send(mia, job, "part", part=1, quantity=2)
    for _ in range(2):
        send(mia, job, "state", state="ready")
    number = job.split("/")[2]
    assert work(site, site.step).count(f"letter {number} done\n") == 1
    send(anna, "/parts/", "language", language="en")
    letter = (site.data / f"letters/job-{number}.txt").read_text()
    assert letter == GERMAN.format(tool=name)


@pytest.mark.parametrize("site", QUEUE, ids=named, indirect=True)
def test_a_broken_task_is_kept_and_stops_nothing(site):
    """The seed has one that nobody can do; the first work of the first step meets it."""
    with sqlite3.connect(site.data / "jobs.sqlite3") as database:
        found = database.execute("SELECT state, error FROM jobs_task WHERE kind = 'no such work'")
        assert found.fetchall() == [("failed", "KeyError('no such work')")]
    assert (site.data / "letters/job-2.txt").read_text() == ENGLISH.format(name="ben", tool="Drill")


WIDE = "\N{FULLWIDTH LATIN SMALL LETTER A}nna"


@pytest.mark.parametrize("site", ACCOUNTS, ids=named, indirect=True)
def test_who_signs_up_is_logged_in_and_stays_known(visitor):
    name = f"new-{uuid.uuid4().hex[:8]}"
    wrong = {"username": name, "password1": "12345678", "password2": "12345678"}
    assert soup(send(visitor, "/accounts/sign-up/", **wrong)).select(".errorlist")
    right = {"username": name, "password1": "long enough", "password2": "long enough"}
    for taken in ("anna", "ANNA", WIDE):
        again = send(visitor, "/accounts/sign-up/", **{**right, "username": taken})
        assert soup(again).select(".errorlist")
    for free in (name, name.replace("-", "_")):  # which matches the first one in a LIKE
        visitor.cookies.clear()
        there = send(visitor, "/accounts/sign-up/", **{**right, "username": free}, phone="030 1")
        assert there.headers["location"] == "/jobs/"
        assert is_in(visitor)
    visitor.cookies.clear()
    assert is_in(log_in(visitor, name, "long enough"))
    visitor.cookies.clear()
    assert is_in(log_in(visitor, WIDE, "anna-secret"))


def test_a_changed_password_ends_the_other_sessions(site, visitor):
    name = f"new-{uuid.uuid4().hex[:8]}"
    both = {"password1": "long enough", "password2": "long enough"}
    send(visitor, "/accounts/sign-up/", username=name, **both)
    with connect(site) as other:
        assert is_in(log_in(other, name, "long enough"))
        new = {"new_password1": "other words", "new_password2": "other words"}
        wrong = send(visitor, "/accounts/password/", old_password="wrong", **new)
        assert soup(wrong).select(".errorlist")
        send(visitor, "/accounts/password/", old_password="long enough", **new)
        assert is_in(visitor)
        assert not is_in(other)
        assert not is_in(log_in(other, name, "long enough"))
        assert is_in(log_in(other, name, "other words"))


def test_every_page_has_the_headers_that_it_had(anna):
    pages = ("/", "/jobs/", "/tools/", "/parts/", "/api/jobs/", "/photos/1/", "/accounts/password/")
    for page in (*pages, "/nothing/"):
        headers = anna.get(page).headers
        assert headers["x-frame-options"] == "DENY"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cross-origin-opener-policy"] == "same-origin"
    cookies = [cookie for cookie in anna.cookies.jar if cookie.name == "sessionid"]
    assert cookies[0].has_nonstandard_attr("HttpOnly")


def test_the_start_page_and_the_style_are_where_they_were(visitor):
    assert visitor.get("/").headers["location"] == "/jobs/"
    style = soup(visitor.get("/parts/")).select_one("link[rel=stylesheet]")["href"]
    assert style == "/static/job-book.css"
    assert "max-width" in visitor.get(style).text


@pytest.mark.parametrize("site", [5], ids=named, indirect=True)
def test_one_line_gives_a_group_back_to_django(anna, life):
    for stay, served in (("/jobs", None), ("/parts", "flask"), ("/", None), ("", "flask")):
        (life / "STAY").write_text(stay)
        page = anna.get("/jobs/")
        assert (page.status_code, page.headers.get("x-served-by")) == (200, served)


@pytest.mark.parametrize("site", [9], ids=named, indirect=True)
def test_after_the_cut_over_django_can_take_everything_back(site, visitor, life, tmp_path):
    name, words = unique("newcomer").replace(" ", "-"), "long enough"
    send(visitor, "/accounts/sign-up/", username=name, password1=words, password2=words)
    job = new_job(visitor, "written by Flask", new_tool(visitor)[0])
    send(visitor, job, "photo", files={"file": ("new.jpg", b"new")})
    cookies = dict(visitor.cookies)
    assert site.run("flask way-back").stdout.count("none") == 5
    data = shutil.copytree(life, tmp_path / "data")
    back = deploy(0, tmp_path / "step_0", data)
    with connect(back) as visitor:
        visitor.cookies = cookies
        page = visitor.get(job)
        assert "written by Flask" in page.text
        assert visitor.get(soup(page).select_one("#photos a")["href"]).content == b"new"
        visitor.cookies.clear()
        assert is_in(log_in(visitor, name, words))
        assert is_in(log_in(visitor, "anna"))
    back.stop()


# The traps: each is shown as it fails, then mended.


@pytest.fixture(scope="module")
def assembled(tmp_path_factory):
    """The whole app of a step, put together once."""
    built = {}

    def at(step):
        if step not in built:
            built[step] = steps.assemble(GUIDE, step, tmp_path_factory.mktemp(f"app_{step}"))
        return built[step]

    return at


@pytest.fixture
def past(seeded, tmp_path):
    """A copy of the data that Django has written."""
    return shutil.copytree(seeded, tmp_path / "data")


@pytest.fixture(scope="module")
def cut(assembled, seeded, tmp_path_factory):
    """The data of before, after what is run at the cut-over."""
    data = shutil.copytree(seeded, tmp_path_factory.mktemp("cut") / "data")
    prepare(8, tmp_path_factory.mktemp("step_8"), data)
    return data


@pytest.fixture
def after(cut, tmp_path):
    """A copy of that."""
    return shutil.copytree(cut, tmp_path / "data")


START = """
import datetime as dt, json, os
from config.wsgi import app as old
from django import db as django_db
from django.contrib.auth.models import User as Account
from jobs import models as dj
from jobbook import create_app, models
from jobbook.models import *
app = create_app()
app.app_context().push()
"""


def both(folder, data, code, **env):
    """Run code with Django and Flask in one process; what it prints, word by word."""
    entry = Running("flask", Shown(folder, "front"), data, {"FLASK_APP": "jobbook"})
    return entry.run([sys.executable, "-c", START + code], ROUNDS="1000", **env).stdout.split()


@pytest.fixture(scope="module")
def traps(assembled, seeded, tmp_path_factory):
    """What each program below prints, word by word: all in one process that has both parts."""
    data = shutil.copytree(seeded, tmp_path_factory.mktemp("traps") / "data")
    programs = {name: globals()[name] for name in PROGRAMS}
    seen = both(assembled(7), data, EACH.format(SHOWN, programs))
    return {part.split()[0]: part.split()[1:] for part in " ".join(seen).split("=====")[1:]}


# fmt: off
PROGRAMS = [
    "HASHES", "COSTS", "SESSIONS", "ZONES", "CASCADES", "DELETED",
    "TEMPLATES", "TRANSLATIONS", "JSON", "CSRF", "FORGED", "COOKIES",
    "SLASHES", "FORMS", "UPLOADS", "CLAIMS", "ALEMBIC", "NAIVE",
]
# fmt: on
EACH = """
import traceback
SHOWN = {!r}
for name, code in {!r}.items():
    print("=====", name)
    try:
        exec(code, dict(globals()))
    except Exception:
        print(traceback.format_exc())
    db.session.rollback()
"""
HASHES = """
from werkzeug.security import check_password_hash, generate_password_hash
from django.contrib.auth.hashers import check_password, make_password
from jobbook import passwords
stored = Account.objects.get(username="anna").password
try:
    print(check_password_hash(stored, "anna-secret"))
except ValueError as error:
    print("ValueError")
print(check_password("anna-secret", generate_password_hash("anna-secret")))
print(passwords.check(stored, "anna-secret"), passwords.check(stored, "wrong"))
print(check_password("new", passwords.make("new")), passwords.check("!unusable", ""))
print(passwords.check(make_password("real"), "real"))
print(len(generate_password_hash("x")) > Account._meta.get_field("password").max_length)
"""


def test_werkzeug_verifies_no_hash_of_django_until_it_is_read_as_django_writes_it(traps):
    seen = traps["HASHES"]
    assert seen == ["ValueError", "False", "True", "False", "True", "False", "True", "True"]


COSTS = """
import hashlib
from jobbook import create_app, passwords
from jobbook.accounts import authenticate
spent, real = [], hashlib.pbkdf2_hmac


def counted(method, password, salt, rounds, *more):
    spent.append(rounds)
    return real(method, password, salt, rounds, *more)


def cost(work):
    spent.clear()
    print(work() or "refused", sum(spent))


hashlib.pbkdf2_hmac = counted
few = "pbkdf2_sha256$10$salt$hash"
for stored in (passwords.make("right"), few, "!unusable"):
    cost(lambda: passwords.check(stored, "wrong"))
with create_app().app_context():
    for name in ("anna", "nobody"):
        cost(lambda: authenticate(name, "wrong"))
hashlib.pbkdf2_hmac = real
"""


def test_a_wrong_password_costs_as_much_for_a_name_that_nobody_has(traps, assembled, past):
    last = Running("flask", Shown(assembled(10), "jobbook.wsgi"), past, {"ROUNDS": "1000"})
    assert traps["COSTS"] == ["refused", "1000"] * 5
    assert last.run([sys.executable, "-c", COSTS]).stdout.split() == ["refused", "1000"] * 5


SESSIONS = """
from importlib import import_module
from flask import Flask, session
from jobbook import signing
from django.contrib.sessions.backends.db import SessionStore
store = SessionStore()
store["recent"] = ["x" * 500]  # long enough to be compressed
store.save()
plain = Flask("plain")
plain.secret_key = app.secret_key
with plain.test_request_context(headers={"Cookie": f"sessionid={store.session_key}"}):
    print("recent" in session)
with app.test_request_context(headers={"Cookie": f"sessionid={store.session_key}"}):
    from flask import session
    print("recent" in session)
    session["recent"] = [7]
    stored = session._get_current_object()
    app.session_interface.save_session(app, stored, app.response_class())
print(SessionStore(store.session_key)["recent"] == [7])
with app.test_request_context(headers={"Cookie": f"sessionid={store.session_key}"}):
    SessionStore(store.session_key).delete()  # logged out in another tab, before this one is saved
    session["recent"] = [8]
    app.session_interface.save_session(app, session._get_current_object(), app.response_class())
print(store.exists(store.session_key))
forged = signing.dumps({"_auth_user_id": "1"})[:-3] + "xxx"
print(signing.loads(forged))
"""


def test_a_session_of_django_means_nothing_to_flask_until_it_reads_the_table(traps):
    assert traps["SESSIONS"] == ["False", "True", "True", "False", "{}"]


ZONES = """
import sqlalchemy as sa
berlin = dt.datetime(2026, 7, 1, 12, 0, tzinfo=models.WORKSHOP)
plain = sa.table("jobs_note", sa.column("id"), sa.column("written_at", sa.DateTime()))
note = dj.Note.objects.get()
for column in (plain, Note.__table__):
    query = sa.update(column).where(column.c.id == note.id).values(written_at=berlin)
    with db.engine.begin() as connection:
        connection.execute(query)
    note.refresh_from_db()
    print((note.written_at - berlin).total_seconds() / 3600)
with db.engine.connect() as connection:
    print(connection.scalar(sa.select(plain.c.written_at)).tzinfo)
print(db.session.get(Note, note.id).written_at.tzinfo)
try:
    db.session.scalar(sa.select(Note).where(Note.written_at == dt.datetime(2026, 7, 1)))
except sa.exc.StatementError as error:
    print(type(error.orig).__name__)
"""


def test_a_plain_datetime_of_sqlalchemy_is_hours_off_and_a_utc_one_is_not(traps):
    assert traps["ZONES"] == ["2.0", "0.0", "None", "UTC", "TypeError"]


# Django makes its tables on PostgreSQL; then what SQLAlchemy writes, and what Alembic would.
POSTGRES = """
import datetime as dt, os, sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from config import settings

url = sa.make_url(os.environ["POSTGRES"])
where = {"HOST": url.host, "PORT": url.port, "USER": url.username, "NAME": url.database}
settings.DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", **where}}
import config.wsgi
from django.core.management import call_command

call_command("migrate", verbosity=0)
from jobbook import models, schema

engine = sa.create_engine(
    url.set(drivername="postgresql+psycopg"), connect_args={"options": "-c TimeZone=Europe/Berlin"}
)
noon = dt.datetime(2026, 7, 1, 12, 0, tzinfo=models.WORKSHOP)
with engine.begin() as connection:
    connection.execute(sa.text("CREATE TEMPORARY TABLE moment (at timestamptz)"))
    for kind in (models.UTCDateTime(), sa.DateTime(timezone=True)):
        connection.execute(sa.insert(sa.table("moment", sa.column("at", kind))).values(at=noon))
    for moment in connection.scalars(sa.text("SELECT at FROM moment")):
        print((moment - noon).total_seconds() / 3600)
for table in models.db.metadata.tables.values():
    for column in table.columns:
        if isinstance(column.type, models.UTCDateTime):
            column.type = sa.DateTime(timezone=True)
    for key in table.foreign_key_constraints:
        key.deferrable, key.initially = True, "DEFERRED"
with engine.connect() as connection:
    context = MigrationContext.configure(connection, opts={"include_object": schema.ours})
    print(compare_metadata(context, models.db.metadata))
"""


@pytest.fixture(scope="module")
def on_postgresql(assembled, postgres_url, tmp_path_factory):
    """What that prints, word by word."""
    url = fresh_database(postgres_url)
    app = Running("flask", Shown(assembled(8), "front"), tmp_path_factory.mktemp("postgresql"))
    return app.run([sys.executable, "-c", POSTGRES], POSTGRES=url).stdout.split()


def test_on_postgresql_the_utc_type_is_off_and_one_with_a_zone_is_not(on_postgresql):
    assert on_postgresql[:2] == ["-2.0", "0.0"]


def test_on_postgresql_alembic_writes_nothing_either(on_postgresql):
    assert on_postgresql[2:] == ["[]"]


CASCADES = """
import sqlalchemy as sa
bare = sa.create_engine(db.engine.url)
with bare.begin() as connection:
    connection.execute(sa.text("DELETE FROM jobs_tool WHERE id = 1"))
    print(len(connection.execute(sa.text("PRAGMA foreign_key_check")).fetchall()))
    connection.rollback()
try:
    with db.engine.begin() as connection:
        connection.execute(sa.text("DELETE FROM jobs_tool WHERE id = 1"))
except sa.exc.IntegrityError:
    print("IntegrityError")
"""
DELETED = """
import sqlalchemy as sa
from django.db import connection, transaction

cursor = connection.cursor()
columns = connection.introspection.get_table_description
tables = [name for name in connection.introspection.table_names() if name[:5] in ("jobs_", "accou")]
words = {}
for table in tables:
    quoted = ", ".join(f'quote("{column.name}")' for column in columns(cursor, table))
    words[table] = f"SELECT {quoted} FROM {table}"
django, flask = [], []
with transaction.atomic():
    for name in ("mia", "anna"):
        Account.objects.get(username=name).delete()
        django.append([cursor.execute(words[table]).fetchall() for table in tables])
    transaction.set_rollback(True)
for name in ("mia", "anna"):
    db.session.delete(db.session.scalar(db.select(User).filter_by(username=name)))
    db.session.flush()
    flask.append([db.session.execute(sa.text(words[table])).fetchall() for table in tables])
db.session.rollback()
print([len(found) for found in flask[0]] != [len(found) for found in flask[1]], flask == django)
"""


def test_deleting_leaves_orphans_until_sqlite_is_told_to_look(traps):
    assert traps["CASCADES"] == ["1", "IntegrityError"]


def test_a_deleted_account_takes_and_leaves_the_same_rows_with_both(traps):
    assert traps["DELETED"] == ["True", "True"]


TEMPLATES = """
from django.template import engines
from jinja2 import Environment
job = dj.Job.objects.get(id=1)
for text in ("{{ job.total }}", "{{ job.mechanic.nobody.at_all }}"):
    print(engines["django"].from_string(text).render({"job": job}) or "empty")
    try:
        print(Environment().from_string(text).render(job=job)[:13].replace(" ", "-"))
    except Exception as error:
        print(type(error).__name__)
print(Environment().from_string("{{ job.total() }}").render(job=job))
print(len(Environment().from_string("text\\n").render()))
print(len(Environment(keep_trailing_newline=True).from_string("text\\n").render()))
"""


def test_a_method_in_a_template_is_called_by_django_and_printed_by_jinja(traps):
    seen = traps["TEMPLATES"]
    assert seen == ["28.20", "<bound-method", "empty", "UndefinedError", "28.20", "4", "5"]


TRANSLATIONS = """
from flask import Flask
from flask_babel import Babel, gettext, force_locale
bare = Flask("bare", root_path=".")
Babel(bare, default_translation_directories=str(models.__file__).split("jobbook")[0] + "locale")
with bare.test_request_context(), force_locale("de"):
    print(gettext("Jobs"))
with app.test_request_context(), force_locale("de"):
    print(gettext("Jobs"))
"""


def test_flask_babel_shows_english_until_it_is_given_the_domain_of_django(traps):
    assert traps["TRANSLATIONS"] == ["Jobs", "Aufträge"]


JSON = """
from flask import Flask
bare = Flask("bare")
moment = dt.datetime(2026, 3, 29, 1, 30, tzinfo=dt.UTC)
print(bare.json.dumps(moment).replace(" ", "_"), app.json.dumps(moment))
"""


def test_flask_writes_a_moment_in_another_format_until_it_is_told(traps):
    assert traps["JSON"] == [
        '"Sun,_29_Mar_2026_01:30:00_GMT"',
        '"2026-03-29T01:30:00Z"',
    ]


CSRF = """
from flask import Flask
from flask_wtf.csrf import CSRFProtect, generate_csrf
from django.test import Client
import re

bare = Flask("bare")
bare.secret_key = app.secret_key
CSRFProtect(bare)
bare.add_url_rule("/token", view_func=generate_csrf)
bare.add_url_rule("/send", view_func=lambda: "", methods=["POST"])
django_client = Client(enforce_csrf_checks=True, SERVER_NAME="localhost")
page = django_client.get("/accounts/login/").content.decode()
of_django = re.search('csrfmiddlewaretoken" value="([^"]+)', page)[1]
secret = django_client.cookies["csrftoken"].value
client = bare.test_client()
of_flask_wtf = client.get("/token").text
print(client.post("/send", data={"csrf_token": of_django}).status_code)
token = {"csrfmiddlewaretoken": of_flask_wtf, "language": "de"}
print(django_client.post("/accounts/language/", token).status_code)

mended = app.test_client()
mended.set_cookie("csrftoken", secret)
print(mended.post("/parts/1/delete/", data={"csrfmiddlewaretoken": "x" * 64}).status_code)
print(mended.post("/parts/1/delete/", data={"csrfmiddlewaretoken": of_django}).status_code)
evil = {"Origin": "https://evil.example"}
sent = {"csrfmiddlewaretoken": of_django}
print(mended.post("/parts/1/delete/", data=sent, headers=evil).status_code)
page = mended.get("/parts/").text
of_flask = re.search('csrfmiddlewaretoken" value="([^"]+)', page)[1]
token = {"csrfmiddlewaretoken": of_flask, "language": "de"}
print(django_client.post("/accounts/language/", token).status_code)
"""


def test_the_token_of_one_part_is_refused_by_the_other_until_both_use_djangos(traps):
    seen = traps["CSRF"]
    assert seen == ["400", "403", "403", "302", "403", "302"]


# A form from elsewhere, or one whose cookie and token prove nothing, sent to both parts.
FORGED = """
from django.test import Client
SECRET = "a" * 32
OURS, PLAIN, EVIL = "https://localhost", "http://localhost", "https://evil.example"


def both(cookie, token, scheme="http", **headers):
    data = {"csrfmiddlewaretoken": token, "language": "de"}
    new = app.test_client()
    old = Client(enforce_csrf_checks=True, SERVER_NAME="localhost")
    if cookie is not None:
        new.set_cookie("csrftoken", cookie)
        old.cookies["csrftoken"] = cookie
    there = "/accounts/language/"
    flask = new.post(there, data=data, base_url=f"{scheme}://localhost", headers=headers)
    django = old.post(there, data, secure=scheme == "https", headers=headers)
    print(f"{flask.status_code}={django.status_code}")


both(SECRET, SECRET)
both(SECRET, SECRET, Origin=PLAIN)
both(SECRET, SECRET, "https", Origin=OURS)
both(SECRET, SECRET, "https", Referer=f"{OURS}/page/")
print("and")
both(None, "\\0")
both("", "")
both(SECRET, SECRET, Origin="null")
both(SECRET, SECRET, Origin=EVIL)
both(SECRET, SECRET, "https", Origin=PLAIN)
both(SECRET, SECRET, "https", Referer=f"{EVIL}/")
both(SECRET, SECRET, "https", Referer=f"{OURS}.evil.example/")
both(SECRET, SECRET, "https")
"""


def test_the_check_refuses_what_djangos_check_refuses(traps):
    taken, refused = " ".join(traps["FORGED"]).split(" and ")
    assert taken.split() == ["302=302"] * 4
    assert refused.split() == ["403=403"] * 8


COOKIES = """
from django.test import Client
import re


def attributes(lines):
    parts = {line.split("=")[0]: line.split(";")[1:] for line in lines}
    for name in sorted(parts):
        kept = sorted(part.strip().lower() for part in parts[name] if "xpires" not in part)
        print(name, *kept)


words = {"username": "anna", "password": "anna-secret", "csrfmiddlewaretoken": "a" * 32}
old = Client(SERVER_NAME="localhost", headers={"cookie": f"csrftoken={'a' * 32}"})
answer = old.post("/accounts/login/", words)
attributes(cookie.OutputString() for cookie in answer.cookies.values())
print("and")
new = app.test_client()
new.set_cookie("csrftoken", "a" * 32)
attributes(new.post("/accounts/login/", data=words).headers.getlist("Set-Cookie"))
"""


def test_both_parts_set_the_same_cookies(traps, assembled, past):
    secure = both(assembled(7), past, COOKIES, SECURE_COOKIES="1")
    for seen, more in ((traps["COOKIES"], 0), (secure, 2)):
        django, flask = " ".join(seen).split(" and ")
        assert django == flask
        assert flask.count("secure") == more
        assert "sessionid httponly" in flask


SLASHES = """
from flask import Flask
from django.test import Client
bare = Flask("bare")
for rule in ("/without", "/with/"):
    bare.add_url_rule(rule, rule, view_func=lambda: "", methods=["GET", "POST"])
client = bare.test_client()
print(client.get("/without/").status_code, client.get("/with").status_code)
print(client.post("/with").status_code)
print(Client(SERVER_NAME="localhost").post("/tools/new").status_code)
from front import has
print("/jobsheet/".startswith("/jobs"), has(["/jobs"], "/jobsheet/"), has(["/jobs"], "/jobs"))
"""


def test_a_rule_without_the_slash_loses_every_link_of_django(traps):
    seen = traps["SLASHES"]
    assert seen == ["404", "308", "308", "301", "True", "False", "True"]


FORMS = """
from wtforms import Form, StringField
from wtforms.validators import DataRequired, Length
from werkzeug.datastructures import MultiDict
from jobbook.forms import ToolForm
from jobs.forms import ToolForm as DjangoForm


class Bare(Form):
    name = StringField(validators=[DataRequired()])
    serial = StringField(validators=[Length(max=30)])


sent = {"name": "  Saw  "}
bare = Bare(MultiDict(sent))
print(bare.validate(), repr(bare.name.data).replace(" ", "_"), bare.serial.data)
with app.test_request_context(method="POST", data=sent):
    mended = ToolForm()
    print(mended.validate(), repr(mended.name.data), repr(mended.serial.data))
old = DjangoForm(sent)
print(old.is_valid(), repr(old.cleaned_data["name"]), repr(old.cleaned_data["serial"]))
"""


def test_wtforms_neither_strips_nor_fills_what_was_not_sent(traps):
    same = ["True", "'Saw'", "''"]
    assert traps["FORMS"] == ["True", "'__Saw__'", "None", *same, *same]


UPLOADS = """
import io
from pathlib import Path
from werkzeug.datastructures import FileStorage
from werkzeug.utils import secure_filename
from jobbook import uploads
theirs = dj.Photo.objects.get()
fresh = lambda: FileStorage(io.BytesIO(b"other"), "saw.jpg")
kept = uploads.save(fresh())
print(theirs.file.read() == b"the saw before", kept != theirs.file.name)
print(dj.Photo(file=kept).file.read() == b"other")
fresh().save(Path(theirs.file.path).parent / secure_filename("saw.jpg"))
print(Path(theirs.file.path).read_bytes() == b"other")
"""


def test_a_plain_save_writes_over_the_photo_of_another(traps):
    assert traps["UPLOADS"] == ["True", "True", "True", "True"]


CLAIMS = """
from jobbook.commands import claim
from jobs.management.commands.work import Command
task = dj.Task.objects.get(kind="no such work")
print(claim(task.id), claim(task.id))
from django.core.management import call_command
call_command("work", stdout=open(os.devnull, "w"))
task.refresh_from_db()
print(task.state)
from unittest import mock
dj.Task.objects.update(state="queued")
letter = dj.Task.objects.filter(kind="letter").first()
with mock.patch("jobs.letters.write", lambda job: print(claim(letter.id))):  # Django is at it
    call_command("work", stdout=open(os.devnull, "w"))
"""


def test_a_task_that_one_worker_has_is_left_alone_by_the_other(traps):
    assert traps["CLAIMS"] == ["True", "False", "running", "False", "False"]


ALEMBIC = """
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
with db.engine.connect() as connection:
    changes = compare_metadata(MigrationContext.configure(connection), db.metadata)
print(*sorted(change[1].name for change in changes if change[0] == "remove_table"))
"""


def test_the_models_describe_what_django_made_and_alembic_writes_nothing(assembled, cut, traps):
    app = Running("flask", Shown(assembled(8), "front"), cut, {"FLASK_APP": "jobbook"})
    assert "No new upgrade operations" in app.run("flask db check").stdout
    assert {"auth_permission", "django_migrations"} < set(traps["ALEMBIC"])


NAIVE = """
import doctest, io, shutil
from pathlib import Path
from zoneinfo import ZoneInfo

import flask, jinja2, sqlalchemy as sa, wtforms
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from django.contrib.auth.hashers import check_password as django_checks
from django.contrib.sessions.backends.db import SessionStore
from django.core.serializers.json import DjangoJSONEncoder
from django.template import engines
from django.test import Client
from flask_babel import Babel, force_locale, gettext
from flask_wtf.csrf import CSRFProtect, generate_csrf
from jobbook.language import LOCALE
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.security import check_password_hash, generate_password_hash
from werkzeug.utils import secure_filename
from wtforms import StringField
from wtforms.validators import DataRequired, Length

file = Path(os.environ["APP_DATA"], "jobs.sqlite3")
copy = shutil.copy(file, file.with_suffix(".copy"))
django_template = engines["django"].from_string
for name, text in SHOWN.items():
    naive = flask.Flask("naive")
    naive.secret_key = app.secret_key
    web, django = naive.test_client(), Client(enforce_csrf_checks=True, SERVER_NAME="localhost")
    dj_user = Account.objects.get(username="anna")
    django.force_login(dj_user)
    key = django.cookies["sessionid"].value
    photos = Path(dj.Photo.objects.get().file.path).parent
    if name == "tokens":
        CSRFProtect(naive)
        naive.add_url_rule("/token", view_func=generate_csrf)
        naive.add_url_rule("/send", "send", view_func=lambda: "", methods=["POST"])
        page = django.get("/parts/").content.decode()
        token_of_django = page.partition('csrfmiddlewaretoken" value="')[2].partition('"')[0]
        token_of_flask_wtf = web.get("/token").text
    known = dict(globals())
    example = doctest.DocTestParser().get_doctest(text, known, name, None, 0)
    print(name, doctest.DocTestRunner().run(example))
    db.session.remove()
    db.engine.dispose()
    django_db.connections.close_all()
    shutil.copy(copy, file)
"""
SECTION = re.compile(r"# --8<-- \[start:(\w+)\]\n(.*?)# --8<-- \[end:\1\]\n", re.S)


SHOWN = dict(SECTION.findall((HOME / "traps.txt").read_text()))


def test_the_naive_code_answers_as_shown(traps):
    page, seen = (HOME / "index.md").read_text(), " ".join(traps["NAIVE"])
    assert re.findall(r"(\w+) TestResults\(failed=0, attempted=[1-9]", seen) == [*SHOWN], seen
    assert set(re.findall(r"traps\.txt:(\w+)", page)) == set(SHOWN)


def made(database):
    """Name, table and columns of each index, and how many CHECKs a table has."""
    tables = "SELECT name, sql FROM sqlite_master WHERE type = 'table'"
    indexes = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    with sqlite3.connect(database) as opened:
        checks = {name: sql.count("CHECK (") for name, sql in opened.execute(tables)}
        found = {
            (name, table, tuple(row[2] for row in opened.execute(f"PRAGMA index_info({name})")))
            for name, table in opened.execute(indexes).fetchall()
        }
    return found, checks


def test_a_new_database_has_the_indexes_and_checks_that_django_makes(assembled, seeded, tmp_path):
    app = Running("flask", Shown(assembled(8), "front"), tmp_path, {"FLASK_APP": "jobbook"})
    app.run("flask db upgrade")
    indexes, checks = made(tmp_path / "jobs.sqlite3")
    of_django, checks_of_django = made(seeded / "jobs.sqlite3")
    del checks["alembic_version"]
    assert indexes == {one for one in of_django if one[1] in checks}
    assert checks == {table: checks_of_django[table] for table in checks}
    assert checks["jobs_jobpart"] == 1


REQUESTS = """
import front
from django.urls import get_resolver
from werkzeug.test import Client


def old(environ, start_response):
    raise AssertionError("Django got " + environ["PATH_INFO"])


client = Client(front.Front(old, front.app.new))
routes = [str(pattern.pattern) for pattern in get_resolver("jobs.urls").url_patterns]
routes += ["accounts/" + str(p.pattern) for p in get_resolver("accounts.urls").url_patterns]
paths = ["", "nothing/", "static/job-book.css", "admin/", "/", "jobs", "%2e%2e/jobs/", *routes]
for path in paths:
    for method in ("GET", "POST"):
        client.open("/" + path.replace("<int:id>", "1"), method=method)
print(len(routes))
"""


def test_after_the_cut_over_django_gets_no_request(assembled, past):
    assert both(assembled(8), past, REQUESTS) == ["24"]


@pytest.mark.parametrize("step", [0, 6, 10])
def test_the_commands_do_what_they_did(assembled, past, step):
    app = Running("flask", Shown(assembled(step), "front"), past, {"FLASK_APP": "jobbook"})
    assert work(app, step, "overdue --on 2026-07-02").splitlines() == [
        "2026-04-10 anna: Säge <Typ 3> (here since 29.03.2026 03:30)",
        "2026-07-01 ben: Drill (here since 01.07.2026 00:15)",
    ]
    with sqlite3.connect(past / "jobs.sqlite3") as database:
        keys = "SELECT session_key FROM django_session"
        kept = database.execute(keys).fetchall()
        database.execute("INSERT INTO django_session VALUES ('old', '', '2026-01-01 00:00:00')")
        database.commit()
        work(app, step, "clearsessions")
        assert database.execute(keys).fetchall() == kept != []


def test_the_tests_of_the_team_are_green_before_and_after(assembled, past):
    old = Running("django", Shown(assembled(0), "config.wsgi"), past)
    assert "OK" in old.run("python manage.py test").stderr
    new = Running("flask", Shown(assembled(10), "jobbook.wsgi"), past, {"ROUNDS": "1000"})
    assert "3 passed" in new.run("python -m pytest -q -p no:cacheprovider tests").stdout


def test_the_last_step_has_no_way_back_for_whoever_logs_in(after, tmp_path):
    app = deploy(10, tmp_path / "step_10", after)
    with connect(app) as visitor, connect(app) as elsewhere:
        elsewhere.cookies.set("sessionid", (after / "cookie").read_text())
        assert is_in(elsewhere)
        log_in(visitor, "tom")
        assert not is_in(elsewhere)
        visitor.cookies.clear()
        assert is_in(log_in(visitor, "anna"))
        visitor.cookies.clear()
        assert is_in(log_in(visitor, "anna"))
    app.stop()
    with sqlite3.connect(after / "jobs.sqlite3") as database:
        hashes = dict(database.execute("SELECT username, password FROM auth_user"))
    assert hashes["anna"].startswith("pbkdf2:sha256:")
    assert hashes["ben"].startswith("pbkdf2_sha256$")
    before = build(9, tmp_path / "step_9", after).run("flask way-back", check=False)
    assert before.returncode
    assert "strange hashes: anna, tom" in before.stdout
    assert "strange schema: 0002" in before.stdout
