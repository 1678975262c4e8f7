"""The settings as a project of Django 5.2 has them."""

from config.settings import *  # noqa: F403

# --8<-- [start:before]
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
# --8<-- [end:before]
del MAILERS  # noqa: F821  Django refuses both together
