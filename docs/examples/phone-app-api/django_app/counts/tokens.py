"""How a phone stays logged in."""

import secrets
from hashlib import sha256

from django.core import signing
from django.db import transaction
from django.utils.crypto import constant_time_compare
from rest_framework.authentication import BaseAuthentication, get_authorization_header

from .models import Phone

# --8<-- [start:access]
SECONDS = 15 * 60


class PhoneAuthentication(BaseAuthentication):
    def authenticate(self, request):
        scheme, _, token = get_authorization_header(request).decode("latin1").partition(" ")
        try:
            phone_id = signing.loads(token, salt="access", max_age=SECONDS)
        except signing.BadSignature:
            return None
        phones = Phone.objects.select_related("user").filter(user__is_active=True)
        phone = scheme.lower() == "bearer" and phones.filter(pk=phone_id).first()
        return (phone.user, phone) if phone else None

    def authenticate_header(self, request):
        return "Bearer"


# --8<-- [end:access]
# --8<-- [start:refresh]
REFRESH = signing.Signer(salt="refresh")


def digest(secret):
    return sha256(secret.encode()).hexdigest()


def new_tokens(phone):
    secret = secrets.token_urlsafe(32)
    phone.refresh = digest(secret)
    phone.save()
    access = signing.dumps(str(phone.pk), salt="access")
    return {"access": access, "refresh": REFRESH.sign(f"{phone.pk}.{secret}")}


@transaction.atomic
def refreshed(token):
    try:
        phone_id, _, secret = REFRESH.unsign(token).partition(".")
        phone = Phone.objects.select_for_update().get(pk=phone_id, user__is_active=True)
    except (signing.BadSignature, Phone.DoesNotExist):  # made up, or shut out
        return None
    sent = digest(secret)
    if constant_time_compare(sent, phone.refresh):
        phone.replaced = sent  # good until its successor is used: answers get lost
    elif not constant_time_compare(sent, phone.replaced):
        phone.delete()  # two hold it, and one of them may be a thief
        return None
    return new_tokens(phone)


# --8<-- [end:refresh]
