"""The pages that take and show an order."""

# --8<-- [start:enqueue]
from functools import partial

from django.db import transaction
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from .models import Order
from .tasks import notify


@require_POST
@transaction.atomic
def create(request):
    order = Order.objects.create(number=request.POST["number"])
    transaction.on_commit(partial(notify.enqueue, order.pk))
    return JsonResponse({"state": order.state}, status=202)


# --8<-- [end:enqueue]
def show(request, number):
    return JsonResponse({"state": get_object_or_404(Order, number=number).state})
