"""Tools, the jobs on them, and what belongs to a job."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Part(models.Model):
    name = models.CharField(max_length=60, unique=True)
    price = models.DecimalField(max_digits=8, decimal_places=2)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name


class Tool(models.Model):
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="tools")
    name = models.CharField(max_length=60)
    serial = models.CharField(max_length=30, blank=True)

    class Meta:
        ordering = ["name", "id"]

    def __str__(self):
        return self.name


class Job(models.Model):
    class State(models.TextChoices):
        RECEIVED = "received", _("Received")
        WORKING = "working", _("In work")
        READY = "ready", _("Ready")
        COLLECTED = "collected", _("Collected")

    tool = models.ForeignKey(Tool, models.CASCADE, related_name="jobs")
    mechanic = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    fault = models.TextField(max_length=500)
    state = models.CharField(max_length=10, choices=State, default=State.RECEIVED)
    received_at = models.DateTimeField(default=timezone.now)
    due = models.DateField(null=True, blank=True)
    parts = models.ManyToManyField(Part, through="JobPart")

    class Meta:
        ordering = ["-received_at", "-id"]

    def __str__(self):
        return f"{self.tool}: {self.fault[:40]}"

    def total(self):
        return sum((used.cost() for used in self.used.all()), Decimal())

    def is_late(self):
        open_states = [self.State.RECEIVED, self.State.WORKING]
        return bool(self.due and self.state in open_states and self.due < timezone.localdate())


class JobPart(models.Model):
    job = models.ForeignKey(Job, models.CASCADE, related_name="used")
    part = models.ForeignKey(Part, models.PROTECT)
    quantity = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["job", "part"], name="one_line_a_part")]

    def cost(self):
        return self.part.price * self.quantity


class Note(models.Model):
    job = models.ForeignKey(Job, models.CASCADE, related_name="notes")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True)
    text = models.CharField(max_length=300)
    written_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["written_at", "id"]


class Photo(models.Model):
    job = models.ForeignKey(Job, models.CASCADE, related_name="photos")
    file = models.FileField(upload_to="photos/%Y")
    name = models.CharField(max_length=100)


class Task(models.Model):
    """Work for later: `manage.py work` does it."""

    job = models.ForeignKey(Job, models.CASCADE, related_name="tasks")
    kind = models.CharField(max_length=20)
    state = models.CharField(max_length=10, default="queued")
    created_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True)
    error = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
