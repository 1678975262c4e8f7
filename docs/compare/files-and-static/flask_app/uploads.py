"""Files that visitors send."""

# --8<-- [start:upload]
from pathlib import Path
from uuid import uuid4

from flask import Blueprint, abort, current_app, request, send_from_directory
from werkzeug.utils import secure_filename

bp = Blueprint("uploads", __name__, url_prefix="/uploads")
ALLOWED = {".txt", ".pdf"}


@bp.post("/")
def upload():
    file = request.files["file"]
    name = secure_filename(file.filename)
    if Path(name).suffix.lower() not in ALLOWED:
        abort(400)
    stored = f"{uuid4().hex}-{name}"  # two visitors may send the same name
    file.save(current_app.config["UPLOADS"] / stored)
    return {"url": f"/uploads/{stored}"}, 201


@bp.get("/<name>")
def download(name):
    return send_from_directory(current_app.config["UPLOADS"], name, as_attachment=True)


# --8<-- [end:upload]
# --8<-- [start:mistake]
@bp.post("/unsafe/")
def unsafe():
    file = request.files["file"]
    file.save(current_app.config["UPLOADS"] / file.filename)  # never do this
    return "", 201


# --8<-- [end:mistake]
