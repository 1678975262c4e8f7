"""What stops a poster of 3 MB."""

from unittest.mock import patch

from club.forms import EventForm
from common import anna, browser, says
from django.core.files.uploadedfile import SimpleUploadedFile


def upload():
    staff = browser()
    staff.force_login(anna)
    poster = SimpleUploadedFile("big.png", b"x" * 3_000_000)
    fields = {"title": "Big", "starts_at": "2027-07-04T18:30", "places": "2", "poster": poster}
    return staff.post("/desk/events/new", fields).status_code


with patch.object(EventForm, "clean_poster", lambda form: form.cleaned_data["poster"]):
    says("Django's limits alone: the poster is saved", upload())
says("the form looks at the size: it is refused", upload())
