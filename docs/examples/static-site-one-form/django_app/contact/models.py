"""What is kept: the messages, and for an hour who sent one."""

from django.db import models


# --8<-- [start:models]
class Message(models.Model):
    email = models.EmailField()
    text = models.TextField(max_length=5000)
    mailed = models.BooleanField(default=False, editable=False)


class Sender(models.Model):
    who = models.GenericIPAddressField()
    at = models.DateTimeField(auto_now_add=True)


# --8<-- [end:models]
