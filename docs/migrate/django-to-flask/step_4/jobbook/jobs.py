"""Jobs: who sees which, and which were seen last."""

from flask import g, session
from sqlalchemy.orm import joinedload

from .models import Job, Tool, db


def visible_jobs(user):
    """Staff see every job, customers see those on their own tools."""
    jobs = db.select(Job).options(joinedload(Job.tool).joinedload(Tool.owner))
    jobs = jobs.order_by(Job.received_at.desc(), Job.id.desc())
    return jobs if user.is_staff else jobs.where(Job.tool.has(owner=user))


def recent_jobs():
    """The jobs that this visitor opened last, from the session."""
    ids = session.get("recent", [])
    if not (ids and g.user):
        return []
    found = {job.id: job for job in db.session.scalars(visible_jobs(g.user).where(Job.id.in_(ids)))}
    return [found[id] for id in ids if id in found]
