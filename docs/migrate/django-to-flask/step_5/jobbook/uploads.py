"""Uploads, in the folder and under the names that Django gives them."""

import secrets
from pathlib import Path, PurePosixPath

from flask import current_app
from werkzeug.utils import secure_filename

from .models import utcnow

ENDINGS = {".jpg", ".png"}
LONGEST = 100  # of a name, and of a path in the column


def media():
    return Path(current_app.config["DATA"]) / "media"


def clean_name(file):
    """The last part of the name that the browser sent."""
    return PurePosixPath(file.filename.replace("\\", "/").rsplit("/")[-1])


# --8<-- [start:save]
def save(file):
    """Keep an upload under a free name; return it as Django's FileField stores it."""
    folder = f"photos/{utcnow():%Y}"
    name = PurePosixPath(
        secure_filename(str(clean_name(file))) or f"photo{clean_name(file).suffix}"
    )
    (media() / folder).mkdir(parents=True, exist_ok=True)
    more = ""
    while True:
        room = LONGEST - len(f"{folder}/{more}{name.suffix}")
        path = f"{folder}/{name.stem[:room]}{more}{name.suffix}"
        try:
            with open(media() / path, "xb") as target:  # x: never over the file of another
                file.save(target)
            return path
        except FileExistsError:
            more = f"_{secrets.token_hex(4)}"


# --8<-- [end:save]
