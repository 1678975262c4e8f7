"""The data of the site as files beside their pages, by path."""

import json

from reference import tree as trees
from reference.backtest import as_csv
from reference.data import jsonable, load_json


def files(library):
    """Every published data file: path below the site → text."""
    data = {
        "claims.json": claims(library),
        "compare/matrix.json": matrix(library),
        "decide/tree.json": trees.published(library.tree),
        "compare/matters.json": matters(library),
        "examples/examples.json": examples(library),
        "myths/myths.json": list(library.myths.values()),
        "versions.json": library.versions,
        **{f"measurements/{name}.json": value for name, value in library.measured.items()},
    }
    text = {
        uri: json.dumps(value, indent=1, ensure_ascii=False, default=jsonable) + "\n"
        for uri, value in data.items()
    }
    rows = load_json(library.docs / "decide/backtest.json", library.root)["projects"]
    return text | {"decide/backtest.csv": as_csv(rows)}


def claims(library):
    """The ledger: each claim with its evidence and the page that carries it."""
    return [
        {**jsonable(e.claim), "evidence": e.claim.kind, "page": url(e.page)}
        for e in library.claims.values()
    ]


def matrix(library):
    """The comparison: one row a topic, without its claims."""
    return [
        {"topic": slug, **topic.model_dump(mode="json", exclude={"claims"})}
        for slug, topic in library.topics.items()
    ]


def matters(library):
    """The pages of the comparison that have no contract, without their claims."""
    return [
        {"matter": slug, **matter.model_dump(mode="json", exclude={"claims"})}
        for slug, matter in library.matters.items()
    ]


def examples(library):
    """The worked decisions: brief, answers, verdict, and the fragment that replays them."""
    return [
        {
            "example": slug,
            **example.model_dump(mode="json", exclude={"claims"}),
            "fragment": trees.fragment((a.node, a.option) for a in example.answers),
        }
        for slug, example in library.examples.items()
    ]


def url(page):
    """Where a page is published, from the root of the site."""
    return page.removesuffix("index.md") if page.endswith("index.md") else page[:-3] + "/"
