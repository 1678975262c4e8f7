"""The tables. Every time in them is the club's own, without a zone."""

from datetime import datetime
from zoneinfo import ZoneInfo

from flask_login import UserMixin
from werkzeug.security import check_password_hash, generate_password_hash

from .extensions import db, login_manager

CLUB = ZoneInfo("Europe/Berlin")


def now():
    """The time on the club's wall."""
    return datetime.now(CLUB).replace(tzinfo=None, microsecond=0)


class Member(UserMixin, db.Model):
    id = db.Column(db.Integer, primary_key=True)
    email = db.Column(db.String(120), unique=True, nullable=False)
    name = db.Column(db.String(80), nullable=False)
    password_hash = db.Column(db.String(200), nullable=False)
    is_staff = db.Column(db.Boolean, nullable=False, default=False)
    language = db.Column(db.String(5), nullable=False, default="en")
    api_token = db.Column(db.String(40), unique=True)
    bookings = db.relationship("Booking", back_populates="member", cascade="all, delete-orphan")
    hosted = db.relationship("Event", back_populates="host")  # stays when the host leaves

    def set_password(self, password):
        self.password_hash = generate_password_hash(password)

    def check_password(self, password):
        return check_password_hash(self.password_hash, password)


class Event(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    title = db.Column(db.String(120), nullable=False)
    details = db.Column(db.Text, nullable=False, default="")
    starts_at = db.Column(db.DateTime, nullable=False)
    places = db.Column(db.Integer, nullable=False)
    poster = db.Column(db.String(100))
    host_id = db.Column(db.ForeignKey("member.id"))
    host = db.relationship("Member", back_populates="hosted")
    bookings = db.relationship("Booking", back_populates="event", cascade="all, delete-orphan")

    @property
    def free(self):
        return self.places - len(self.bookings)


class Booking(db.Model):
    __table_args__ = (db.UniqueConstraint("event_id", "member_id"),)
    id = db.Column(db.Integer, primary_key=True)
    event_id = db.Column(db.ForeignKey("event.id"), nullable=False)
    member_id = db.Column(db.ForeignKey("member.id"), nullable=False)
    note = db.Column(db.String(200), nullable=False, default="")
    made_at = db.Column(db.DateTime, nullable=False, default=now)
    event = db.relationship("Event", back_populates="bookings")
    member = db.relationship("Member", back_populates="bookings")


class Job(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    kind = db.Column(db.String(40), nullable=False)
    payload = db.Column(db.JSON, nullable=False)
    state = db.Column(db.String(10), nullable=False, default="queued")
    made_at = db.Column(db.DateTime, nullable=False, default=now)
    done_at = db.Column(db.DateTime)


@login_manager.user_loader
def load_member(member_id):
    return db.session.get(Member, int(member_id))
