"""What the town keeps of an application."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class Heating(models.TextChoices):
    GAS = "gas", gettext_lazy("Gas")
    OIL = "oil", gettext_lazy("Oil")
    WOOD = "wood", gettext_lazy("Wood")


class Application(models.Model):
    name = models.CharField(gettext_lazy("Full name"), max_length=100)
    email = models.EmailField(gettext_lazy("Email address"))
    heating = models.CharField(gettext_lazy("Heating"), max_length=4, choices=Heating)
    people = models.PositiveSmallIntegerField(
        gettext_lazy("People in the household"),
        validators=[MinValueValidator(1), MaxValueValidator(20)],
    )
    language = models.CharField(
        gettext_lazy("Language"), max_length=2, choices=settings.LANGUAGES, editable=False
    )
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=gettext_lazy("Granted by"),
        null=True,
        editable=False,
    )
    # A nightly run prints or mails it.
    letter = models.TextField(gettext_lazy("Letter"), editable=False)

    class Meta:
        verbose_name = gettext_lazy("Application")
        verbose_name_plural = gettext_lazy("Applications")

    def __str__(self):
        return f"{self.pk} {self.name}"

    # --8<-- [start:grant]
    def grant(self, clerk):
        with translation.override(self.language):
            self.letter = _("Application %(number)s: the allowance is granted.") % {
                "number": self.pk
            }
        self.granted_by = clerk
        self.save(update_fields=["letter", "granted_by"])  # not what a colleague has corrected

    # --8<-- [end:grant]
