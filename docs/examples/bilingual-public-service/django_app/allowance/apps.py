"""How the app is called in the clerks' back office."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AllowanceConfig(AppConfig):
    """The app, named in the language of the clerk."""

    name = "allowance"
    verbose_name = _("Heating allowance")
