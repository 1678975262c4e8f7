"""The data of the site as files beside their pages, by path."""

import json

from reference import tree as trees
from reference.backtest import as_csv
from reference.data import jsonable, load_json


def files(library):
    """Every published data file: path below the site → text."""
    data = {
        "claims.json": claims(library),
        "compare/matrix.json": list(rows("topic", library.topics)),
        "decide/tree.json": trees.published(library.tree),
        "compare/matters.json": list(rows("matter", library.matters)),
        "examples/examples.json": list(examples(library)),
        "myths/myths.json": list(library.myths.values()),
        "versions.json": library.versions,
        **{f"measurements/{name}.json": value for name, value in library.measured.items()},
    }
    text = {
        uri: json.dumps(value, indent=1, ensure_ascii=False, default=jsonable) + "\n"
        for uri, value in data.items()
    }
    backtest = load_json(library.docs / "decide/backtest.json", library.root)
    return text | {"decide/backtest.csv": as_csv(backtest["projects"])}


def claims(library):
    """The ledger: each claim with its evidence and the page that carries it."""
    return [
        {**jsonable(e.claim), "evidence": e.claim.kind, "page": url(e.page)}
        for e in library.claims.values()
    ]


def rows(key, records):
    """One row a record, by its slug and without its claims, which stand in the ledger."""
    for slug, record in records.items():
        yield {key: slug, **record.model_dump(mode="json", exclude={"claims"})}


def examples(library):
    """The worked decisions, each with the fragment that replays its answers."""
    for row in rows("example", library.examples):
        steps = [(answer["node"], answer["option"]) for answer in row["answers"]]
        yield row | {"fragment": trees.fragment(steps)}


def url(page):
    """Where a page is published, from the root of the site."""
    return page.removesuffix("index.md") if page.endswith("index.md") else page[:-3] + "/"
