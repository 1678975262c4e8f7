"""The API: JSON, by token or by session."""

from functools import wraps

from flask import Blueprint, g, request
from sqlalchemy.orm import joinedload, selectinload
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException

from .forms import JobForm
from .models import Job, JobPart, Part, Token, Tool, db

api = Blueprint("api", __name__, url_prefix="/api")


def problem(status, message, **more):
    return {"error": message, **more}, status


# An unknown address or method is nobody's blueprint: the handler has to be the app's.
@api.app_errorhandler(HTTPException)
def in_json(error):
    return problem(error.code, error.name) if request.path.startswith("/api/") else error


def needs_user(view):
    """A token in the header, or for reading the session of the pages."""

    @wraps(view)
    def wrapped(**kwargs):
        kind, _, key = request.headers.get("Authorization", "").partition(" ")
        token = db.session.get(Token, key)
        if kind == "Bearer" and token and token.user.is_active:
            g.user = token.user
        elif request.method != "GET" or g.user is None:
            return problem(401, "send a token")
        return view(**kwargs)

    return wrapped


def visible_jobs(user):
    """Staff see every job, customers see those on their own tools."""
    jobs = db.select(Job).options(joinedload(Job.tool).joinedload(Tool.owner))
    jobs = jobs.order_by(Job.received_at.desc(), Job.id.desc())
    return jobs if user.is_staff else jobs.where(Job.tool.has(owner=user))


def as_json(job):
    return {
        "id": job.id,
        "tool": job.tool.name,
        "owner": job.tool.owner.username,
        "mechanic": job.mechanic and job.mechanic.username,
        "fault": job.fault,
        "state": job.state,
        "received_at": job.received_at,
        "due": job.due,
        "total": job.total(),
        "photos": [photo.name for photo in job.photos],
    }


@api.get("/parts/")
def parts():
    found = db.session.scalars(db.select(Part).order_by(Part.name))
    return {"parts": [{"id": p.id, "name": p.name, "price": p.price} for p in found]}


@api.get("/jobs/")
@needs_user
def jobs():
    query = visible_jobs(g.user).options(
        selectinload(Job.used).joinedload(JobPart.part), selectinload(Job.photos)
    )
    return {"jobs": [as_json(job) for job in db.session.scalars(query)]}


@api.post("/jobs/")
@needs_user
def job_new():
    given = request.get_json(silent=True)
    if not isinstance(given, dict):
        return problem(400, "send a JSON object")
    texts = {name: str(value) for name, value in given.items() if value is not None}
    form = JobForm(MultiDict(texts), user=g.user)
    if not form.validate():
        return problem(400, "not valid", fields=sorted(form.errors))
    job = Job(tool_id=form.tool.data, fault=form.fault.data, due=form.due.data)
    db.session.add(job)
    db.session.commit()
    return as_json(job), 201


@api.get("/jobs/<int:id>/")
@needs_user
def job(id):
    found = db.session.scalar(visible_jobs(g.user).where(Job.id == id))
    return as_json(found) if found else problem(404, "no such job")
