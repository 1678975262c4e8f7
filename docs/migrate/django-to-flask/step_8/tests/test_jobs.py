"""The tests of the team: `pytest`."""

import datetime as dt
from decimal import Decimal

from flask import url_for
from jobbook.accounts import start_session
from jobbook.models import JobPart, Part


def test_the_total_is_the_sum_of_the_parts(job):
    part = Part(name="Belt", price=Decimal("12.50"))
    job.used.append(JobPart(part=part, quantity=3))
    assert job.total() == Decimal("37.50")


def test_a_job_is_late_the_day_after_it_was_wanted(job):
    job.due = dt.date(2026, 1, 1)
    assert job.is_late()
    job.state = "ready"
    assert not job.is_late()


def test_a_customer_sees_the_job(app, anna, job):
    client = app.test_client()

    @app.get("/test-log-in")  # Django's `force_login`
    def log_in():
        start_session(anna)
        return ""

    client.get("/test-log-in")
    with app.test_request_context():
        page = url_for("jobs.detail", id=job.id)
    assert "does not start" in client.get(page).text
