"""What the shop does in the background."""

from datetime import timedelta
from importlib import import_module
from urllib.request import urlopen

import django
from django.conf import settings
from django.utils import timezone

from .models import Order

# Before Django 6.0, the package django-tasks has the same API.
task = import_module("django.tasks" if django.VERSION >= (6, 0) else "django_tasks").task


# --8<-- [start:task]
@task
def notify(order_id, retries=3):
    order = Order.objects.get(pk=order_id)
    try:
        urlopen(f"{settings.WAREHOUSE}/{order.number}", timeout=10).close()
    except OSError:
        if retries:
            later = timezone.now() + timedelta(seconds=settings.RETRY_SECONDS)
            notify.using(run_after=later).enqueue(order_id, retries=retries - 1)
        raise  # this attempt is recorded as failed
    order.state = "sent"
    order.save()


# --8<-- [end:task]
