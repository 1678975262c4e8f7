"""The data that has to survive: `manage.py shell -c "$(cat seed.py)"` in step 0."""

import datetime as dt

from accounts.models import Profile, Token
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from jobs.models import Job, JobPart, Note, Part, Photo, Task, Tool


def moment(text):
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


people = {}
for name, staff, language in (
    ("anna", False, "de"),
    ("ben", False, "en"),
    ("mia", True, "en"),
    ("tom", False, "en"),
):
    people[name] = User.objects.create_user(name, password=f"{name}-secret", is_staff=staff)
    Profile.objects.create(user=people[name], language=language)
    Token.objects.create(user=people[name], key=f"{name}-key")
User.objects.create_user("gone", password="gone-secret", is_active=False)

belt = Part.objects.create(name="Belt", price="12.50")
brush = Part.objects.create(name="Carbon brush", price="3.20")
saw = Tool.objects.create(owner=people["anna"], name="Säge <Typ 3>", serial="S-300")
drill = Tool.objects.create(owner=people["ben"], name="Drill")

# Received in the night in which summer time began, and in a summer night after midnight.
first = Job.objects.create(
    tool=saw,
    fault="Smells\nand stops",
    received_at=moment("2026-03-29T01:30:00"),
    due="2026-04-10",
    mechanic=people["mia"],
    state="working",
)
second = Job.objects.create(
    tool=drill, fault="No light", received_at=moment("2026-06-30T22:15:30.250"), due="2026-07-01"
)
JobPart.objects.create(job=first, part=belt, quantity=2)
JobPart.objects.create(job=first, part=brush)
Note.objects.create(job=first, author=people["mia"], text="Belt is worn")
photo = Photo(job=first, name="saw.jpg")
photo.file.save("saw.jpg", ContentFile(b"the saw before"))
Task.objects.create(job=first, kind="letter")
Task.objects.create(job=second, kind="letter")
Task.objects.create(job=second, kind="no such work")
