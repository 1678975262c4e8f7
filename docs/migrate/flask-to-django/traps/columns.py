"""Which types the columns have on PostgreSQL: those that SQLAlchemy made, and Django's."""

from common import says
from desk.models import Event, Job
from django.db.backends.postgresql.base import DatabaseWrapper
from sqlalchemy.dialects import postgresql

for column, field in ((Event.starts_at, "DateTimeField"), (Job.payload, "JSONField")):
    made = column.type.compile(dialect=postgresql.dialect())
    says(f"{column}, as SQLAlchemy makes it", made.lower())
    says(f"{column}, as Django expects it", DatabaseWrapper.data_types[field])
