"""Two workers on one table of jobs: each begins while the other is at a job."""

from collections import Counter
from unittest.mock import patch

from club import jobs as django_jobs
from club.models import Job
from common import says
from desk import jobs as flask_jobs
from django.db.models import QuerySet
from front import legacy

workers = {"Django": django_jobs, "Flask": flask_jobs}
careful = QuerySet.filter


def careless(self, **by):
    """A worker that does not look again at the state of a job before it takes it."""
    return careful(self, **({"id": by["id"]} if "id" in by else by))


def most_times(first, second):
    """How often the job was done that most workers did."""
    done = Counter()
    Job.objects.all().delete()
    for _ in range(2):
        django_jobs.enqueue("confirm")

    def begin(job):
        done[job.id] += 1
        second.work()

    def end(job):
        done[job.id] += 1

    first, second = workers[first], workers[second]
    one, other = patch.dict(first.KINDS, confirm=begin), patch.dict(second.KINDS, confirm=end)
    with legacy.app_context(), one, other:
        first.work()
    return max(done.values())


with patch.object(QuerySet, "filter", careless):
    says("Django first, state not looked at: a job is done", most_times("Django", "Flask"))
says("Django first, then Flask: a job is done", most_times("Django", "Flask"))
says("Flask first, then Django: a job is done", most_times("Flask", "Django"))
