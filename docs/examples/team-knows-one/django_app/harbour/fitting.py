"""What fits Django to tables and accounts that it does not own."""

from django.contrib.auth.backends import RemoteUserBackend
from django.contrib.auth.middleware import RemoteUserMiddleware
from django.contrib.auth.models import Group


# --8<-- [start:fitting]
class HarbourRouter:
    def db_for_read(self, model, **hints):
        return "harbour" if model._meta.app_label == "harbour" else None

    db_for_write = db_for_read

    def allow_migrate(self, db, app_label, **hints):
        return db != "harbour"


class SignOnMiddleware(RemoteUserMiddleware):
    header = "HTTP_X_REMOTE_USER"  # set by the sign-on proxy


class SignOnBackend(RemoteUserBackend):
    def configure_user(self, request, user, created=True):
        if created:
            user.is_staff = True
            user.save()
            user.groups.add(Group.objects.get(name="Clerks"))
        return user


# --8<-- [end:fitting]
