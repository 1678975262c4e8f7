"""What Django makes of a time that the club wrote as 19:00."""

from club.models import Event
from common import says
from django.test import override_settings
from django.utils.timezone import localtime

for zones in (True, False):
    with override_settings(USE_TZ=zones):
        starts = Event.objects.get(pk=1).starts_at
        says(f"USE_TZ = {zones}", localtime(starts).isoformat() if zones else starts.isoformat())
