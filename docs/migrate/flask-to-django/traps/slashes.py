"""What a client gets that posts a booking to the old path and follows redirects."""

import sys
from types import ModuleType

from club import api
from club.models import Booking
from common import browser, cleo, says
from django.conf import settings
from django.test import override_settings
from django.urls import path

customary = sys.modules["customary"] = ModuleType("customary")
customary.urlpatterns = [path("api/bookings/", api.bookings)]
common = "django.middleware.common.CommonMiddleware"
usual = [common if "Slashes" in one else one for one in settings.MIDDLEWARE]


def book():
    headers = {"Authorization": "Bearer token-of-cleo"}
    sent = {"data": {"event": 1}, "content_type": "application/json"}
    answer = browser().post("/api/bookings", headers=headers, follow=True, **sent)
    return f"{answer.status_code}, bookings: {Booking.objects.filter(member=cleo).count()}"


with override_settings(ROOT_URLCONF="customary", MIDDLEWARE=usual):
    says("a slash added, as Django projects have it", book())
says("the path as it was", book())
