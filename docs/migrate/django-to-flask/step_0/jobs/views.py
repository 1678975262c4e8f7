"""The pages of the job book."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import ProtectedError
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from .forms import JobForm, JobPartForm, NoteForm, PartForm, PhotoForm, StateForm, ToolForm
from .models import Job, JobPart, Part, Photo, Task, Tool

RECENT = 3


def visible_jobs(user):
    """Staff see every job, customers see those on their own tools."""
    jobs = Job.objects.select_related("tool__owner", "mechanic")
    return jobs if user.is_staff else jobs.filter(tool__owner=user)


def staff_only(user):
    if not user.is_staff:
        raise PermissionDenied


def remember(session, job):
    others = [id for id in session.get("recent", []) if id != job.id]
    session["recent"] = [job.id, *others][:RECENT]


@login_required
def job_list(request):
    jobs = visible_jobs(request.user)
    state = request.GET.get("state")
    if state in Job.State.values:
        jobs = jobs.filter(state=state)
    return render(request, "jobs/job_list.html", {"jobs": jobs, "states": Job.State.choices})


@login_required
def job_new(request):
    form = JobForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        return redirect("job_detail", form.save().id)
    return render(request, "jobs/form.html", {"form": form, "title": _("New job")})


def show_job(request, job, status=200, **forms):
    context = {
        "job": job,
        "note_form": NoteForm(),
        "photo_form": PhotoForm(),
        "state_form": StateForm(instance=job),
        "part_form": JobPartForm(),
        **forms,
    }
    return render(request, "jobs/job_detail.html", context, status=status)


@login_required
def job_detail(request, id):
    job = get_object_or_404(visible_jobs(request.user), id=id)
    remember(request.session, job)
    return show_job(request, job)


@login_required
@require_POST
def job_note(request, id):
    job = get_object_or_404(visible_jobs(request.user), id=id)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return show_job(request, job, 400, note_form=form)
    form.instance.job, form.instance.author = job, request.user
    form.save()
    return redirect("job_detail", id)


@login_required
@require_POST
def job_state(request, id):
    staff_only(request.user)
    job = get_object_or_404(Job, id=id)
    form = StateForm(request.POST, instance=job)
    if not form.is_valid():
        return show_job(request, job, 400, state_form=form)
    job = form.save(commit=False)
    job.mechanic = request.user
    job.save()
    if "state" in form.changed_data and job.state == Job.State.READY:
        Task.objects.create(job=job, kind="letter")
    return redirect("job_detail", id)


@login_required
@require_POST
def job_part(request, id):
    staff_only(request.user)
    job = get_object_or_404(Job, id=id)
    form = JobPartForm(request.POST)
    if not form.is_valid():
        return show_job(request, job, 400, part_form=form)
    given = form.cleaned_data
    JobPart.objects.update_or_create(
        job=job, part=given["part"], defaults={"quantity": given["quantity"]}
    )
    return redirect("job_detail", id)


@login_required
@require_POST
def job_photo(request, id):
    job = get_object_or_404(visible_jobs(request.user), id=id)
    form = PhotoForm(request.POST, request.FILES)
    if not form.is_valid():
        return show_job(request, job, 400, photo_form=form)
    file = form.cleaned_data["file"]
    Photo.objects.create(job=job, file=file, name=file.name)
    return redirect("job_detail", id)


@login_required
def photo(request, id):
    found = get_object_or_404(Photo, id=id, job__in=visible_jobs(request.user))
    return FileResponse(found.file.open(), filename=found.name)


@login_required
def tool_list(request):
    return render(request, "jobs/tool_list.html", {"tools": request.user.tools.all()})


@login_required
def tool_detail(request, id):
    tool = get_object_or_404(request.user.tools, id=id)
    return render(request, "jobs/tool_detail.html", {"tool": tool})


@login_required
def tool_edit(request, id=None):
    """A new tool, or a change of one."""
    tool = get_object_or_404(request.user.tools, id=id) if id else Tool(owner=request.user)
    form = ToolForm(request.POST or None, instance=tool)
    if request.method == "POST" and form.is_valid():
        return redirect("tool_detail", form.save().id)
    return render(request, "jobs/form.html", {"form": form, "title": _("Tool")})


@login_required
def tool_delete(request, id):
    tool = get_object_or_404(request.user.tools, id=id)
    if request.method == "POST":
        tool.delete()
        return redirect("tool_list")
    return render(request, "jobs/tool_delete.html", {"tool": tool})


def part_list(request, status=200, problem=""):
    """The price list, which is public."""
    context = {"parts": Part.objects.all(), "problem": problem}
    return render(request, "jobs/part_list.html", context, status=status)


@login_required
def part_new(request):
    staff_only(request.user)
    form = PartForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("part_list")
    return render(request, "jobs/form.html", {"form": form, "title": _("New part")})


@login_required
@require_POST
def part_delete(request, id):
    staff_only(request.user)
    try:
        get_object_or_404(Part, id=id).delete()
    except ProtectedError:
        return part_list(request, 409, _("This part is used in a job."))
    return redirect("part_list")
