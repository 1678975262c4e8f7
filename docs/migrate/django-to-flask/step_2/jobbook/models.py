"""Django's tables, described for SQLAlchemy. Django's migrations own them until step 8."""

import datetime as dt
import hashlib
import secrets
from decimal import Decimal
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.orm import relationship


# --8<-- [start:names]
def digest(index, table):
    """The end of the name that Django gives to an index."""
    words = table.name + "".join(column.name for column in index.columns)
    return hashlib.md5(words.encode(), usedforsecurity=False).hexdigest()[:8]


NAMES = {"digest": digest, "ix": "%(table_name)s_%(column_0_N_name)s_%(digest)s"}
db = SQLAlchemy(metadata=sa.MetaData(naming_convention=NAMES))
# --8<-- [end:names]
WORKSHOP = ZoneInfo("Europe/Berlin")


def utcnow():
    return dt.datetime.now(dt.UTC)


# --8<-- [start:utc]
class UTCDateTime(sa.TypeDecorator):
    """A moment as Django stores it in SQLite and MySQL: in UTC without a zone; here with one."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value, dialect):
        if value and value.tzinfo is None:
            raise TypeError(f"{value} has no zone")
        return value and value.astimezone(dt.UTC).replace(tzinfo=None)

    def process_result_value(self, value, dialect):
        return value and value.replace(tzinfo=dt.UTC)


# --8<-- [end:utc]


def refers(target, unique=False, nullable=False):
    """A foreign key column; rules for deletion stand in the relationships, as Django has them."""
    return db.Column(
        sa.BigInteger if not target.startswith("auth_") else sa.Integer,
        db.ForeignKey(target),
        unique=unique,
        index=not unique,  # Django makes one unasked
        nullable=nullable,
    )


def identity():
    """A BigAutoField: in SQLite only an `INTEGER` counts up by itself."""
    return db.Column(sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True)


# --8<-- [start:user]
class User(db.Model):
    __tablename__ = "auth_user"
    id = db.Column(db.Integer, primary_key=True)
    username = db.Column(db.String(150), unique=True, nullable=False)
    password = db.Column(db.String(128), nullable=False)
    email = db.Column(db.String(254), nullable=False, default="")
    # Django's defaults live in Python, so that Flask has to give these columns a value, too.
    first_name = db.Column(db.String(150), nullable=False, default="")
    last_name = db.Column(db.String(150), nullable=False, default="")
    is_staff = db.Column(db.Boolean, nullable=False, default=False)
    is_active = db.Column(db.Boolean, nullable=False, default=True)
    is_superuser = db.Column(db.Boolean, nullable=False, default=False)
    last_login = db.Column(UTCDateTime)
    date_joined = db.Column(UTCDateTime, nullable=False, default=utcnow)

    # CASCADE
    tools = relationship(
        "Tool", back_populates="owner", order_by="Tool.name, Tool.id", cascade="all, delete-orphan"
    )
    profile = relationship(
        "Profile", back_populates="user", uselist=False, cascade="all, delete-orphan"
    )
    tokens = relationship("Token", back_populates="user", cascade="all, delete-orphan")
    # SET_NULL
    notes = relationship("Note", back_populates="author")
    repairs = relationship("Job", back_populates="mechanic")


# --8<-- [end:user]
class Profile(db.Model):
    __tablename__ = "accounts_profile"
    id = identity()
    user_id = refers("auth_user.id", unique=True)
    phone = db.Column(db.String(30), nullable=False, default="")
    language = db.Column(db.String(5), nullable=False, default="en")
    user = relationship("User", back_populates="profile")


class Token(db.Model):
    __tablename__ = "accounts_token"
    key = db.Column(db.String(40), primary_key=True, default=lambda: secrets.token_hex(20))
    user_id = refers("auth_user.id")
    user = relationship("User", back_populates="tokens")


class Part(db.Model):
    __tablename__ = "jobs_part"
    id = identity()
    name = db.Column(db.String(60), unique=True, nullable=False)
    price = db.Column(db.Numeric(8, 2), nullable=False)

    def __str__(self):
        return self.name


class Tool(db.Model):
    __tablename__ = "jobs_tool"
    id = identity()
    owner_id = refers("auth_user.id")
    name = db.Column(db.String(60), nullable=False)
    serial = db.Column(db.String(30), nullable=False, default="")
    owner = relationship("User", back_populates="tools")
    jobs = relationship(
        "Job",
        back_populates="tool",
        order_by="Job.received_at.desc(), Job.id.desc()",
        cascade="all, delete-orphan",
    )

    def __str__(self):
        return self.name


def belongs(name, order="id"):
    """What goes with its job."""
    return relationship(
        name, back_populates="job", order_by=f"{name}.{order}", cascade="all, delete-orphan"
    )


class Job(db.Model):
    __tablename__ = "jobs_job"
    id = identity()
    tool_id = refers("jobs_tool.id")
    mechanic_id = refers("auth_user.id", nullable=True)
    fault = db.Column(db.Text, nullable=False)
    state = db.Column(db.String(10), nullable=False, default="received")
    received_at = db.Column(UTCDateTime, nullable=False, default=utcnow)
    due = db.Column(db.Date)
    tool = relationship("Tool", back_populates="jobs")
    mechanic = relationship("User", back_populates="repairs")
    used = belongs("JobPart")
    notes = belongs("Note")
    photos = belongs("Photo")
    tasks = belongs("Task")

    def __str__(self):
        return f"{self.tool}: {self.fault[:40]}"

    def is_late(self):
        today = dt.datetime.now(WORKSHOP).date()
        return bool(self.due and self.state in ("received", "working") and self.due < today)

    def total(self):
        return sum((used.cost() for used in self.used), Decimal())


class JobPart(db.Model):
    __tablename__ = "jobs_jobpart"
    __table_args__ = (
        db.UniqueConstraint("job_id", "part_id", name="one_line_a_part"),
        db.CheckConstraint("quantity >= 0"),  # a PositiveIntegerField
    )
    id = identity()
    job_id = refers("jobs_job.id")
    part_id = refers("jobs_part.id")  # PROTECT: the database refuses, as no relationship clears it
    quantity = db.Column(db.Integer, nullable=False, default=1)
    job = relationship("Job", back_populates="used")
    part = relationship("Part")

    def cost(self):
        return self.part.price * self.quantity


class Note(db.Model):
    __tablename__ = "jobs_note"
    id = identity()
    job_id = refers("jobs_job.id")
    author_id = refers("auth_user.id", nullable=True)
    text = db.Column(db.String(300), nullable=False)
    written_at = db.Column(UTCDateTime, nullable=False, default=utcnow)
    job = relationship("Job", back_populates="notes")
    author = relationship("User", back_populates="notes")


class Photo(db.Model):
    __tablename__ = "jobs_photo"
    id = identity()
    job_id = refers("jobs_job.id")
    file = db.Column(db.String(100), nullable=False)
    name = db.Column(db.String(100), nullable=False)
    job = relationship("Job", back_populates="photos")


class Task(db.Model):
    __tablename__ = "jobs_task"
    id = identity()
    job_id = refers("jobs_job.id")
    kind = db.Column(db.String(20), nullable=False)
    state = db.Column(db.String(10), nullable=False, default="queued")
    created_at = db.Column(UTCDateTime, nullable=False, default=utcnow)
    done_at = db.Column(UTCDateTime)
    error = db.Column(db.Text, nullable=False, default="")
    job = relationship("Job", back_populates="tasks")


# --8<-- [start:session]
class Session(db.Model):
    """A row of Django's sessions."""

    __tablename__ = "django_session"
    session_key = db.Column(db.String(40), primary_key=True)
    session_data = db.Column(db.Text, nullable=False)
    expire_date = db.Column(UTCDateTime, nullable=False, index=True)


# --8<-- [end:session]
def enforce_foreign_keys(connection, _):
    """SQLite checks them only where it is told to; Django tells it, SQLAlchemy does not."""
    connection.execute("PRAGMA foreign_keys = ON")


def init_app(app):
    db.init_app(app)
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            sa.event.listen(db.engine, "connect", enforce_foreign_keys)
