"""Addresses of static files that change with their content, by hand."""

# --8<-- [start:versions]
from functools import cache
from hashlib import sha256
from pathlib import Path

from flask import Flask, current_app, request

YEAR = 365 * 24 * 60 * 60


@cache  # until the next start
def version(file):
    return sha256(file.read_bytes()).hexdigest()[:12]


def add_version(endpoint, values):
    """Called by `url_for`: /static/site.css?v=0123456789ab"""
    if endpoint == "static":
        values["v"] = version(Path(current_app.static_folder, values["filename"]))


class VersionedFlask(Flask):
    def get_send_file_max_age(self, filename):
        return YEAR if "v" in request.args else None  # None: ask again each time


# --8<-- [end:versions]
