"""What programs read of the site: twins, schemas, feed, JSON-LD, files for hosts."""

import json
import re
import xml.etree.ElementTree as ElementTree

import jsonschema
import pytest

from builds import ROOT, built, pages, soup

FILES = {
    "claim": "claims.json",
    "topic": "compare/matrix.json",
    "example": "examples/examples.json",
    "matter": "compare/matters.json",
    "measurement": "measurements/throughput.json",
    "myth": "myths/myths.json",
    "tree": "decide/tree.json",
    "versions": "versions.json",
}
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site with an address and a repository."""
    folder = tmp_path_factory.mktemp("machine")
    return built(
        folder, SITE_URL="https://example.org/guide/", REPO_URL="https://example.org/team/guide"
    )


@pytest.mark.parametrize("key", FILES)
def test_published_data_keeps_to_its_published_schema(site, key):
    schema = json.loads((site / f"schemas/v1/{key}.json").read_text())
    data = json.loads((site / FILES[key]).read_text())
    for row in data if isinstance(data, list) else [data]:
        jsonschema.Draft202012Validator(schema).validate(row)


def test_every_schema_has_published_data(site):
    assert {path.stem for path in (site / "schemas/v1").iterdir()} == FILES.keys()


def test_a_schema_refuses_an_entry_that_lacks_a_field(site):
    schema = json.loads((site / "schemas/v1/claim.json").read_text())
    row = json.loads((site / "claims.json").read_text())[0]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({k: v for k, v in row.items() if k != "says"}, schema)


def test_each_page_has_a_twin_that_holds_its_code_and_no_directives(site):
    for page in pages(site):
        if page.name == "404.html":
            continue
        twin = page.with_name("index.md").read_text()
        if "contribute" not in page.parts:
            assert "--8<--" not in twin and "](claim:" not in twin, page
        assert twin.startswith("# ")
    assert "@articles.get" in (site / "compare/routing/index.md").read_text()


def test_every_link_of_a_twin_to_another_twin_leads_to_one(site):
    for twin in site.rglob("index.md"):
        for target in re.findall(r"\]\(([^)#:\s]*index\.md)", twin.read_text()):
            assert (twin.parent / target).is_file(), (twin, target)


def test_llms_txt_lists_every_page_once(site):
    lines = [li for li in (site / "llms.txt").read_text().splitlines() if li.startswith("- [")]
    assert len(lines) == len(pages(site)) - 1


def test_the_feed_lists_the_newest_changes_and_links_to_claims(site):
    feed = ElementTree.parse(site / "changes.xml").getroot()
    recorded = json.loads((ROOT / "docs/_data/changes.json").read_text())["changes"]
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == min(50, len(recorded))
    assert "https://example.org/guide/" in entries[0].find(f"{ATOM}content").text


def test_each_page_describes_itself_in_json_ld(site):
    for page in pages(site):
        if page.name == "404.html":
            continue
        data = json.loads(soup(page).select_one("script[type='application/ld+json']").string)
        assert data["url"].startswith("https://example.org/guide/") and data["name"]
    myths = json.loads(
        soup(site / "myths/index.html").select_one("script[type='application/ld+json']").string
    )
    assert myths["@type"] == "FAQPage" and len(myths["mainEntity"]) >= 30


def test_the_picture_for_shared_links_is_there_and_absolute(site):
    address = soup(site / "index.html").select_one("meta[property='og:image']")["content"]
    assert (site / address.removeprefix("https://example.org/guide/")).is_file()


def test_security_txt_names_a_contact_and_an_end(site):
    text = (site / ".well-known/security.txt").read_text()
    assert "Contact: https://example.org/team/guide/security" in text and "Expires: 2" in text
