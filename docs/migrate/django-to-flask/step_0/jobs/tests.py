"""The tests of the team: `manage.py test`."""

import datetime as dt
from decimal import Decimal

from django.contrib.auth.models import User
from django.test import TestCase
from django.urls import reverse

from .models import Job, JobPart, Part, Tool


class JobTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.anna = User.objects.create_user("anna", password="secret")
        cls.tool = Tool.objects.create(owner=cls.anna, name="Saw")
        cls.job = Job.objects.create(tool=cls.tool, fault="does not start")

    def test_the_total_is_the_sum_of_the_parts(self):
        part = Part.objects.create(name="Belt", price=Decimal("12.50"))
        JobPart.objects.create(job=self.job, part=part, quantity=3)
        self.assertEqual(self.job.total(), Decimal("37.50"))

    def test_a_job_is_late_the_day_after_it_was_wanted(self):
        self.job.due = dt.date(2026, 1, 1)
        self.assertTrue(self.job.is_late())
        self.job.state = Job.State.READY
        self.assertFalse(self.job.is_late())

    def test_a_customer_sees_the_job(self):
        self.client.force_login(self.anna)
        page = self.client.get(reverse("job_detail", args=[self.job.id]))
        self.assertContains(page, "does not start")
