"""The pages for customers, and the address for the payment provider."""

import hashlib
import hmac
import json

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from . import sales
from .models import Edition, Order


class OrderForm(forms.Form):
    edition = forms.ModelChoiceField(Edition.objects.order_by("title"))
    quantity = forms.IntegerField(min_value=1, max_value=20)


def editions(request):
    form, status = OrderForm(request.POST or None), 200
    if form.is_valid():
        if order := sales.reserve(**form.cleaned_data):
            return redirect("order", order.token)
        form.add_error(None, "So many are no longer there.")
        status = 409
    return render(request, "editions.html", {"form": form}, status=status)


def order(request, token):
    return render(request, "order.html", {"order": get_object_or_404(Order, token=token)})


# --8<-- [start:payments]
def is_signed(request):
    # How the stand-in of the tests signs. A real provider's library goes here.
    key = settings.PAYMENT_SECRET.encode()
    wanted = hmac.new(key, request.body, hashlib.sha256).hexdigest()
    return constant_time_compare(request.headers.get("Payment-Signature", ""), wanted)


@csrf_exempt
@require_POST
def payments(request):
    if not is_signed(request):
        return HttpResponse(status=401)
    told = json.loads(request.body)
    order = get_object_or_404(Order, token=told["order"])
    sales.book(order.token, told["payment"], told["amount"])
    return HttpResponse(status=204)


# --8<-- [end:payments]
