"""Work that no visitor waits for: a table of jobs. Flask's command still does them."""

from .models import Job


def enqueue(kind, **payload):
    Job.objects.create(kind=kind, payload=payload)
