"""The rush of docs/examples/ticket-rush: many people, few places, one line, on two databases."""

import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError

from harness import ROOT, Running, find
from services import fresh_database

HOME = ROOT / "docs/examples/ticket-rush"
PREPARE = {"flask": ["flask init-db"], "django": ["python manage.py migrate"]}
SIZES = [5, 2, 1, 6, 0, 0, 2]
# The code of the lock, and what keeps somebody between looking for a place and taking it.
LOCK = {
    "flask": (
        "flask_app.py",
        ".with_for_update()",
        "INSERT INTO ticket (tour_id, key) VALUES (:tour, :key)",
    ),
    "django": (
        "django_app/places/views.py",
        ".objects.select_for_update()",
        "SELECT id FROM places_place WHERE tour_id = :tour FOR UPDATE",
    ),
}


@pytest.fixture(scope="module", params=["flask", "django"])
def framework(request):
    return request.param


class Rush:
    """An app on a database, with tours that are open, listed by how many places they have."""

    def __init__(self, app, database):
        self.app, self.database, self.django = app, database, app.framework == "django"
        self.client = httpx.Client(base_url=app.url, timeout=20)
        add = ["python", "manage.py", "add_tours"] if self.django else ["flask", "add-tours"]
        numbers = app.run([*add, *map(str, SIZES)]).stdout.split()
        self.tours = list(zip(SIZES, numbers, strict=True))

    def tour(self, places):
        """A tour with so many places that no test has used."""
        found = next(tour for tour in self.tours if tour[0] == places)
        self.tours.remove(found)
        return Tour(self.client, found[1])


class Tour:
    """A tour, and what people do who want a place in it."""

    def __init__(self, client, number):
        self.client, self.number = client, number

    def ask(self, method, key):
        return self.client.request(method, f"/tours/{self.number}/tickets/{key}")

    def take(self, key):
        return self.ask("PUT", key).json()

    def look(self, key):
        return self.ask("GET", key).json()

    def give_back(self, key):
        return self.ask("DELETE", key).status_code


@pytest.fixture
def database(postgres_url):
    """The address of a new database in PostgreSQL."""
    return fresh_database(postgres_url)


def on(database, framework, folder, home):
    """An app with its tables in a database of PostgreSQL."""
    app = Running(framework, find(home, framework), folder, {"DATABASE_URL": database})
    app.run(PREPARE[framework][0])
    return app.start()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def rush(request, framework, served, postgres_url):
    """Each app on each database."""
    if request.param == "sqlite":
        app = served(framework)
        return Rush(app, f"sqlite:///{app.data / 'places.sqlite3'}")
    address = fresh_database(postgres_url)
    return Rush(served(framework, DATABASE_URL=address), address)


def people(count):
    return [uuid4() for _ in range(count)]


def at_once(work, keys):
    with ThreadPoolExecutor(len(keys)) as pool:
        return list(pool.map(work, keys))


def places(answers):
    return sorted(answer["place"] for answer in answers if "place" in answer)


def line(answers):
    return sorted(answer["ahead"] for answer in answers if "ahead" in answer)


def test_of_thirty_at_once_five_have_a_place_and_the_others_a_turn(rush):
    answers = at_once(rush.tour(5).take, people(30))
    assert places(answers) == [1, 2, 3, 4, 5] and line(answers) == list(range(25))


def test_whoever_sends_again_has_one_ticket(rush):
    tour, (key,) = rush.tour(2), people(1)
    answers = at_once(tour.take, [key] * 8)
    assert answers == [{"place": 1}] * 8 and tour.look(key) == {"place": 1}
    assert tour.take(people(1)[0]) == {"place": 2}


def test_a_place_that_is_given_back_goes_to_the_first_in_line(rush):
    tour, (held, first, second) = rush.tour(1), people(3)
    taken = [tour.take(key) for key in (held, first, second)]
    assert taken[0] == {"place": 1} and line(taken) == [0, 1]
    assert tour.give_back(held) == 204 and tour.look(first) == {"place": 1}
    assert tour.look(second) == {"ahead": 0, "ask_again_in": 5}
    assert tour.ask("GET", held).status_code == 404


def test_no_place_is_free_while_somebody_waits(rush):
    tour, early, late = rush.tour(6), people(6), people(12)
    at_once(tour.take, early)
    at_once(lambda key: (tour.give_back if key in early else tour.take)(key), early + late)
    answers = [tour.look(key) for key in late]
    assert places(answers) == [1, 2, 3, 4, 5, 6] and line(answers) == list(range(6))


def test_the_last_in_a_long_line_is_asked_to_come_back_later(rush):
    answers = at_once(rush.tour(0).take, people(12))
    assert {answer["ask_again_in"] for answer in answers} == {5, 6}


def test_who_gives_back_a_turn_leaves_the_line(rush):
    tour, (first, second) = rush.tour(0), people(2)
    tour.take(first), tour.take(second)
    assert tour.give_back(first) == 204 and tour.look(second)["ahead"] == 0
    assert tour.give_back(first) == 404
    assert Tour(rush.client, 999999).ask("PUT", first).status_code == 404


def test_the_database_refuses_what_the_code_must_not_do(rush):
    tour = rush.tour(2)
    assert places(map(tour.take, people(2))) == [1, 2]
    prefix = "places_" * rush.django
    engine, mine = create_engine(rush.database), f"tour_id = {tour.number} AND number ="
    place = f"SELECT tour_id, number FROM {prefix}place WHERE {mine} 1"
    ticket = f"SELECT ticket_id FROM {prefix}place WHERE {mine} 1"
    for wrong in (
        f"INSERT INTO {prefix}place (tour_id, number) {place}",
        f"UPDATE {prefix}place SET ticket_id = ({ticket}) WHERE {mine} 2",
    ):
        with pytest.raises(IntegrityError), engine.begin() as connection:
            connection.execute(text(wrong))
    engine.dispose()


def test_two_who_count_first_both_find_room(database):
    engine = create_engine(database)
    with engine.connect() as one, engine.connect() as two:
        one.execute(text("CREATE TABLE ticket (holder text)"))
        one.commit()
        count = text("SELECT count(*) FROM ticket")
        assert [person.execute(count).scalar() for person in (one, two)] == [0, 0]
        for person in (one, two):
            person.execute(text("INSERT INTO ticket VALUES ('somebody')"))
            person.commit()
        assert one.execute(count).scalar() == 2
    engine.dispose()


def told_while_one_is_kept(rush, keep):
    """What two are told of whom one has looked for a place and cannot take it until both did."""
    tour, (kept, other), engine = rush.tour(1), people(2), create_engine(rush.database)
    waits = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
    with ThreadPoolExecutor(2) as pool, engine.connect() as keeper, engine.connect() as watch:
        keeper.execute(text(keep), {"tour": tour.number, "key": kept})
        first = pool.submit(tour.take, kept)
        until(lambda: watch.scalar(waits) == 1)
        second = pool.submit(tour.take, other)
        until(lambda: second.done() or watch.scalar(waits) == 2)
        keeper.rollback()
    engine.dispose()
    return [first.result(), second.result()]


def until(condition):
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_without_the_lock_two_are_told_the_same_place(framework, database, tmp_path):
    copy, told = tmp_path / "copy", {}
    shutil.copytree(HOME, copy)
    file, lock, keep = LOCK[framework]
    code = (copy / file).read_text()
    assert code.count(lock) == 1
    (copy / file).write_text(code.replace(lock, ""))
    for home in (HOME, copy):
        (tmp_path / home.name).mkdir(exist_ok=True)
        app = on(database, framework, tmp_path / home.name, home)
        told[home] = told_while_one_is_kept(Rush(app, database), keep)
        app.stop()
    assert places(told[HOME]) == [1] and line(told[HOME]) == [0]
    assert places(told[copy]) == [1, 1]
