"""What both faces of docs/examples/web-face-for-cli promise, and where they differ."""

import subprocess
import sys
import time
from uuid import uuid4

import httpx
import pytest
from bs4 import BeautifulSoup

from harness import ROOT

PROGRAM = [sys.executable, str(ROOT / "docs/examples/web-face-for-cli/levels.py")]
SHELL = {"flask": ["python", "-c"], "django": ["python", "manage.py", "shell", "-c"]}
ENV = {"JOB_SECONDS": "1.5", "SECRET_KEY": "a secret of this test"}
DAY = b"08:00,61.5\n09:00,64\n"
REPORT = "08:00 61.5 dB\n09:00 64.0 dB"


def send(client, content=DAY, name="day.csv", choice="dB(A)"):
    """Fill in the form as a person does; return the answer."""
    page = BeautifulSoup(client.get("/").text, "html.parser")
    hidden = {field["name"]: field["value"] for field in page.select("input[type=hidden]")}
    return client.post("/", data={**hidden, "choice": choice}, files={"file": (name, content)})


def look(client, address):
    page = BeautifulSoup(client.get(address).text, "html.parser")
    return page.h1.text, page.pre.text.strip()


def end_of(client, answer):
    """The state in which the run ends, and what the program printed."""
    deadline = time.monotonic() + 20
    while (seen := look(client, answer.headers["location"]))[0] == "running":
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return seen


def folders(app):
    return set((app.data / "jobs").glob("*"))


def test_the_page_shows_what_the_program_prints(client, app, tmp_path):
    (tmp_path / "day.csv").write_bytes(DAY)
    alone = app.run([*PROGRAM, "--weighting", "C", str(tmp_path / "day.csv")]).stdout.strip()
    assert end_of(client, send(client, choice="dB(C)")) == ("done", alone)
    assert end_of(client, send(client)) == ("done", REPORT)


@pytest.mark.parametrize("choice", ["--help", "dB(A);id", ""])
def test_a_choice_that_is_not_on_the_list_runs_nothing(client, app, choice):
    before = folders(app)
    assert send(client, choice=choice).status_code == 200 and folders(app) == before


def test_a_file_that_is_too_large_or_of_another_kind_runs_nothing(client, app):
    before = folders(app)
    assert send(client, b"0" * 5_100_000).status_code in (200, 413)
    assert send(client, name="day.exe").status_code == 200 and folders(app) == before


@pytest.mark.parametrize("name", ["--help.csv", "$(touch broken).csv", "x; id.csv"])
def test_the_name_of_the_file_reaches_no_command(client, name):
    assert end_of(client, send(client, name=name)) == ("done", REPORT)


def test_when_a_run_has_ended_the_measurement_is_gone(client, app):
    before = folders(app)
    end_of(client, send(client, name="../../day.csv"))
    (made,) = folders(app) - before
    assert {file.name for file in made.iterdir()} == {"output.txt", "state.txt"}


def test_a_run_that_stands_still_is_stopped_and_what_it_printed_is_kept(client):
    seen = end_of(client, send(client, b"08:00,61.5\n09:00,?\n"))
    assert seen == ("stopped after 1.5 seconds", "08:00 61.5 dB")


def test_a_run_that_fails_shows_the_programs_own_words(client, app, tmp_path):
    (tmp_path / "day.csv").write_text("08:00,<b>loud</b>\n")
    alone = app.run([*PROGRAM, str(tmp_path / "day.csv")], check=False).stderr
    state, text = end_of(client, send(client, (tmp_path / "day.csv").read_bytes()))
    assert state == "failed" and alone.splitlines()[-1] in text and "<b>loud" in text


def test_the_program_does_not_see_the_secrets_of_the_app(app):
    code = """
import io, jobs
jobs.PROGRAM = [jobs.sys.executable, "-c", "import os; print('saw', dict(os.environ))"]
job = jobs.start("dB(A)", io.BytesIO())
jobs.pool.shutdown()
print(jobs.look(job)["text"])
"""
    seen = app.run([*SHELL[app.framework], code]).stdout
    assert "saw" in seen and ENV["SECRET_KEY"] not in seen


def test_what_the_program_has_started_is_stopped_with_it(app, tmp_path):
    code = f"""
import io, jobs, os, select
os.mkfifo({str(tmp_path / "held")!r})
held = os.open({str(tmp_path / "held")!r}, os.O_RDONLY | os.O_NONBLOCK)
jobs.PROGRAM = ["sh", "-c", "sleep 60 > {tmp_path / "held"} & echo started; wait"]
job = jobs.start("dB(A)", io.BytesIO())
jobs.pool.shutdown()
let_go = select.select([held], [], [], 20)[0] == [held]
print(jobs.look(job)["text"], jobs.look(job)["state"], let_go)
"""
    seen = app.run([*SHELL[app.framework], code], JOB_SECONDS="0.5").stdout
    assert seen.split()[-6:] == ["started", "stopped", "after", "0.5", "seconds", "True"]


def test_after_a_restart_a_run_is_told_as_lost(client, app):
    for _ in range(5):  # two run at once, so the last one waits
        address = send(client, b"08:00,?\n").headers["location"]
    assert look(client, address)[0] == "running"
    app.stop()
    (app.data / "port").unlink()
    app.start()
    with httpx.Client(base_url=app.url) as again:
        assert look(again, address)[0].startswith("lost")
        assert again.get(f"/jobs/{uuid4()}").status_code == 404


def test_a_name_is_a_command_in_a_shell_and_an_option_in_a_list(tmp_path):
    name = "x; echo broken in"
    shell = subprocess.run(f"true {name}", shell=True, capture_output=True, text=True)
    assert shell.stdout == "broken in\n"
    assert subprocess.run(["true", name], capture_output=True, text=True).stdout == ""
    option = subprocess.run([*PROGRAM, "--help"], capture_output=True, text=True)
    assert option.stdout.startswith("usage:")
