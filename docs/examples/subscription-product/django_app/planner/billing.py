"""The door for the billing provider, which tells us who has paid for what, and until when."""

import hashlib
import hmac
import json

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from .models import LIMITS, Account


# --8<-- [start:events]
def is_signed(request):
    # How the stand-in of the tests signs. A real provider's library goes here.
    key = settings.BILLING_SECRET.encode()
    wanted = hmac.new(key, request.body, hashlib.sha256).hexdigest()
    return constant_time_compare(request.headers.get("Billing-Signature", ""), wanted)


@csrf_exempt
@require_POST
def events(request):
    if not is_signed(request):
        return HttpResponse(status=401)
    told = json.loads(request.body)
    if told["plan"] not in LIMITS:
        return HttpResponse(status=422)
    account = get_object_or_404(Account, pk=told["account"])
    newer = Account.objects.filter(pk=account.pk, billing_version__lt=told["version"])
    newer.update(plan=told["plan"], paid_until=told["paid_until"], billing_version=told["version"])
    return HttpResponse(status=204)


# --8<-- [end:events]
