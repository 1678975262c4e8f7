"""Read YAML and front matter; every mistake becomes one line that says where and how to mend."""

import datetime as dt
import json
import re
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.S)


class Mistake(Exception):
    """Bad data: one line with the file, the place, the cause and the mend."""

    def __init__(self, file, place, cause, mend):
        super().__init__(" ".join(f"{file}: {place}: {cause}. Mend: {mend}.".split()))


class Record(BaseModel):
    """A record that refuses unknown fields, so that a misspelt one is never lost."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


# Parsing is the slowest part of a build, and `mkdocs serve` builds again and again: what was
# parsed is kept by its text, and must not be changed by those who read it.
parsed: dict[str, object] = {}


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML with the plain values of version 1.2, in which `no` is a word, not a value."""

    yaml_implicit_resolvers = {}

    def construct_mapping(self, node, deep=False):
        """Refuse a key that is there twice: one of the two would be lost."""
        seen = []
        for key, _ in node.value:
            if (key.tag, key.value) in seen:
                problem = f"the key {key.value} is there twice"
                raise yaml.constructor.ConstructorError(None, None, problem, key.start_mark)
            seen.append((key.tag, key.value))
        return super().construct_mapping(node, deep)


for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?(?:0|[1-9][0-9]*)", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("timestamp", r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "0123456789"),
):
    Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})$"), list(first)
    )


def parse(text, file):
    """Parse YAML (duplicate keys are mistakes); raise `Mistake`."""
    try:
        if text not in parsed:
            parsed[text] = yaml.load(text, Loader)
        return parsed[text]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"line {mark.line + 1}" if mark else "YAML"
        raise Mistake(file, place, error.problem, "correct the YAML there") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise Mistake(file, "YAML", error, "correct the value") from error


def read(path, root):
    """Read one file as text, named relative to `root` in a `Mistake`."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        cause = getattr(error, "strerror", None) or "is not UTF-8 text"
        raise Mistake(
            name(path, root), "the file", cause, "restore it or correct the reference"
        ) from error


def name(path, root):
    """The name of a file as a contributor types it, from the root of the repository."""
    path = Path(path)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def load(path, root):
    """Load one YAML file."""
    return parse(read(path, root), name(path, root))


def load_json(path, root):
    """Load one JSON file, which a script wrote."""
    text = read(path, root)
    try:
        if text not in parsed:
            parsed[text] = json.loads(text)
        return parsed[text]
    except ValueError as error:
        mend = "restore it or write it again with its script"
        raise Mistake(name(path, root), "JSON", error, mend) from error


def front_matter(path, root):
    """The front matter of a page as a mapping, empty when it has none."""
    found = FRONT_MATTER.match(read(path, root))
    meta = parse(found[1], name(path, root)) if found else {}
    if meta is None:
        return {}
    if not isinstance(meta, dict):
        raise Mistake(name(path, root), "front matter", "is not a mapping", "write `key: value`")
    return meta


def validate(model, value, file, place="front matter"):
    """Validate one record against a model; the first error becomes a `Mistake`."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        mends = {
            "missing": "add it",
            "extra_forbidden": f"remove it or correct its spelling ({fields(model)})",
        }
        mend = mends.get(first["type"], "see docs/contribute/index.md")
        raise Mistake(file, f"{place} {where}".strip(), first["msg"].rstrip("."), mend) from error


def fields(model):
    """The names of a model's fields, for a message."""
    return ", ".join(model.model_fields)


def jsonable(value):
    """Dates as ISO text, records as mappings: what the published JSON holds."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_none=True)
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no JSON form here")
