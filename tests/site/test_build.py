"""The built site: complete, closed, repeatable, and nothing published that is not meant to be."""

import filecmp
import json
import re

import pytest

from builds import ROOT, address, built, ids, links, pages, resolve, soup
from reference.mend import wide_tables

PUBLISHED = {
    ".html",
    ".json",
    ".xml",
    ".gz",
    ".css",
    ".js",
    ".svg",
    ".png",
    ".map",
    ".txt",
    ".csv",
    ".md",
    "",
}
STATE = re.compile(r"#[\w-]+=")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site as a stranger builds it: no address, no repository."""
    return built(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def hosted(tmp_path_factory):
    """The site as a publishing workflow builds it, below a sub-path."""
    return built(
        tmp_path_factory.mktemp("hosted"),
        SITE_URL="https://example.org/guide/",
        REPO_URL="https://example.org/team/guide",
    )


def test_every_link_and_anchor_of_every_page_leads_somewhere(site):
    dead = []
    for page in pages(site):
        base = "/"
        for tag, target in links(page):
            found = resolve(site, page, target, base)
            if found is None:
                continue
            file, anchor = found
            if not file.is_file():
                dead.append((address(site, page), target))
            elif anchor and tag.name == "a" and file.suffix == ".html":
                state = "=" in anchor and "data-decide" in file.read_text()
                if anchor not in ids(file) and not state:
                    dead.append((address(site, page), target))
    assert not dead


def test_every_link_works_below_a_sub_path(hosted):
    for page in pages(hosted):
        if page.name == "404.html":
            continue
        for _, target in links(page):
            found = resolve(hosted, page, target, "/guide/")
            assert found is None or found[0].is_file(), (page, target)


def test_the_built_site_is_files_that_any_server_can_give_out(site):
    assert {path.suffix for path in site.rglob("*") if path.is_file()} <= PUBLISHED


def test_only_pages_of_the_nav_and_published_data_come_out_of_docs(site):
    allowed = {address(site, page) for page in pages(site)}
    source = {
        "/" + p.relative_to(ROOT / "docs").as_posix().removesuffix("index.md")
        for p in (ROOT / "docs").rglob("*.md")
    }
    expected = {p if p.endswith("/") else p.removesuffix(".md") + "/" for p in source}
    assert allowed == expected | {"/404.html"}
    data = {p.relative_to(site).as_posix() for p in site.rglob("*.json")}
    data = {path for path in data if not path.startswith("schemas/")}
    assert data == {
        "claims.json",
        "compare/matrix.json",
        "decide/backtest.json",
        "decide/tree.json",
        "compare/matters.json",
        "examples/examples.json",
        *(f"measurements/{name}.json" for name in ("around", "code", "instructions", "throughput")),
        "myths/myths.json",
        "search/search_index.json",
        "versions.json",
    }


def test_two_builds_are_the_same_to_the_byte(site, tmp_path):
    again = built(tmp_path)
    names = {p.relative_to(site) for p in site.rglob("*") if p.is_file()}
    assert names == {p.relative_to(again) for p in again.rglob("*") if p.is_file()}
    different = [n for n in names if not filecmp.cmp(site / n, again / n, shallow=False)]
    assert different == []


def test_pages_load_nothing_from_elsewhere(site):
    for page in pages(site):
        for tag, target in links(page):
            if tag.name != "a":
                assert resolve(site, page, target) is not None, (page, target)


def test_edit_links_appear_only_where_the_repository_is_known(site, hosted):
    topic = "compare/routing/index.html"
    assert not soup(site / topic).select("a[rel=edit]")
    edit = soup(hosted / topic).select_one("a[rel=edit]")["href"]
    assert edit == "https://example.org/team/guide/edit/main/docs/compare/routing/index.md"


def test_no_page_invents_an_address_when_none_is_set(site):
    for page in pages(site):
        assert not soup(page).select("link[rel=canonical]")
        assert not [tag for tag, _ in links(page) if tag.get("rel") == ["edit"]]


def test_the_canonical_address_is_the_one_that_was_set(hosted):
    canonical = soup(hosted / "decide/index.html").select_one("link[rel=canonical]")["href"]
    assert canonical == "https://example.org/guide/decide/"


def test_every_page_has_a_title_a_description_of_its_own_and_one_h1(site):
    described = {}
    for page in pages(site):
        if page.name == "404.html":
            continue
        document = soup(page)
        assert document.title.string.strip() and len(document.find_all("h1")) == 1, page
        text = document.select_one("meta[name=description]")["content"]
        assert 50 <= len(text) <= 160, (page, len(text))
        described.setdefault(text, []).append(page)
    assert all(len(found) == 1 for found in described.values())


def test_no_id_is_used_twice_on_a_page(site):
    for page in pages(site):
        ids = [tag["id"] for tag in soup(page).find_all(id=True)]
        assert len(ids) == len(set(ids)), (page, {i for i in ids if ids.count(i) > 1})


def test_the_published_tree_has_the_promised_shape(site):
    tree = json.loads((site / "decide/tree.json").read_text())
    assert tree["start"] in tree["nodes"]
    for node in tree["nodes"].values():
        assert {"ask", "why", "options"} <= set(node)
        for option in node["options"]:
            assert set(option) == {"id", "say", "then", "because"}
            assert option["then"] in tree["nodes"] or option["then"] in tree["verdicts"]
    for verdict in tree["verdicts"].values():
        assert {"framework", "strength", "because", "costs", "start"} <= set(verdict)


def test_the_matrix_has_a_row_for_every_topic_in_the_table_and_in_the_data(site, library):
    rows = json.loads((site / "compare/matrix.json").read_text())
    assert [row["topic"] for row in rows] == list(library.topics)
    table = soup(site / "compare/index.html").select(".matrix tr[data-differ]")
    assert len(table) == len(rows)


def test_every_claim_stands_in_the_ledger_and_in_the_data(site, library):
    data = {claim["id"] for claim in json.loads((site / "claims.json").read_text())}
    assert data == set(library.claims)
    assert len(soup(site / "claims/index.html").select(".evidence__claim")) == len(data)


def test_script_and_style_of_the_tree_are_light_and_loaded_only_where_used(site):
    import gzip

    script = next((site / "assets/javascripts").glob("decide.*.js"))
    style = next((site / "assets/stylesheets").glob("decide.*.css"))
    assert len(gzip.compress(script.read_bytes(), 9)) <= 4096
    assert len(gzip.compress(style.read_bytes(), 9)) <= 2048
    users = [address(site, page) for page in pages(site) if script.name in page.read_text()]
    assert users == ["/decide/"]
    users = [address(site, page) for page in pages(site) if style.name in page.read_text()]
    assert sorted(users) == ["/", "/decide/"]


def test_a_table_of_a_page_may_lack_a_body():
    table = "<table><tr><th>Flask</th><td>3.1</td></tr></table>"
    assert wide_tables(table) == table


def test_each_cell_of_a_wide_table_names_its_column(site):
    wide = 0
    for page in pages(site):
        for table in soup(page).select("article table:not([class]), article table.figures"):
            heads = [" ".join(head.get_text().split()) for head in table.select("thead th")]
            named = len(heads) > (4 if table.get("class") else 2)
            wide += named
            for row in table.select("tbody tr"):
                labels = [cell.get("data-label") for cell in row.select("th, td")]
                assert labels == (heads if named else [None] * len(heads)), page
    assert wide
