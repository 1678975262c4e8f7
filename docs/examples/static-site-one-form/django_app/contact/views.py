"""Takes the one form of the site: keeps the message, then mails it."""

import logging
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.forms import modelform_factory
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from .models import Message, Sender

logger = logging.getLogger(__name__)

# --8<-- [start:view]
MessageForm = modelform_factory(Message, fields=["email", "text"])


@require_POST
def send(request):
    if not request.POST.get("website"):  # a person does not see this field
        form = MessageForm(request.POST)
        if not form.is_valid():
            return HttpResponse(form.errors.as_text(), "text/plain", status=400)
        if not may_send(request.META["REMOTE_ADDR"]):
            return HttpResponse("That is enough for an hour. Please telephone.", status=429)
        message = form.save()
        try:
            mail(message)
        except OSError:
            logger.exception("Message %s is kept, but was not mailed", message.pk)
        else:
            message.mailed = True
            message.save()
    return redirect("/thanks.html")


# --8<-- [end:view]
# --8<-- [start:keep]
@transaction.atomic
def may_send(who):
    Sender.objects.filter(at__lt=timezone.now() - timedelta(hours=1)).delete()
    if Sender.objects.filter(who=who).count() >= 5:
        return False
    Sender.objects.create(who=who)
    return True


def mail(message):
    letter = EmailMessage("A question from the site", message.text, to=[settings.OFFICE])
    letter.reply_to = [message.email]
    letter.send()


# --8<-- [end:keep]
