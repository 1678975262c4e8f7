"""The lift page of docs/examples/weekend-hack: what one file promises in each framework."""

import os
import shutil
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from bs4 import BeautifulSoup

from harness import Running, Shown

KEY = "a-long-word-that-only-the-guests-know"
ENV = {"LIFTS_KEY": KEY}
COMMANDS = {"flask": "flask init-db", "django": "python django_app.py init-db"}
PREPARE = {framework: [command] for framework, command in COMMANDS.items()}
FULL = {"leaves": "07:30", "seats": "3"}


def send(client, action, **values):
    """Fill in the form of the page that has this action, and send it as a browser does."""
    page = BeautifulSoup(client.get(f"/{KEY}/").text, "html.parser")
    form = page.find("form", action=action)
    hidden = {tag["name"]: tag["value"] for tag in form.select("input[type=hidden]")}
    return client.post(f"/{KEY}/{action}", data=hidden | values, follow_redirects=True)


def lift(client, driver):
    """The action of this driver's lift, and what the page says about it."""
    page = BeautifulSoup(client.get(f"/{KEY}/").text, "html.parser")
    (title,) = [h2 for h2 in page.find_all("h2") if h2.text.endswith(f"with {driver}")]
    return title.find_next("form")["action"], " ".join(title.find_next("p").text.split())


def test_a_lift_is_offered_and_a_seat_taken(client):
    assert "07:30 with Ada" in send(client, "offer", driver="Ada", **FULL).text
    action, told = lift(client, "Ada")
    assert told == "0 of 3 seats taken: nobody yet"
    send(client, action, name="Ben")
    send(client, action, name="Cleo")
    assert lift(client, "Ada")[1] == "2 of 3 seats taken: Ben, Cleo"


def test_the_last_seat_is_given_once(client, app):
    send(client, "offer", driver="Dora", **FULL)
    action, _ = lift(client, "Dora")

    def ask(number):
        with httpx.Client(base_url=app.url, timeout=20) as guest:
            return send(guest, action, name=f"G{number}").status_code

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(ask, range(8))) == [200] * 3 + [409] * 5
    told = lift(client, "Dora")[1]
    assert told.startswith("3 of 3") and told.count("G") == 3


def test_without_the_address_it_is_404(client):
    send(client, "offer", driver="Eve", **FULL)
    action, told = lift(client, "Eve")
    hidden = {"csrfmiddlewaretoken": client.cookies.get("csrftoken", "")}
    for path in ("/", "/nothing/", f"/{KEY[:-1]}/", f"/x{KEY}/"):
        assert client.get(path).status_code == 404
        assert client.post(path + action, data=hidden | {"name": "Mallory"}).status_code == 404
    assert lift(client, "Eve")[1] == told


WRONG = [{"seats": "0"}, {"seats": "x"}, {"leaves": "soon"}, {"driver": ""}]


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_offer_is_refused(client, wrong):
    assert send(client, "offer", **{"driver": "Wrong", **FULL, **wrong}).status_code == 400
    assert "with Wrong" not in client.get(f"/{KEY}/").text


def test_a_name_is_text_and_never_markup(client):
    page = send(client, "offer", driver="<b>Finn</b>", **FULL).text
    assert "&lt;b&gt;Finn" in page and "<b>Finn" not in page
    action = lift(client, "<b>Finn</b>")[0]
    assert "&lt;i&gt;Gil" in send(client, action, name="<i>Gil").text
    assert send(client, action, name=" ").status_code == 400
    assert send(client, action, name="long" * 11).status_code == 400


def test_django_names_the_field_and_keeps_what_was_typed(flask, django):
    wrong = {"driver": "Hal", "leaves": "soon", "seats": "9"}
    by_hand, by_form = (send(client, "offer", **wrong).text for client in (flask, django))
    assert "Hal" not in by_hand and "8 seats" not in by_hand  # the first mistake, on a bare page
    assert 'value="Hal"' in by_form and "valid time" in by_form and "equal to 8" in by_form


@pytest.mark.parametrize("framework", COMMANDS)
def test_one_file_starts_in_an_empty_folder(served, framework, tmp_path):
    file = served(framework).shown.folder / f"{framework}_app.py"
    shutil.copy(file, tmp_path)
    app = Running(framework, Shown(tmp_path, file.stem), tmp_path, ENV)
    app.run(COMMANDS[framework])
    assert set(os.listdir(tmp_path)) == {file.name, "lifts.sqlite3"}
    app.start()
    assert httpx.get(f"{app.url}/{KEY}/").is_success
    app.stop()


@pytest.mark.parametrize("framework", COMMANDS)
def test_without_a_key_it_does_not_start(served, framework):
    app = served(framework)
    command = ["python", "-c", f"import {framework}_app"]
    done = Running(framework, app.shown, app.data).run(command, check=False)
    assert "KeyError: 'LIFTS_KEY'" in done.stderr


def lines(app, section=None):
    code = (app.shown.folder / f"{app.framework}_app.py").read_text()
    if section:
        code = code.split(f"# --8<-- [start:{section}]")[1].split(f"# --8<-- [end:{section}]")[0]
    return sum(bool(line.strip()) for line in code.splitlines())


def test_the_views_are_as_long_and_the_settings_come_on_top(served):
    flask, django = served("flask"), served("django")
    for section in ("tables", "views"):
        assert abs(lines(flask, section) - lines(django, section)) <= 2
    assert lines(django, "settings") == 16
    assert lines(django) - lines(flask) < 30
