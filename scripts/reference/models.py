"""The shapes of the records that contributors write, one class a record."""

import datetime as dt
import re
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from reference.data import Record

LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
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
    asked: list[Text] = []
    claims: Annotated[list[Claim], Field(min_length=3)]


class Matter(Record):
    """A page without a contract: `docs/compare/<slug>/index.md`; it has `short`, not an answer."""

    title: Text
    description: Annotated[str, StringConstraints(min_length=50, max_length=160)]
    group: Literal["Running it", "People and time"]
    question: Text
    short: Text
    leans: Literal["flask", "django", "neither"]
    when: Text
    asked: list[Text] = []
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
    asked: list[Text] = []
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


class Planned(Record):
    """One announced release line of a framework."""

    line: Text
    due: Text
    mainstream: Text
    security: Text


class Project(Record):
    """A framework as `docs/_data/versions.yml` knows it."""

    name: Text
    pinned: Text
    policy: Text
    policy_source: Source
    releases: Annotated[list[Release], Field(min_length=1)]
    planned: list[Planned] = []
    planned_source: Source | None = None


class Versions(Record):
    """The pinned versions and support dates that many pages use."""

    checked: dt.date
    flask: Project
    django: Project


class About(Record):
    """When, where and with what a measurement was made."""

    date: dt.date
    command: Text
    quick: bool
    python: Text
    versions: dict[str, Text]
    sqlite: Text
    processor: Text
    processors: int
    load_before: float
    kernel: Text
    settings: dict[str, Any]


class Measured(Record):
    """A file that `make bench` writes: what it is about, then its figures and raw samples."""

    model_config = ConfigDict(extra="allow", frozen=True)

    about: About


ProgramFile = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*\.py$")]


class Absent(Record):
    """A need that a framework leaves open: `docs/frameworks/<framework>/in_the_box/absent.yml`."""

    need: Text
    usual: Annotated[list[Text], Field(min_length=1)]
    by_hand: Text | None = None
    topic: Slug
    often: bool = False


class Met(Record):
    """Where a statement is met: a kind of source, its year, and its address where it is stable."""

    kind: Literal[
        "article", "tutorial", "course", "book", "answer", "vendor", "documentation", "video"
    ]
    year: Annotated[int, Field(ge=2005, le=2100)] | None = None
    url: Url | None = None


class Until(Record):
    """The release that ended a statement which was true before it."""

    framework: Framework
    version: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+$")]


class Myth(Record):
    """A statement that circulates, and what holds: `docs/myths/records/<id>.yml`."""

    id: Slug
    says: Text
    about: Literal["flask", "django", "both"]
    subject: Literal[
        "size",
        "speed",
        "learning",
        "flexibility",
        "data",
        "staff screens",
        "accounts",
        "apis",
        "async",
        "security",
        "pages",
        "structure",
        "running",
        "people",
    ]
    met: Annotated[list[Met], Field(min_length=1)]
    verdict: Literal["true", "true-until", "half-true", "false"]
    until: Until | None = None
    short: Text
    because: Text
    test: TestId | None = None
    shows: ProgramFile | None = None
    measurement: Measurement | None = None
    source: Source | None = None

    @model_validator(mode="after")
    def is_settled(self):
        """A test with its program, or else data of ours or a source; a history has both."""
        if (self.test is None) != (self.shows is None):
            raise ValueError("a test and the program that it `shows` come together")
        if not (self.test or self.measurement or self.source):
            raise ValueError("needs a test, a measurement or a source")
        if (self.verdict == "true-until") != (self.until is not None):
            raise ValueError("`until` is needed for true-until, and for it only")
        if self.until and not self.source:
            raise ValueError("true-until needs the source of its history")
        return self

    @property
    def claim(self):
        """What the record states, as a claim of the ledger."""
        measurement = None if self.test else self.measurement
        return Claim(
            id=f"myth-{self.id}",
            says=LINK.sub(r"\1", self.short),
            test=self.test,
            measurement=measurement,
            source=None if self.test or measurement else self.source,
        )
