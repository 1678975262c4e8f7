"""The shapes of the records that contributors write, one class a record."""

import datetime as dt
from pathlib import PurePosixPath
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from reference.data import Record

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(min_length=1)]
Url = Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"]+$")]
TestId = Annotated[str, StringConstraints(pattern=r"^tests/[\w/]+\.py::test_\w+$")]
Framework = Literal["flask", "django"]
Verdict = Literal["flask", "django", "either", "neither"]


class Source(Record):
    """A primary source, and the day on which somebody last read it there."""

    url: Url
    title: Text
    checked: dt.date


class Measurement(Record):
    """Raw data in the repository and the command that writes it."""

    data: Annotated[str, StringConstraints(pattern=r"^docs/[\w./-]+\.json$")]
    command: Text


class Claim(Record):
    """A load-bearing statement and exactly one kind of evidence for it."""

    id: Slug
    says: Text
    test: TestId | None = None
    measurement: Measurement | None = None
    source: Source | None = None

    @model_validator(mode="after")
    def one_kind_of_evidence(self):
        """A claim with no evidence, or with two kinds, is refused."""
        if sum(kind is not None for kind in (self.test, self.measurement, self.source)) != 1:
            raise ValueError("needs exactly one of test, measurement, source")
        return self

    @property
    def kind(self):
        """The kind of evidence: test, measurement or source."""
        return next(k for k in ("test", "measurement", "source") if getattr(self, k))

    @property
    def test_file(self):
        """The file of the evidence test, relative to the root."""
        return self.test.split("::")[0]

    @property
    def test_name(self):
        """The function of the evidence test."""
        return self.test.split("::")[1]


class Offer(Record):
    """What one framework offers for a topic, and what it costs to adopt."""

    support: Literal["built-in", "official", "third-party", "by-hand", "none"]
    uses: Text
    costs: Text


class Topic(Record):
    """One row of the comparison: `docs/compare/<topic>/index.md`."""

    title: Text
    description: Annotated[str, StringConstraints(min_length=50, max_length=160)]
    group: Text
    question: Text
    answer: Text
    flask: Offer
    django: Offer
    leans: Literal["flask", "django", "neither"]
    when: Text
    claims: Annotated[list[Claim], Field(min_length=3)]


class Brief(Record):
    """The situation in which somebody has to decide."""

    who: Text
    users: Text
    data: Text
    team: Text
    deadline: Text
    constraints: Text


class Answer(Record):
    """One answer given to the tree, and why these people give it."""

    node: Slug
    option: Slug
    because: Text


Need = Literal[
    "accounts",
    "api",
    "background work",
    "change of framework",
    "content",
    "live or slow",
    "money",
    "other people's data",
    "small and quick",
    "staff screens",
]


class Example(Record):
    """One worked decision: `docs/examples/<slug>/index.md`."""

    title: Text
    description: Annotated[str, StringConstraints(min_length=50, max_length=160)]
    need: Text
    needs: Annotated[list[Need], Field(min_length=1)]
    people: Literal["alone", "few", "many"]
    knows: Literal["flask", "django", "both", "neither"]
    brief: Brief
    answers: Annotated[list[Answer], Field(min_length=1)]
    verdict: Slug
    claims: list[Claim] = []


class Option(Record):
    """One answer to a question; `because` names the claims that make it matter."""

    id: Slug
    say: Text
    then: Slug
    because: list[Slug] = []


class Node(Record):
    """One question about the reader's project."""

    ask: Text
    why: Text
    options: Annotated[list[Option], Field(min_length=2)]


class Step(Record):
    """One step of a start: a file to write, or a command to run."""

    run: Text
    does: Text
    file: Annotated[str, StringConstraints(pattern=r"^[\w./-]+$")] | None = None
    serves: bool = False

    @model_validator(mode="after")
    def stays_in_its_folder(self):
        """A start writes only below the folder it is run in."""
        path = PurePosixPath(self.file or ".")
        if path.is_absolute() or ".." in path.parts:
            raise ValueError("the file must lie below the folder of the project")
        return self


class Outcome(Record):
    """One verdict: what to take, how sure, why, at what cost, and the first steps."""

    title: Text
    framework: Verdict
    strength: Literal["strong", "lean"]
    summary: Text
    instead: Text | None = None
    because: Annotated[list[Slug], Field(min_length=1)]
    costs: Annotated[list[Text], Field(min_length=1)]
    confirm: Text
    start: Annotated[list[Step], Field(min_length=1)]

    @model_validator(mode="after")
    def neither_names_the_alternative(self):
        """`neither` alone helps nobody."""
        if (self.framework == "neither") != (self.instead is not None):
            raise ValueError("`instead` is needed for neither, and for neither only")
        return self


class Tree(Record):
    """The questions and verdicts of `docs/decide/tree.yml`."""

    start: Slug
    nodes: dict[Slug, Node]
    verdicts: dict[Slug, Outcome]


class Release(Record):
    """One supported release line of a framework."""

    line: Text
    latest: Text
    released: dt.date
    mainstream: Text
    security: Text
    python: Text
    source: Source


class Project(Record):
    """A framework as `docs/_data/versions.yml` knows it."""

    name: Text
    pinned: Text
    policy: Text
    policy_source: Source
    releases: Annotated[list[Release], Field(min_length=1)]


class Versions(Record):
    """The pinned versions and support dates that many pages use."""

    checked: dt.date
    flask: Project
    django: Project
