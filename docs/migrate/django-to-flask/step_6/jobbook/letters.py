"""Letters to customers, each in the language of its reader."""

from pathlib import Path

from flask import current_app, render_template
from flask_babel import force_locale


def write(job):
    """Write the letter that a job is ready, and return its path."""
    profile = job.tool.owner.profile
    with force_locale(profile.language if profile else "en"):
        text = render_template("letters/ready.txt", job=job)
    path = Path(current_app.config["DATA"]) / "letters" / f"job-{job.id}.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return path
