"""The tables of the Flask app: `inspectdb`'s models, with what it could not see."""

from django.db import models
from django.utils import timezone


# --8<-- [start:models]
class Account(models.Model):
    ROLES = {"member": "Member", "desk": "Desk", "head": "Head"}
    name = models.CharField(max_length=80, unique=True)
    password = models.CharField(max_length=200, editable=False)
    role = models.CharField(max_length=10, choices=ROLES, default="member")

    class Meta:
        managed = False
        db_table = "account"

    def __str__(self):
        return self.name


class Tag(models.Model):
    word = models.CharField(max_length=40, unique=True)

    class Meta:
        managed = False
        db_table = "tag"

    def __str__(self):
        return self.word


class Tool(models.Model):
    STATES = {"in": "In", "out": "Out", "broken": "Broken"}  # the CHECK of the table
    name = models.CharField(max_length=80)
    state = models.CharField(max_length=10, choices=STATES, default="in")
    added_at = models.DateTimeField(default=timezone.now)
    tags = models.ManyToManyField(Tag, through="ToolTag", blank=True)

    class Meta:
        managed = False
        db_table = "tool"

    def __str__(self):
        return self.name


class ToolTag(models.Model):
    pk = models.CompositePrimaryKey("tool_id", "tag_id")
    tool = models.ForeignKey(Tool, models.CASCADE)
    tag = models.ForeignKey(Tag, models.CASCADE)

    class Meta:
        managed = False
        db_table = "tool_tag"


class Loan(models.Model):
    tool = models.ForeignKey(Tool, models.PROTECT)  # the database would delete it without a word
    account = models.ForeignKey(Account, models.PROTECT)
    day = models.DateField()

    class Meta:
        managed = False
        db_table = "loan"
        unique_together = [("tool", "day")]

    def __str__(self):
        return f"{self.tool}, {self.day}"


# --8<-- [end:models]
