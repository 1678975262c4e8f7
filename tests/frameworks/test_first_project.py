"""Follow docs/frameworks/*/first-project.md from an empty folder, and use what comes of it.

Each file and each command is taken from the page, in its order. Only the lines that make a virtual
environment and install packages are not run: this environment stands for what they make.
"""

import importlib.metadata
import os
import re
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import first_project
import httpx
import pytest
from bs4 import BeautifulSoup
from flask import Flask
from markdown import markdown
from packaging.requirements import Requirement

from harness import Running, Shown
from services import answers, free_port

FRAMEWORKS = ("flask", "django")
INSTALLS = re.compile(r"python -m venv|\. \.venv/bin/activate|python -m pip install")
SERVES = re.compile(r"flask .* run$|python manage\.py runserver$|gunicorn --workers")
PASSWORD = "correct horse battery staple"
ASKS = (b"assword: ", b"(again): ")
SITE = "https://bookmarks.example"
BOOK = {"title": "A <b>book</b>", "url": "https://book.example/?a=1&b=2"}
SERVE = {"flask": "gunicorn wsgi:app", "django": "gunicorn config.wsgi"}
TESTED = {"flask": "python -m pytest", "django": "python manage.py test"}


def environment():
    """This environment's programs first, and nothing of what the pages set."""
    set_by_pages = {"DATABASE", "DJANGO_SETTINGS_MODULE", "OWNER_HASH", "SECRET_KEY", "SITE"}
    return {
        **{name: value for name, value in os.environ.items() if name not in set_by_pages},
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    }


class Reader:
    """Somebody who follows a page in a terminal, and types the password when asked for it."""

    def __init__(self, framework, home):
        self.framework, self.home, self.folder = framework, home, home
        self.state = home / "state"  # the folder and the variables of the terminal
        self.state.touch()
        self.said, self.seen, self.replaced, self.servers = {}, {}, set(), []

    def follow(self):
        """Take every step; what the last one serves stays on."""
        for number, step in enumerate(first_project.steps(self.framework), 1):
            self.stop()
            for block in step:
                if block.title:
                    self.write(block)
                else:
                    for command in block.commands:
                        self.do(command)
            if self.servers:
                self.owner = self.visitor()
                self.seen[number] = visit(self.owner)
        return self

    def write(self, block):
        """Put a block where its title says."""
        path, text = self.folder / block.file, block.text
        path.parent.mkdir(parents=True, exist_ok=True)
        if not block.place:
            self.replaced |= {block.file} if path.exists() else set()
        elif block.place == "at the end":
            text = f"{path.read_text()}\n{text}"
        else:
            line = re.compile(rf"^ *{re.escape(block.place.removeprefix('before '))}$", re.M)
            text = line.sub(lambda found: f"{text}\n{found[0]}", path.read_text(), count=1)
        path.write_text(text)

    def do(self, command):
        """Run a command of the page, or serve with it."""
        if SERVES.match(command):
            self.url = self.serve(command)
        elif not INSTALLS.match(command):
            self.said[command] = self.type(command)

    def type(self, command):
        """Run a command as at a terminal; return what it says."""
        ours, theirs = os.openpty()
        # The first terminal that the leader of a session opens is where it asks for passwords.
        script = f"exec <>{os.ttyname(theirs)} >&0 2>&1\n. {self.state}\n{command}\n"
        script += f"{{ export -p; echo cd '\"'$PWD'\"'; }} >{self.state}"
        shell = subprocess.Popen(
            ["sh", "-ec", script], cwd=self.home, env=environment(), start_new_session=True
        )
        os.close(theirs)
        said, ended, deadline = b"", False, time.monotonic() + 120
        os.set_blocking(ours, False)
        while not ended and time.monotonic() < deadline:
            ended = shell.poll() is not None
            try:
                while more := os.read(ours, 4096):
                    said += more
                    if said.endswith(ASKS):
                        os.write(ours, PASSWORD.encode() + b"\n")
            except OSError:  # nothing to read yet, or nobody at the other end
                time.sleep(0.01)
        os.close(ours)
        assert shell.wait(1) == 0, f"{command}\n{said.decode()}"
        self.folder = Path(self.state.read_text().rpartition('cd "')[2].rstrip('"\n'))
        return said.decode()

    def serve(self, command, first=":"):
        """Serve on a port of our own until the next step; return the address once it answers."""
        port = free_port()
        option = {"flask": f"--port {port}", "python": f"{port} --noreload"}
        option["gunicorn"] = f"-b 127.0.0.1:{port}"
        script = f". {self.state}\n{first}\nexec {command} {option[command.split()[0]]}"
        log = self.home / f"{port}.log"
        server = subprocess.Popen(
            ["sh", "-ec", script],
            cwd=self.home,
            env=environment(),
            stdout=log.open("w"),
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        self.servers.append(server)
        deadline = time.monotonic() + 60
        while not answers(port):
            assert server.poll() is None and time.monotonic() < deadline, log.read_text()
            time.sleep(0.02)
        return f"http://127.0.0.1:{port}"

    def log(self, url):
        """What the server at an address has said."""
        return (self.home / f"{httpx.URL(url).port}.log").read_text()

    def visitor(self, url=None, site=SITE):
        """A browser: before the last step on this machine, then elsewhere and behind the proxy."""
        if "SITE=" not in self.state.read_text():
            return httpx.Client(base_url=self.url)
        return httpx.Client(
            base_url=site, transport=Proxy(url or self.url), headers={"Referer": f"{site}/"}
        )

    def stop(self):
        """Press Ctrl-C."""
        while self.servers:
            server = self.servers.pop()
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(30)


class Proxy(httpx.HTTPTransport):
    """The proxy in front: takes HTTPS, hands it on as HTTP, and says so in its headers."""

    def __init__(self, url):
        super().__init__()
        self.server = httpx.URL(url)

    def handle_request(self, request):
        url = request.url.copy_with(scheme="http", host="127.0.0.1", port=self.server.port)
        headers = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"}
        headers = {**request.headers, **headers}
        return super().handle_request(
            httpx.Request(request.method, url, headers=headers, content=request.read())
        )


def send(client, path, **values):
    """Fill in the form of a page, as far as it has fields for it, and send it."""
    form = BeautifulSoup(client.get(path).text, "lxml").main.form
    fields = {field["name"]: field.get("value", "") for field in form.find_all("input")}
    return client.post(path, data={**fields, **{k: v for k, v in values.items() if k in fields}})


def log_in(client, password=PASSWORD):
    return send(client, "/log-in/", username="ada", password=password)


def listed(client):
    return client.get("/bookmarks.json").json()["bookmarks"]


def visit(client):
    """What there is to see: the page, the JSON, and whether a book can be added."""
    page, before = client.get("/"), listed(client)
    if client.get("/log-in/").is_success:
        log_in(client)
        send(client, "/add/", **BOOK)
    return page.status_code, before, listed(client)


@pytest.fixture(scope="module")
def readers(tmp_path_factory):
    """Both readers, who have followed their pages side by side."""
    found = [Reader(framework, tmp_path_factory.mktemp(framework)) for framework in FRAMEWORKS]
    try:
        with ThreadPoolExecutor() as pool:
            yield {reader.framework: reader for reader in pool.map(Reader.follow, found)}
    finally:
        for reader in found:
            reader.stop()


@pytest.fixture(params=FRAMEWORKS)
def reader(request, readers):
    """Each reader in turn."""
    return readers[request.param]


@pytest.fixture
def stranger(reader):
    """Somebody elsewhere, who visits the finished app."""
    return reader.visitor()


@pytest.fixture
def owner(reader):
    """The owner, who has been logged in since the last step."""
    return reader.owner


def files(framework):
    """What a page has its reader write."""
    return [block for step in first_project.steps(framework) for block in step if block.title]


def test_the_page_leads_from_an_empty_folder_to_a_served_app(reader):
    assert reader.seen == {3: (200, [], []), 4: (200, [], [BOOK]), 7: (200, [], [BOOK])}
    said = reader.said[TESTED[reader.framework]]
    assert "7 passed" in said or ("Ran 7 tests" in said and "OK" in said)


def test_the_page_shows_what_lies_in_the_repository(reader):
    """Whole files are as they are shown; the others are written by the commands of the page."""
    home = first_project.home(reader.framework) / "first_project"
    shown = {block.file: block.place for block in reversed(files(reader.framework))}
    stored = {path.relative_to(home).as_posix(): path for path in sorted(home.rglob("*.*"))}
    stored = {
        name: path for name, path in stored.items() if path.suffix not in (".pyc", ".sqlite3")
    }
    assert set(shown) <= set(stored)
    for name, path in stored.items():
        text = (reader.folder / name).read_text().split()
        own = first_project.MARKER.sub("", path.read_text()).split()
        if shown.get(name) == "":
            assert text == own, name
        elif name in shown:  # what joins a file that a command wrote
            added = [block.text for block in files(reader.framework) if block.file == name]
            assert " ".join(text).endswith(" ".join("".join(added).split())), name
            assert " ".join(own).endswith(" ".join("".join(added).split())), name


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_the_built_page_shows_what_the_reader_writes(framework):
    options = {"base_path": [str(first_project.home(framework))], "dedent_subsections": True}
    page = (first_project.home(framework) / "first-project.md").read_text()
    html = markdown(
        page.split("\n---\n", 1)[1],
        extensions=["pymdownx.superfences", "pymdownx.snippets", "pymdownx.highlight"],
        extension_configs={"pymdownx.snippets": {**options, "check_paths": True}},
    )
    built = [code.get_text() for code in BeautifulSoup(html, "lxml").find_all("pre")]
    blocks = [block for step in first_project.steps(framework) for block in step]
    assert [text.split() for text in built] == [block.text.split() for block in blocks]
    assert [text.rstrip() for text in built] == [block.text.rstrip() for block in blocks]


def test_five_generated_files_are_replaced(readers):
    names = {"admin", "models", "tests", "views"}
    assert readers["django"].replaced == {"config/urls.py", *(f"bookmarks/{n}.py" for n in names)}
    assert not readers["flask"].replaced


def needs(package, seen):
    """A package and all that it needs here."""
    if package not in seen:
        seen.add(package)
        for text in importlib.metadata.requires(package) or []:
            need = Requirement(text)
            if not need.marker or need.marker.evaluate({"extra": ""}):
                needs(need.name.lower(), seen)
    return seen


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_the_page_installs_what_the_app_imports(framework):
    installed = set()
    for package in first_project.figures(framework)["packages"]:
        needs(package, installed)
    owners = importlib.metadata.packages_distributions()
    names = first_project.names(framework)
    assert names
    for name in names:
        assert {owner.lower() for owner in owners[name.split(".")[0]]} & installed, name


def test_the_figures_are_those_of_the_pages():
    assert first_project.FIGURES.read_text() == first_project.text()
    flask, django = (first_project.figures(framework) for framework in FRAMEWORKS)
    assert flask["files"] < django["files"] and flask["app_lines"] > django["app_lines"]


def test_everybody_reads_and_only_the_owner_adds(stranger, owner):
    refused = stranger.get("/add/")
    assert refused.is_redirect and refused.headers["location"].startswith("/log-in/")
    new = {"title": "News", "url": "https://news.example/"}
    assert stranger.post("/add/", data=new).status_code in (302, 400, 403)
    assert new not in listed(stranger)
    assert send(owner, "/add/", **new).is_redirect
    assert listed(stranger)[0] == new
    assert '<a href="https://news.example/">News</a>' in stranger.get("/").text


def test_a_wrong_password_does_not_help(stranger):
    again = log_in(stranger, "correct horse")
    assert again.status_code == 200
    assert stranger.get("/add/").is_redirect


@pytest.mark.parametrize("path", ["/log-in/", "/add/", "/log-out/"])
def test_a_form_without_its_token_is_refused(owner, path):
    data = {"title": "No", "url": "https://no.example/", "username": "ada", "password": PASSWORD}
    assert owner.post(path, data=data).status_code in (400, 403)
    assert owner.get("/add/").status_code == 200


@pytest.mark.parametrize(
    "url", ["", "no address", "javascript:alert(1)", "https://a.example/" + "a" * 200]
)
def test_a_wrong_address_comes_back_and_is_not_stored(owner, url):
    before = listed(owner)
    again = send(owner, "/add/", title="Wrong address", url=url)
    assert again.status_code == 200 and "Wrong address" in again.text
    assert listed(owner) == before


def test_a_title_cannot_bring_html_along(stranger):
    assert "A &lt;b&gt;book&lt;/b&gt;" in stranger.get("/").text


def test_the_owner_logs_out(stranger):
    log_in(stranger)
    form = BeautifulSoup(stranger.get("/add/").text, "lxml").nav.form
    token = {field["name"]: field["value"] for field in form.find_all("input")}
    assert stranger.post(form["action"], data=token).is_redirect
    assert stranger.get("/add/").is_redirect


def test_the_style_sheet_is_served(stranger):
    page = BeautifulSoup(stranger.get("/").text, "lxml")
    style = stranger.get(page.find("link", rel="stylesheet")["href"])
    assert style.status_code == 200 and style.headers["content-type"].startswith("text/css")


def test_the_session_cookie_travels_by_https_only(stranger):
    cookies = log_in(stranger).headers.get_list("set-cookie")
    (session,) = [cookie for cookie in cookies if cookie.startswith("session")]
    assert {"Secure", "HttpOnly", "SameSite=Lax"} <= set(session.split("; "))


def test_another_host_name_is_refused(reader):
    assert reader.visitor(site="https://evil.example").get("/").status_code == 400


def test_without_its_key_the_app_does_not_start(reader):
    check = SERVE[reader.framework].replace("gunicorn", "gunicorn --check-config")
    with pytest.raises(AssertionError, match="SECRET_KEY"):
        reader.type(f"unset SECRET_KEY; {check}")


def test_a_new_key_ends_the_sessions(reader):
    assert reader.owner.get("/add/").is_success
    url = reader.serve(SERVE[reader.framework], first="export SECRET_KEY=another")
    elsewhere = reader.visitor(url)
    elsewhere.cookies = reader.owner.cookies
    assert elsewhere.get("/add/").is_redirect


def test_gunicorn_listens_on_its_own_machine(reader):
    command = SERVE[reader.framework].replace("gunicorn", "env -u PORT gunicorn --print-config")
    assert "['127.0.0.1:8000']" in reader.type(command)


def test_an_error_is_logged_and_not_shown(reader):
    url = reader.serve(SERVE[reader.framework], first="export DATABASE=$PWD/empty.sqlite3")
    answer = reader.visitor(url).get("/")
    assert answer.status_code == 500 and "no such table" not in answer.text
    assert "no such table" in reader.log(url)


def test_the_development_key_lets_a_stranger_in(readers):
    forger = Flask("forger")
    forger.secret_key = "dev"
    cookie = forger.session_interface.get_signing_serializer(forger).dumps({"owner": True})
    reader = readers["flask"]
    assert reader.visitor().get("/add/", headers={"Cookie": f"session={cookie}"}).is_redirect
    url = reader.serve("gunicorn 'bookmarks:create_app()'")
    forged = reader.visitor(url).get("/add/", headers={"Cookie": f"session={cookie}"})
    assert forged.status_code == 200


def test_check_deploy_finds_nothing(readers):
    said = readers["django"].said["python manage.py check --deploy --fail-level WARNING"]
    assert "no issues" in said


@pytest.mark.since(django="6.1")
def test_a_new_project_must_decide_about_mail(readers):
    command = "DJANGO_SETTINGS_MODULE=config.settings python manage.py check --deploy"
    with pytest.raises(AssertionError, match=r"mail\.E001"):
        readers["django"].type(command)


def test_the_owner_corrects_and_deletes_in_the_admin(readers):
    reader = readers["django"]
    client = reader.owner
    send(client, "/add/", title="Mispelt", url="https://spelt.example/")
    page = BeautifulSoup(client.get("/admin/bookmarks/bookmark/?o=-1").text, "lxml")
    change = page.find("a", string="Mispelt")["href"]
    assert edit(client, change, title="Misspelt").is_redirect
    assert listed(client)[0]["title"] == "Misspelt"
    assert edit(client, change.replace("/change/", "/delete/")).is_redirect
    assert "Misspelt" not in [bookmark["title"] for bookmark in listed(client)]


def edit(client, path, **values):
    """Send a form of the admin, with some values changed."""
    form = BeautifulSoup(client.get(path).text, "lxml").find(id="content").form
    fields = {field["name"]: field.get("value", "") for field in form.select("input[name]")}
    return client.post(path, data={**fields, **values})


def test_a_forgotten_variable_serves_debug_mode(readers):
    reader = readers["django"]
    url = reader.serve(SERVE["django"], first="unset DJANGO_SETTINGS_MODULE")
    assert "DEBUG = True" in httpx.get(f"{url}/nowhere/").text
    assert "DEBUG = True" not in reader.visitor().get("/nowhere/").text


def test_the_style_sheet_waits_for_collectstatic(readers):
    reader = readers["django"]
    path = "/static/bookmarks/style.css"
    assert reader.visitor().get(path).is_success
    reader.type("mv staticfiles kept")
    url = reader.serve(SERVE["django"])
    assert reader.visitor(url).get(path).status_code == 404
    reader.type("mv kept staticfiles")
    assert reader.visitor(url).get(path).status_code == 404  # it looked when it started


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_the_shown_tests_pass_where_they_lie(framework, tmp_path, monkeypatch):
    """In the repository too, with what the production settings ask for."""
    folder = first_project.home(framework) / "first_project"
    app = Running(framework, Shown(folder, "wsgi"), tmp_path, environment())
    app.run(f"{TESTED[framework]} {'-p no:cacheprovider' if framework == 'flask' else ''}")
    production = {"SITE": "a", "SECRET_KEY": "b", "OWNER_HASH": "c"}
    production["DATABASE"] = str(tmp_path / "live.sqlite3")
    app.run(
        SERVE[framework].replace("gunicorn", "gunicorn --check-config"),
        DJANGO_SETTINGS_MODULE="config.production",
        **production,
    )
