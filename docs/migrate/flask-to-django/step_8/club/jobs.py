"""Work that no visitor waits for: a table of jobs, and what each kind does."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from .models import Job, now


def enqueue(kind, **payload):
    Job.objects.create(kind=kind, payload=payload)


def work():
    """Do every queued job; return how many were done."""
    done = 0
    for job in Job.objects.filter(state="queued"):
        taken = Job.objects.filter(id=job.id, state="queued").update(state="taken")
        if taken:  # otherwise another worker has it, Flask's perhaps
            KINDS[job.kind](job, **job.payload)
            Job.objects.filter(id=job.id).update(state="done", done_at=now())
            done += 1
    return done


def confirm(job, to, language, title):
    """Write the mail that confirms a booking; a real desk would send it."""
    with translation.override(language):
        line = _("Your place at %(title)s is booked.") % {"title": title}
    settings.OUTBOX.mkdir(exist_ok=True)
    (settings.OUTBOX / f"{job.id}.txt").write_text(f"To: {to}\n\n{line}\n")


KINDS = {"confirm": confirm}
