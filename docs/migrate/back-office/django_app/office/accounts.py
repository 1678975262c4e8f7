"""The staff logs in with the accounts of the Flask app."""

# --8<-- [start:accounts]
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, User
from werkzeug.security import check_password_hash, generate_password_hash

from .models import Account

STAFF = Account.objects.filter(role__in=["desk", "head"])
NOBODY = generate_password_hash("")


class OfOurAccounts(ModelBackend):
    def authenticate(self, request, username=None, password=None, **more):
        account = STAFF.filter(name=username).first()
        hashed = account.password if account else NOBODY  # an unknown name costs as much
        if not check_password_hash(hashed, password or "") or account is None:
            return None
        user, _ = User.objects.get_or_create(
            username=f"library-{account.pk}",  # their name may be that of an account of Django's
            defaults={"is_staff": True, "password": make_password(None)},
        )
        return self.get_user(user.pk)

    def get_user(self, user_id):
        """At each request: role and password are those that the Flask app has now."""
        user = super().get_user(user_id)
        account = user and STAFF.filter(pk=user.username.removeprefix("library-")).first()
        if account:
            user.groups.set(Group.objects.filter(name=account.role))
            user.password = account.password  # not saved; when it changes, the session ends
        return user if account else None


# --8<-- [end:accounts]
