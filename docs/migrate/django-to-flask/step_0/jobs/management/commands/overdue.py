"""Print the jobs that should be ready: `manage.py overdue --on 2026-07-02`."""

import datetime as dt

from django.core.management.base import BaseCommand
from django.utils import timezone

from jobs.models import Job


class Command(BaseCommand):
    help = "Print open jobs that were wanted before a day."

    def add_arguments(self, parser):
        parser.add_argument("--on", type=dt.date.fromisoformat, default=None)

    def handle(self, on, **options):
        late = Job.objects.filter(
            due__lt=on or timezone.localdate(), state__in=["received", "working"]
        )
        for job in late.select_related("tool__owner").order_by("due", "id"):
            since = timezone.localtime(job.received_at)
            owner = job.tool.owner.username
            self.stdout.write(
                f"{job.due} {owner}: {job.tool.name} (here since {since:%d.%m.%Y %H:%M})"
            )
