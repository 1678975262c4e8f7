"""The tools of a customer."""

from flask import Blueprint, g, redirect, render_template, request, url_for
from flask_babel import gettext as _

from .auth import login_required
from .forms import ToolForm
from .models import Tool, db

tools = Blueprint("tools", __name__, url_prefix="/tools")


def own(id):
    return db.first_or_404(db.select(Tool).filter_by(id=id, owner=g.user))


@tools.get("/")
@login_required
def index():
    return render_template("tools/index.html", tools=g.user.tools)


@tools.get("/<int:id>/")
@login_required
def detail(id):
    return render_template("tools/detail.html", tool=own(id))


@tools.route("/new/", methods=["GET", "POST"])
@tools.route("/<int:id>/edit/", methods=["GET", "POST"])
@login_required
def edit(id=None):
    """A new tool, or a change of one."""
    tool = own(id) if id else None
    form = ToolForm(obj=tool)
    if form.validate_on_submit():
        if tool is None:
            tool = Tool(owner=g.user)
            db.session.add(tool)
        form.populate_obj(tool)
        db.session.commit()
        return redirect(url_for("tools.detail", id=tool.id))
    return render_template("form.html", form=form, title=_("Tool"))


@tools.route("/<int:id>/delete/", methods=["GET", "POST"])
@login_required
def delete(id):
    tool = own(id)
    if request.method == "POST":
        db.session.delete(tool)
        db.session.commit()
        return redirect(url_for("tools.index"))
    return render_template("tools/delete.html", tool=tool)
