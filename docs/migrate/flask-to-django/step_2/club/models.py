"""The tables that Flask made, as Django sees them."""

from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import check_password
from django.db import models

CLUB = ZoneInfo("Europe/Berlin")


def now():
    """The time on the club's wall."""
    return datetime.now(CLUB).replace(tzinfo=None, microsecond=0)


def poster_name(event, filename):
    """A name of its own for every upload; the storage cleans it as `secure_filename` did."""
    return f"{uuid4().hex[:8]}-{filename}"


class Members(BaseUserManager):
    def create_user(self, email, password, **fields):
        member = self.model(email=email.lower(), **fields)
        member.set_password(password)
        member.save()
        return member


class Member(AbstractBaseUser):
    email = models.CharField(max_length=120, unique=True)
    name = models.CharField(max_length=80)
    password = models.CharField(max_length=200, db_column="password_hash")
    is_staff = models.BooleanField(default=False)
    language = models.CharField(max_length=5, default="en")
    api_token = models.CharField(max_length=40, unique=True, null=True)
    last_login = None  # Flask has no such column
    USERNAME_FIELD = "email"
    objects = Members()

    class Meta:
        db_table = "member"

    def check_password(self, password):
        """Leave an old hash as it is: a new one would end the member's other sessions."""
        return check_password(password, self.password)


class Event(models.Model):
    title = models.CharField(max_length=120)
    details = models.TextField(default="", blank=True)
    starts_at = models.DateTimeField()
    places = models.IntegerField()
    poster = models.FileField(upload_to=poster_name, max_length=100, null=True, blank=True)
    host = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="hosted")

    class Meta:
        db_table = "event"

    @property
    def free(self):
        return self.places - self.bookings.count()


class Booking(models.Model):
    event = models.ForeignKey(Event, models.CASCADE, related_name="bookings")
    member = models.ForeignKey(Member, models.CASCADE, related_name="bookings")
    note = models.CharField(max_length=200, default="", blank=True)
    made_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "booking"
        constraints = [models.UniqueConstraint(fields=["event", "member"], name="one_place_each")]


class Job(models.Model):
    kind = models.CharField(max_length=40)
    payload = models.JSONField()
    state = models.CharField(max_length=10, default="queued")
    made_at = models.DateTimeField(default=now)
    done_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "job"
