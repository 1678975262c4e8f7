"""The views of the basket."""

from flask import Blueprint, flash, redirect, render_template, request, session, url_for

bp = Blueprint("basket", __name__, url_prefix="/basket")


# --8<-- [start:show]
@bp.get("/")
def show():
    return render_template("basket.html", items=session.get("items", []))


@bp.post("/")
def add():
    item = request.form["item"]
    session["items"] = [*session.get("items", []), item]
    flash(f"{item} is in the basket", "success")
    return redirect(url_for("basket.show"))


# --8<-- [end:show]
# --8<-- [start:mistake]
@bp.post("/in-place/")
def add_in_place():
    session.setdefault("items", []).append(request.form["item"])
    return redirect(url_for("basket.show"))


# --8<-- [end:mistake]
# --8<-- [start:mended]
@bp.post("/in-place-mended/")
def add_in_place_mended():
    session.setdefault("items", []).append(request.form["item"])
    session.modified = True
    return redirect(url_for("basket.show"))


# --8<-- [end:mended]
@bp.post("/empty/")
def empty():
    session.pop("items", None)
    flash("The basket is empty", "info")
    return redirect(url_for("basket.show"))


# --8<-- [start:keep]
@bp.post("/keep/")
def keep():
    session.permanent = True
    return redirect(url_for("basket.show"))


# --8<-- [end:keep]
@bp.get("/count/")
def count():
    return {"items": len(session.get("items", []))}
