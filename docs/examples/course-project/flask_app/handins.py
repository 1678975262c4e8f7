"""Hand-ins: given before the deadline, marked by a tutor, seen by their owner."""

from flask import Blueprint, abort, g, redirect, render_template, request, url_for

from .db import get_db

# --8<-- [start:handins]
bp = Blueprint("handins", __name__)
VISIBLE = """
SELECT handin.*, title, name FROM handin
JOIN exercise ON exercise.id = exercise_id JOIN user ON user.id = user_id
WHERE (:tutor OR user_id = :me)
"""


def visible(more="", **values):
    """The hand-ins that this person may see: no view reads the table past this."""
    me = {"tutor": g.user["is_tutor"], "me": g.user["id"]}
    return get_db().execute(VISIBLE + more, me | values)


@bp.get("/")
def index():
    exercises = get_db().execute("SELECT * FROM exercise ORDER BY deadline")
    return render_template("index.html", exercises=exercises, handins=visible())


@bp.post("/exercises/<int:number>")
def hand_in(number):
    text = request.form["text"].strip()
    if not 0 < len(text) <= 20000:
        abort(400, "Between 1 and 20000 letters, please.")
    with get_db() as db:
        done = db.execute(
            "INSERT INTO handin (exercise_id, user_id, text)"
            " SELECT id, ?, ? FROM exercise WHERE id = ? AND deadline > datetime('now')"
            " ON CONFLICT DO UPDATE SET text = excluded.text, mark = NULL",
            [g.user["id"], text, number],
        )
    if not done.rowcount:
        abort(403, "The deadline has passed.")
    return redirect(url_for("handins.index"))


@bp.route("/handins/<int:number>", methods=["GET", "POST"])
def handin(number):
    found = visible("AND handin.id = :number", number=number).fetchone() or abort(404)
    if request.method != "POST":
        return render_template("handin.html", handin=found)
    mark = request.form.get("mark", type=int)
    if not g.user["is_tutor"]:
        abort(403)
    if mark not in range(101):
        abort(400, "A mark is a number from 0 to 100.")
    with get_db() as db:
        db.execute("UPDATE handin SET mark = ? WHERE id = ?", [mark, number])
    return redirect(url_for("handins.index"))


# --8<-- [end:handins]
def init_app(app):
    app.register_blueprint(bp)
