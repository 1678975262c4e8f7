"""What docs/compare/governance-and-licence says of licences, read from the installed packages."""

from importlib.metadata import distribution

from packaging.requirements import Requirement

CLAUSES = {
    "BSD-3-Clause": (
        "Redistributions of source code must retain the above copyright notice",
        "Redistributions in binary form must reproduce the above copyright notice",
        "Neither the name of",
    ),
    "MIT": ("Permission is hereby granted, free of charge, to any person obtaining a copy",),
}


def texts(name):
    """The licence files that a package brings, whoever they are of, by path."""
    files = [file for file in distribution(name).files if "licen" in file.name.lower()]
    return {str(file): " ".join(file.read_text(encoding="utf-8").split()) for file in files}


def kind(text):
    """Which licence a text is, by the sentences that make it that one."""
    return next((k for k, needed in CLAUSES.items() if all(s in text for s in needed)), None)


def plain_install(name):
    """The packages that installing this one brings here, without any extra."""
    found, to_do = set(), [name]
    while to_do:
        package = to_do.pop().lower()
        if package not in found:
            found.add(package)
            needs = map(Requirement, distribution(package).requires or [])
            to_do += [n.name for n in needs if not n.marker or n.marker.evaluate({"extra": ""})]
    return found - {name}


def own(name):
    """The licence texts that stand for the package as a whole: those beside its metadata."""
    return [text for path, text in texts(name).items() if ".dist-info/" in path]


def licence_of(name):
    """The licence of a package; texts of no known kind, such as Python's in Django, add to it."""
    (found,) = {kind(text) for text in own(name)} - {None}
    return found


def test_both_are_under_the_three_clause_bsd_licence():
    for name in ("flask", "django"):
        assert licence_of(name) == "BSD-3-Clause"
        assert distribution(name).metadata["License-Expression"] == "BSD-3-Clause"


def test_the_copyright_is_of_pallets_and_of_the_foundation_with_the_contributors():
    holders = {
        "flask": "Copyright 2010 Pallets",
        "django": "Copyright (c) Django Software Foundation and individual contributors.",
    }
    for name, holder in holders.items():
        assert any(text.startswith(holder) for text in own(name))


def test_a_plain_install_brings_bsd_and_mit_packages_only():
    flask = {name: licence_of(name) for name in plain_install("flask")}
    assert flask.pop("blinker") == "MIT"
    pallets = {"click", "itsdangerous", "jinja2", "markupsafe", "werkzeug"}
    assert set(flask) == pallets and set(flask.values()) == {"BSD-3-Clause"}
    django = {name: licence_of(name) for name in plain_install("django")}
    assert django == {"asgiref": "BSD-3-Clause", "sqlparse": "BSD-3-Clause"}


def test_inside_both_lie_parts_of_others_under_licences_of_their_own():
    django = texts("django")
    for part in ("jquery/LICENSE.txt", "select2/LICENSE.md", "xregexp/LICENSE.txt"):
        (path,) = (path for path in django if path.endswith(f"/vendor/{part}"))
        assert kind(django[path]) == "MIT"
    (python,) = (text for path, text in django.items() if path.endswith("/LICENSE.python"))
    assert "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2" in python
    (icons,) = (t for path, t in texts("werkzeug").items() if "debug/shared" in path)
    assert "CC-BY" in icons
