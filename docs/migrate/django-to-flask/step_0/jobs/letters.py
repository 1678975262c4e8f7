"""Letters to customers, each in the language of its reader."""

from accounts.models import Profile
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation


def write(job):
    """Write the letter that a job is ready, and return its path."""
    profile = Profile.objects.filter(user=job.tool.owner).first()
    with translation.override(profile.language if profile else settings.LANGUAGE_CODE):
        text = render_to_string("letters/ready.txt", {"job": job})
    path = settings.DATA / "letters" / f"job-{job.id}.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return path
