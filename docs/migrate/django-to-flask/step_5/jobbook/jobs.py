"""Jobs, with their notes, parts and photos."""

from flask import (
    Blueprint,
    abort,
    g,
    redirect,
    render_template,
    request,
    send_from_directory,
    session,
    url_for,
)
from flask_babel import gettext as _
from sqlalchemy.orm import joinedload

from . import uploads
from .auth import login_required, staff_required
from .forms import STATES, JobForm, JobPartForm, NoteForm, PhotoForm, StateForm
from .models import Job, JobPart, Note, Photo, Task, Tool, db

RECENT = 3
jobs = Blueprint("jobs", __name__, url_prefix="/jobs")
photos = Blueprint("photos", __name__, url_prefix="/photos")


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


def remember(job):
    others = [id for id in session.get("recent", []) if id != job.id]
    session["recent"] = [job.id, *others][:RECENT]


def visible(id):
    return db.first_or_404(visible_jobs(g.user).where(Job.id == id))


def show(job, status=200, **forms):
    forms = {
        "note_form": NoteForm(formdata=None),
        "photo_form": PhotoForm(formdata=None),
        "state_form": StateForm(formdata=None, obj=job),
        "part_form": JobPartForm(formdata=None),
        **forms,
    }
    return render_template("jobs/detail.html", job=job, states=STATES, **forms), status


@jobs.get("/")
@login_required
def index():
    query = visible_jobs(g.user)
    state = request.args.get("state")
    if state in STATES:
        query = query.where(Job.state == state)
    found = db.session.scalars(query).all()
    return render_template("jobs/index.html", jobs=found, states=STATES)


@jobs.route("/new/", methods=["GET", "POST"])
@login_required
def new():
    form = JobForm(user=g.user)
    if form.validate_on_submit():
        job = Job(tool_id=form.tool.data, fault=form.fault.data, due=form.due.data)
        db.session.add(job)
        db.session.commit()
        return redirect(url_for("jobs.detail", id=job.id))
    return render_template("form.html", form=form, title=_("New job"))


@jobs.get("/<int:id>/")
@login_required
def detail(id):
    job = visible(id)
    remember(job)
    return show(job)


@jobs.post("/<int:id>/note/")
@login_required
def note(id):
    job, form = visible(id), NoteForm()
    if not form.validate():
        return show(job, 400, note_form=form)
    db.session.add(Note(job=job, author=g.user, text=form.text.data))
    db.session.commit()
    return redirect(url_for("jobs.detail", id=id))


@jobs.post("/<int:id>/state/")
@staff_required
def state(id):
    job, form = visible(id), StateForm()
    if not form.validate():
        return show(job, 400, state_form=form)
    if form.state.data == "ready" != job.state:
        db.session.add(Task(job=job, kind="letter"))
    job.state, job.mechanic = form.state.data, g.user
    db.session.commit()
    return redirect(url_for("jobs.detail", id=id))


@jobs.post("/<int:id>/part/")
@staff_required
def part(id):
    job, form = visible(id), JobPartForm()
    if not form.validate():
        return show(job, 400, part_form=form)
    line = next((used for used in job.used if used.part_id == form.part.data), None)
    if line is None:
        line = JobPart(job=job, part_id=form.part.data)
        db.session.add(line)
    line.quantity = form.quantity.data
    db.session.commit()
    return redirect(url_for("jobs.detail", id=id))


@jobs.post("/<int:id>/photo/")
@login_required
def photo(id):
    job, form = visible(id), PhotoForm()
    if not form.validate():
        return show(job, 400, photo_form=form)
    file = form.file.data
    db.session.add(Photo(job=job, file=uploads.save(file), name=str(uploads.clean_name(file))))
    db.session.commit()
    return redirect(url_for("jobs.detail", id=id))


@photos.get("/<int:id>/")
@login_required
def send(id):
    found = db.get_or_404(Photo, id)
    if not (g.user.is_staff or found.job.tool.owner == g.user):
        abort(404)
    return send_from_directory(uploads.media(), found.file, download_name=found.name)
