"""Hold the tree against what real projects chose: facts become answers, the walk a verdict."""

import csv
import io

from reference import tree as trees
from reference.data import Mistake, load, name

# The first question is answered by the first row whose facts hold. The choice is never looked at.
WORK = (
    ("live", {"realtime_or_async": True}),
    ("own-records", {"relational_data": True}),
    ("other-data", {"non_relational_or_no_db": True}),
    ("few-records", {"relational_data": False, "non_relational_or_no_db": False}),
)
YES_NO = {True: "yes", False: "no"}
OWNERS = {True: "elsewhere", False: "own"}
FRONTS = {"json_api_only": "api", "spa_backend": "api", "server_rendered_pages": "pages"}
GROUPS = ("flask", "django", "other")


def facts(project):
    """The facts of a project's profile, without where they come from."""
    return {key: entry["value"] for key, entry in project["profile"].items()}


def answers(known):
    """The answers that the facts give to the tree; what nobody recorded is not known yet."""
    work = next(
        (
            answer
            for answer, needs in WORK
            if all(known.get(fact) == value for fact, value in needs.items())
        ),
        trees.UNSURE,
    )
    staff = YES_NO.get(known.get("staff_backoffice"), trees.UNSURE)
    return {
        "work": work,
        "owner": YES_NO.get(known.get("external_data_or_identity_owner"), trees.UNSURE),
        "accounts": YES_NO.get(known.get("user_accounts"), trees.UNSURE),
        "front": FRONTS.get(known.get("interface"), trees.UNSURE),
        **dict.fromkeys(
            (
                "editors",
                "owned-editors",
                "few-editors",
                "other-editors",
                "live-rest",
                "unsure-editors",
            ),
            staff,
        ),
        "unsure-owner": OWNERS.get(known.get("external_data_or_identity_owner"), trees.UNSURE),
        **dict.fromkeys(
            ("team", "few-team", "api-team", "page-editors", "page-form"), trees.UNSURE
        ),
    }


def load_projects(path, root):
    """The sample of real projects."""
    projects = load(path, root).get("projects")
    if not projects:
        raise Mistake(name(path, root), "projects", "is empty", "restore the sample")
    return projects


def outcomes(tree, projects):
    """One row a project: what it chose, the steps its facts take, and the verdict they reach."""
    for project in projects:
        steps, end = trees.walk(tree, answers(facts(project)))
        verdict = tree.verdicts[end]
        yield {
            "name": project["name"],
            "repo": project["repo"],
            "chose": project["group"],
            "fragment": trees.fragment(steps),
            "verdict": end,
            "says": verdict.framework,
            "strength": verdict.strength,
        }


def share(projects, **needs):
    """How many projects with these facts chose Flask, Django or something else."""
    matching = [
        p["group"]
        for p in projects
        if all(facts(p).get(fact) == value for fact, value in needs.items())
    ]
    return {"total": len(matching)} | {group: matching.count(group) for group in GROUPS}


def shares(projects):
    """The counts that the claims about the sample cite, by name."""
    waits = {"realtime_or_async": False}
    return {
        "sample": share(projects),
        "own_records": share(
            projects, relational_data=True, external_data_or_identity_owner=False, **waits
        ),
        "owned": share(projects, external_data_or_identity_owner=True),
        "elsewhere": share(projects, relational_data=False, **waits),
        "elsewhere_no_staff": share(
            projects, non_relational_or_no_db=True, staff_backoffice=False, **waits
        ),
        "staff": share(projects, staff_backoffice=True),
        "no_staff": share(projects, staff_backoffice=False),
        "live": share(projects, realtime_or_async=True),
        "api": share(projects, interface="json_api_only"),
        "medium": share(projects, size="medium"),
        "large": share(projects, size="large"),
    }


def agreement(rows):
    """How often the tree takes a side for a Flask or Django project, and is then right."""
    two = [row for row in rows if row["chose"] != "other"]
    sides = [row for row in two if row["says"] in ("flask", "django")]
    other = [row for row in rows if row["chose"] == "other"]
    return {
        "projects": len(two),
        "takes_a_side": len(sides),
        "agrees": sum(row["says"] == row["chose"] for row in sides),
        "neither": sum(row["says"] == "neither" for row in two),
        "other": len(other),
        "other_sent_to_neither_or_either": sum(
            row["says"] in ("neither", "either") for row in other
        ),
    }


def missed(row):
    """Whether the tree sends a project to something that it did not choose; `either` is no miss."""
    chose = "neither" if row["chose"] == "other" else row["chose"]
    return row["says"] not in ("either", chose)


def with_lessons(rows, projects, lessons, file):
    """Add to each miss what it teaches and, where somebody wrote it down, the reason given."""
    teaches = {lesson["project"]: lesson["teaches"].strip() for lesson in lessons}
    reasons = {p["name"]: p["documented_reason"] or {} for p in projects}
    misses = {row["name"] for row in rows if missed(row)}
    for odd in sorted(misses ^ set(teaches)):
        cause = "is a miss without a lesson" if odd in misses else "is not a miss"
        raise Mistake(file, odd, cause, "write what it teaches, or remove it")
    for row in rows:
        reason = reasons[row["name"]]
        said = reason.get("kind", "none") not in ("none", None)
        yield row | {
            "teaches": teaches.get(row["name"]),
            "reason": reason if said else None,
        }


def as_csv(rows):
    """The rows as CSV text."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
