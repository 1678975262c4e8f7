"""What both apps of docs/compare/background-tasks promise, and where they differ."""

import shutil
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count

import pytest
from flask import Flask, current_app
from huey import MemoryHuey
from huey.exceptions import TaskException

PREPARE = {"flask": ["flask init-db"], "django": ["python manage.py migrate"]}
WORKER = {
    "flask": "huey_consumer flask_app.huey -d 0.05 -m 0.1",
    "django": "python manage.py db_worker --interval 0.1 --no-startup-delay",
}
NUMBERS = count(1)


class Warehouse(ThreadingHTTPServer):
    """A server that counts what it is told, and fails as often as a test wants."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), self.Handler)
        self.told, self.failures, self.slow = Counter(), Counter(), threading.Event()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            number = int(self.path.strip("/"))
            self.server.told[number] += 1
            fails = self.server.told[number] <= self.server.failures[number]
            if self.server.failures[number] < 0:
                self.server.slow.wait(60)
            self.send_response(503 if fails else 204)
            self.end_headers()

        def log_message(self, *words):
            pass


@pytest.fixture(scope="module", autouse=True)
def warehouse(redis_url):
    """The warehouse that both apps are told of, and Redis for Flask where there is one."""
    server = Warehouse()
    with pytest.MonkeyPatch.context() as env:
        env.setenv("WAREHOUSE_URL", f"http://127.0.0.1:{server.server_port}")
        env.setenv("RETRY_SECONDS", "0")
        if redis_url:
            env.setenv("REDIS_URL", redis_url)
        yield server
    server.shutdown()


@contextmanager
def working(app, end=signal.SIGINT):
    """Run the app's worker as a process of its own, as in production."""
    program, *words = WORKER[app.framework].split()
    words = [shutil.which(program, path=app.env["PATH"]), *words]
    with open(app.data / "worker.log", "a") as log:
        folder = app.shown.folder
        worker = subprocess.Popen(words, cwd=folder, env=app.env, stdout=log, stderr=log)
        try:
            yield
        finally:
            worker.send_signal(end)
            worker.wait(30)


def until(condition):
    """Wait until something is true."""
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def state(client, number):
    return client.get(f"/orders/{number}/").json()["state"]


def shell(app, code):
    """Run code with the app loaded, as a new process."""
    start = {
        "flask": "from flask_app import *\n",
        "django": "from config.wsgi import app\nfrom orders.models import Order\n"
        "from orders.tasks import notify\nfrom django.db import transaction\n"
        "from django_tasks_db.models import DBTaskResult as Job\n",
    }
    return app.run([sys.executable, "-c", start[app.framework] + code]).stdout


def test_the_visitor_is_answered_and_a_worker_does_the_rest(app, client, warehouse):
    number = next(NUMBERS)
    response = client.post("/orders/", data={"number": number})
    assert response.status_code == 202 and response.json() == {"state": "new"}
    assert state(client, number) == "new" and not warehouse.told[number]
    with working(app):
        until(lambda: state(client, number) == "sent")
    assert warehouse.told[number] == 1


def test_a_job_that_fails_is_tried_three_more_times(app, client, warehouse):
    twice, always, last = next(NUMBERS), next(NUMBERS), next(NUMBERS)
    warehouse.failures.update({twice: 2, always: 99})
    with working(app):
        client.post("/orders/", data={"number": always})
        client.post("/orders/", data={"number": twice})
        until(lambda: warehouse.told[always] == 4 and state(client, twice) == "sent")
        client.post("/orders/", data={"number": last})
        until(lambda: state(client, last) == "sent")
    assert warehouse.told[twice] == 3 and warehouse.told[always] == 4
    assert state(client, always) == "new"


def test_a_job_whose_worker_is_killed_is_not_run_again(app, client, warehouse):
    killed, last = next(NUMBERS), next(NUMBERS)
    warehouse.slow.clear()
    warehouse.failures[killed] = -1  # the warehouse keeps the worker waiting
    client.post("/orders/", data={"number": killed})
    with working(app, end=signal.SIGKILL):
        until(lambda: warehouse.told[killed] == 1)
    warehouse.slow.set()
    client.post("/orders/", data={"number": last})
    with working(app):
        until(lambda: state(client, last) == "sent")
    assert state(client, killed) == "new" and warehouse.told[killed] == 1


def test_an_order_that_is_not_stored_leaves_no_job(app, client):
    number = next(NUMBERS)
    answers = [client.post("/orders/", data={"number": number}).status_code for _ in range(2)]
    assert answers == [202, 500]
    jobs = {
        "flask": "print(len(huey))\nhuey.flush()",
        "django": "print(Job.objects.ready().count())\nJob.objects.all().delete()",
    }
    assert shell(app, jobs[app.framework]) == "1\n"


def test_flask_a_job_that_is_enqueued_before_the_commit_outlives_the_rollback(served):
    code = """
with app.app_context():
    order = Order(number=-1)
    db.session.add(order)
    db.session.flush()
    notify(order.id)
    number = order.id
    db.session.rollback()
    print(db.session.get(Order, number), len(huey))
huey.flush()
"""
    assert shell(served("flask"), code) == "None 1\n"


def test_django_a_job_in_the_same_database_is_rolled_back_with_the_order(served):
    code = """
try:
    with transaction.atomic():
        notify.enqueue(Order.objects.create(number=-1).pk)
        print(Job.objects.ready().count(), Order.objects.filter(number=-1).count())
        raise KeyboardInterrupt
except KeyboardInterrupt:
    print(Job.objects.ready().count(), Order.objects.filter(number=-1).count())
"""
    assert shell(served("django"), code) == "1 1\n0 0\n"


def test_huey_hands_a_periodic_task_out_when_its_time_has_come(served):
    code = """
from datetime import datetime
for minute in (0, 1):
    print([task.name for task in huey.read_periodic(datetime(2026, 1, 1, 3, minute))])
with app.app_context():
    db.session.add_all([Order(number=-1), Order(number=-2, state="sent")])
    unsent = db.session.query(Order).filter_by(state="new").count()
    db.session.commit()
notify_unsent.call_local()
print(unsent >= 1, len(huey) == unsent)
huey.flush()
"""
    assert shell(served("flask"), code) == "['notify_unsent']\n[]\nTrue True\n"


def test_a_huey_task_has_no_flask_app_until_it_opens_its_context():
    app, huey = Flask("shop"), MemoryHuey(immediate=True)

    @huey.task()
    def careless():
        return current_app.name

    @huey.task()
    def careful():
        with app.app_context():
            return current_app.name

    with pytest.raises(TaskException, match="outside of application context"):
        careless().get()
    assert careful().get() == "shop"


BARE = """
from django.conf import settings
settings.configure()
from django.tasks import task
def work(): print("worked")
"""


@pytest.mark.since(django="6.0")
def test_django_runs_a_task_at_once_until_another_back_end_is_set(served, tmp_path):
    (tmp_path / "bare.py").write_text(f"{BARE}work = task(work)\n")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r})\nfrom bare import work\n"
    code += "work.enqueue()\nprint('answered')"
    assert served("django").run([sys.executable, "-c", code]).stdout == "worked\nanswered\n"


@pytest.mark.since(django="6.0")
def test_django_tasks_know_no_retries(served):
    code = f"{BARE}\ntry:\n    task(retries=3)(work)\nexcept TypeError as e:\n    print(e)"
    assert "'retries'" in served("django").run([sys.executable, "-c", code]).stdout
