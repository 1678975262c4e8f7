"""Work that no visitor waits for: a table of jobs, and what each kind does."""

from flask import current_app, g
from flask_babel import force_locale
from flask_babel import gettext as _

from .extensions import db
from .models import Job, now


def enqueue(kind, **payload):
    db.session.add(Job(kind=kind, payload=payload))


def work():
    """Do every queued job; return how many were done."""
    done = 0
    for job_id in db.session.scalars(db.select(Job.id).filter_by(state="queued")).all():
        mine = db.update(Job).filter_by(id=job_id, state="queued").values(state="taken")
        taken = db.session.execute(mine).rowcount
        db.session.commit()
        if taken:  # otherwise another worker has it
            job = db.session.get(Job, job_id)
            KINDS[job.kind](job, **job.payload)
            job.state, job.done_at = "done", now()
            db.session.commit()
            done += 1
    return done


def confirm(job, to, language, title):
    """Write the mail that confirms a booking; a real desk would send it."""
    g.language = language
    with force_locale(language):
        line = _("Your place at %(title)s is booked.", title=title)
    outbox = current_app.config["OUTBOX"]
    outbox.mkdir(exist_ok=True)
    (outbox / f"{job.id}.txt").write_text(f"To: {to}\n\n{line}\n")


KINDS = {"confirm": confirm}
