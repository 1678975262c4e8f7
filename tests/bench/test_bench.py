"""What is measured is the same on both sides, and the figures are what the samples say."""

import json
from pathlib import Path

import pytest
from bench import code, figures, load, record, servers, sizes, visits
from bench.places import HOME, SIDES, environment, prepared, python, steps

from harness import in_a_thread

ENDPOINTS = {"plain", "json", "missing", "row", "rows", "page", "form"}


@pytest.fixture(scope="module")
def databases(tmp_path_factory):
    return prepared(tmp_path_factory.mktemp("bench"))


def answered(side, step, databases, **more):
    env = environment(side, step, databases[side], **more)
    return json.loads(python(["-m", "bench.worker", "bytes", side], env))


@pytest.mark.parametrize("step", ["bare", "frame", "session-read", "user-read"])
def test_both_apps_answer_with_the_same_bytes(step, databases):
    flask, django = (answered(side, step, databases) for side in SIDES)
    assert flask == django
    assert flask.keys() == ENDPOINTS | ({"login"} if "read" in step else set())
    statuses = {name: answer[0] for name, answer in flask.items()}
    assert statuses.pop("missing") == 404 and set(statuses.values()) == {200}
    assert flask["page"][2].count("<tr>") == 100 and len(json.loads(flask["rows"][2])) == 100


def test_django_with_the_other_template_engine_answers_the_same_page(databases):
    bytes_of = answered("django", "bare", databases, ENGINE="jinja")["page"]
    assert bytes_of == answered("flask", "bare", databases)["page"]


PROBE = """
from bench.visits import *
import importlib, json, sys
from bench.places import MODULES
app, side = importlib.import_module(MODULES[sys.argv[1]]).app, sys.argv[1]
send = over_wsgi(app)
right = requests(send, side, STEP)
wrong = [Visitor(send).ask("POST", "/form", BOOK)[0]]
if STEP == "user-read":
    asker = Visitor(send)
    wrong.append(asker.ask("POST", "/login", LOGIN | {"password": "no"})[0])
    token = {FIELD[side]: asker.ask("GET", "/token")[2].decode()}
    wrong.append(asker.ask("POST", "/form", token | {"title": "", "pages": "0"})[0])
else:
    wrong.append(Visitor(send).ask("POST", "/form", {"title": "", "pages": "0"})[0])
print(json.dumps(wrong))
"""


@pytest.mark.parametrize(
    ("step", "statuses"), [("bare", [200, 422]), ("user-read", [400, 403, 422])]
)
def test_what_is_wrong_is_refused_by_both(step, statuses, databases):
    for side in SIDES:
        env = environment(side, step, databases[side])
        got = json.loads(python(["-c", PROBE.replace("STEP", repr(step)), side], env))
        assert [400 if number == 403 and n == 0 else number for n, number in enumerate(got)] == (
            statuses
        )


def test_instructions_repeat_in_another_process(databases):
    env = environment("flask", "bare", databases["flask"])
    first, second = (
        json.loads(python(["-m", "bench.worker", "count", "flask", "2"], env)) for _ in range(2)
    )
    for name, counted in first.items():
        now = second[name]["samples"][0]
        assert abs(now / counted["samples"][0] - 1) < record.COUNTS_REPEAT, name
        assert sum(counted["by"].values()) == counted["samples"][-1]


@pytest.mark.parametrize("side", SIDES)
def test_the_same_tests_pass_on_both(side, tmp_path):
    from bench.around import PLUGINS, PYTEST

    env = environment(side, "user-read", tmp_path / "tests.sqlite3")
    env |= {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    words = [*PYTEST, HOME, *PLUGINS[side], "-p", f"{side}_fixtures", "same_tests.py"]
    assert "100 passed" in python(words, env)


def test_a_server_is_asked_and_its_processor_time_is_seen(databases):
    from bench.throughput import sample

    with servers.served("flask", "bare", databases["flask"]) as server:
        asked = visits.requests(visits.over_http(server.port), "flask", "bare")
        request = visits.on_the_wire(*asked["row"])
        found = in_a_thread(sample, server, request, 0.2)
    assert found["speed"] > 1 and found["processor"] > 0
    assert found["p50"] <= found["p90"] <= found["p99"]


@pytest.mark.parametrize(
    ("got", "whole"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab", False),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc", True),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n", False),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n", True),
        (b"HTTP/1.1 200 OK\r\nContent-Le", False),
    ],
)
def test_an_answer_is_whole_when_its_last_byte_has_come(got, whole):
    assert load.complete(got) is whole


def test_an_interval_holds_the_ratio_and_each_start():
    starts = [[1.0, 1.1, 0.9], [1.4, 1.5, 1.6]]
    found = figures.hull(starts)
    assert found["low"] <= 1.0 and found["high"] >= 1.5 and 1.1 < found["value"] < 1.4
    assert figures.hull(starts) == found


def test_a_second_run_that_lies_outside_is_named():
    ratio = {"value": 2.0, "low": 1.9, "high": 2.1}
    old = {"figures": {"plain": ratio}, "counts": {"median": 1000}}
    new = {"figures": {"plain": ratio | {"value": 2.2}}, "counts": {"median": 1011}}
    assert [line.split(":")[0] for line in record.outside(old, new)] == [
        "/figures/plain",
        "/counts/median",
    ]
    assert list(record.outside(old, old)) == []


def test_a_quick_run_does_not_replace_a_long_one(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(record, "RESULTS", tmp_path)
    record.keep("x", {"about": {"quick": False}, "n": 1})
    record.keep("x", {"about": {"quick": True}, "n": 2})
    assert json.loads((tmp_path / "x.json").read_text())["n"] == 1
    assert "not written" in capsys.readouterr().out


def test_a_package_brings_what_it_needs():
    found = sizes.measured()
    assert {"flask", "werkzeug", "jinja2"} <= found["flask"]["bytes"].keys()
    assert {"django", "asgiref", "sqlparse"} <= found["django"]["bytes"].keys()
    assert found["flask"]["packages"] < found["flask_equal"]["packages"]


APP = '''"""An app."""

from flask import Flask

app = Flask(__name__)
app.config["DEBUG"] = False


@app.get("/")
def index():
    return "Hello"


@app.cli.command("go")
def go():
    """Go."""
'''


def test_lines_are_counted_by_what_they_are_about(tmp_path):
    path = tmp_path / "flask_app.py"
    path.write_text(APP)
    assert code.by_concern(path) == {
        "imports": 1,
        "other": 1,
        "settings": 1,
        "addresses": 1,
        "views": 2,
        "commands": 2,
    }


def test_the_steps_are_those_of_django_in_their_order():
    env = environment("django", steps()[-1], "")
    out = python(["-c", "from config import settings as s; print(*s.MIDDLEWARE)"], env)
    from django import __path__ as home

    template = Path(home[0]) / "conf/project_template/project_name/settings.py-tpl"
    text = template.read_text()
    places = [text.index(path) for path in out.split()]
    assert len(places) == 7 and places == sorted(places)


def figure(name):
    return json.loads((record.RESULTS / f"{name}.json").read_text())


def test_the_words_of_the_page_on_speed_are_those_of_the_counts():
    counted = figure("instructions")
    ratios, page = counted["ratios"], counted["page"]
    assert ratios["bare"]["plain"] < 1 and ratios["frame"]["plain"] < 1
    assert page["django"] > 3 * page["flask"] and page["django_with_jinja"] < 1.2 * page["flask"]
    real = ratios["user-read"]
    assert max(v for k, v in real.items() if k != "page") < 1.6 < real["page"]
    used = {s: {k: v["plain"]["median"] for k, v in counted["counts"][s].items()} for s in SIDES}
    for steps_of in used.values():
        assert steps_of["user-read"] - steps_of["orm"] > steps_of["frame"] - steps_of["bare"]


def test_the_words_of_the_page_on_servers_are_those_of_the_figures():
    figures = figure("throughput")["figures"]
    real, below_asgi = figures["user-read"]["sqlite"], figures["user-read"]["uvicorn"]
    for name, row in real.items():
        assert (row["processor"]["low"] > 1.3) == (name == "page"), name
    assert min(row["processor"]["low"] for row in below_asgi.values()) > 2
    assert 0.95 < real["row"]["with_5_ms_of_database"] < 1.05
    assert real["page"]["with_5_ms_of_database"] < 1.2


def test_the_words_of_the_page_on_weight_are_those_of_the_figures():
    found = figure("around")["figures"]
    assert found["start"]["bare"]["processor"]["low"] > 1
    assert found["start"]["user-read"]["processor"]["high"] < 1
    for step, lighter in (("bare", "flask"), ("user-read", "django")):
        held = found["memory"][step]
        assert min(held, key=lambda side: held[side]["at_rest"]) == lighter
    sizes_of = {k: v["megabytes"] for k, v in found["installed"].items()}
    assert sizes_of["flask"] < sizes_of["flask_equal"] * 0.2
    assert 0.8 < sizes_of["flask_equal"] / sizes_of["django"] < 1.2
    assert found["translations_of_django"] > sizes_of["django"] / 2
    grown = found["grown"]
    added = grown["with_all"] - grown["flask"]
    assert grown["with_sqlalchemy"] - grown["flask"] > added / 2
