"""How Django finds a page that Flask still serves."""

from club.environment import url_for
from common import says
from django.urls import NoReverseMatch, reverse

try:
    reverse("staff:event")
except NoReverseMatch as error:
    says('reverse("staff:event")', type(error).__name__)
says('url_for("staff.event"), by Flask\'s URL map', url_for("staff.event"))
says('url_for("accounts.login"), by Django\'s', url_for("accounts.login"))
