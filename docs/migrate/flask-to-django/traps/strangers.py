"""What a stranger leaves in the database by looking at one page."""

import front
from common import says
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone
from werkzeug.test import Client

Session.objects.all().delete()
for part, path in (("Flask", "/"), ("Django", "/login")):
    before = Session.objects.count()
    Client(front.app).get(path, headers={"host": "localhost"})
    says(f"a page of {part}: new rows of sessions", Session.objects.count() - before)
Session.objects.update(expire_date=timezone.now())
says("rows when they are past their age", Session.objects.count())
call_command("clearsessions")
says("rows after clearsessions", Session.objects.count())
