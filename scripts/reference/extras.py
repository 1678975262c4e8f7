"""Files for hosts, feed readers and programs, beside the pages: path below the site → text."""

import datetime as dt
import json
from html import escape

from reference import models
from reference.data import Record, load_json
from reference.published import url

SCHEMAS: dict[str, type[Record]] = {
    "claim": models.Claim,
    "topic": models.Topic,
    "matter": models.Matter,
    "example": models.Example,
    "myth": models.Myth,
    "tree": models.Tree,
    "versions": models.Versions,
    "measurement": models.Measured,
}
# What a published row has beside its record, and what it leaves to another file.
ROWS = {
    "claim": ({"evidence", "page"}, set()),
    "topic": ({"topic"}, {"claims"}),
    "matter": ({"matter"}, {"claims"}),
    "example": ({"example", "fragment"}, {"claims"}),
}
SCHEMA_VERSION = "v1"
HEADERS = """\
/*
  X-Content-Type-Options: nosniff
  X-Frame-Options: DENY
  Content-Security-Policy: frame-ancestors 'none'
  Referrer-Policy: same-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=()
"""


def files(library, config):
    """Every extra file of a build."""
    site_url = (config.site_url or "").rstrip("/")
    found = {
        "_headers": HEADERS,
        "llms.txt": listing(library),
        "changes.xml": feed(library, site_url, config.site_name),
        "robots.txt": "User-agent: *\nAllow: /\n"
        + (f"Sitemap: {site_url}/sitemap.xml\n" if site_url else ""),
    }
    for key in SCHEMAS:
        text = json.dumps(schema(key), indent=1, ensure_ascii=False) + "\n"
        found[f"schemas/{SCHEMA_VERSION}/{key}.json"] = text
    if config.repo_url:
        found[".well-known/security.txt"] = security(library, config.repo_url)
    return found


def schema(key):
    """The JSON Schema of one entry as it is published: the model's, and what a row adds."""
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **SCHEMAS[key].model_json_schema(),
    }
    adds, drops = ROWS.get(key, (set(), set()))
    made["properties"] |= {name: {"type": "string"} for name in sorted(adds)}
    made["properties"] = {k: v for k, v in made["properties"].items() if k not in drops}
    made["required"] = sorted((set(made["required"]) | adds) - drops)
    return made


def listing(library):
    """llms.txt: every page with its twin in Markdown, in one list."""
    head = library.pages["index.md"]
    lines = [
        f"- [{meta['title']}]({url(page)}index.md): {meta['description']}"
        for page, meta in library.pages.items()
    ]
    top = f"# {head['title']}\n\n> {head['description']}\n\n## Pages\n\n"
    return top + "\n".join(lines) + "\n"


def security(library, repo_url):
    """Where to report a vulnerability, RFC 9116; it expires a year after the facts were checked."""
    expires = library.versions.checked + dt.timedelta(days=365)
    contact = f"{repo_url.rstrip('/')}/security/advisories/new"
    return f"Contact: {contact}\nExpires: {expires}T00:00:00Z\nPreferred-Languages: en\n"


def feed(library, site_url, title):
    """The claims that were added, changed or removed, as an Atom feed, the newest first."""
    path = library.docs / "_data/changes.json"
    changes = load_json(path, library.root)["changes"]
    base = site_url or "https://example.invalid"
    updated = changes[0]["date"] if changes else library.versions.checked.isoformat()
    entries = "".join(entry(library, change, base) for change in changes[:50])
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>{escape(title)}: changed claims</title>'
        f"<id>{base}/changes.xml</id><updated>{updated}T00:00:00Z</updated>"
        f'<author><name>{escape(title)}</name></author><link rel="self" href="{base}/changes.xml"/>'
        f"{entries}</feed>\n"
    )


def entry(library, change, base):
    """One day's claims of one kind of change."""
    items = []
    for key in change["ids"]:
        evidence = library.claims.get(key)
        says = escape(evidence.claim.says) if evidence else key
        link = f"{base}/{url(evidence.page)}#claim-{key}" if evidence else base
        items.append(f'<li><a href="{link}">{says}</a></li>')
    name = f"{len(change['ids'])} claims {change['what']}"
    content = escape(f"<ul>{''.join(items)}</ul>")
    return (
        f"<entry><title>{name}</title><id>{base}/changes.xml#{change['date']}-{change['what']}</id>"
        f'<updated>{change["date"]}T00:00:00Z</updated><link href="{base}/claims/"/>'
        f'<content type="html">{content}</content></entry>'
    )
