"""Do the queued tasks: `manage.py work`."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from jobs import letters
from jobs.models import Task


class Command(BaseCommand):
    help = "Do every queued task once."

    def handle(self, **options):
        for task in Task.objects.filter(state="queued").select_related("job__tool__owner"):
            mine = Task.objects.filter(id=task.id, state="queued").update(state="running")
            if mine:
                self.stdout.write(f"{task.kind} {task.job_id} {self.do(task)}")

    def do(self, task):
        try:
            {"letter": letters.write}[task.kind](task.job)
            task.state, task.done_at = "done", timezone.now()
        except Exception as error:
            task.state, task.error = "failed", repr(error)
        task.save()
        return task.state
