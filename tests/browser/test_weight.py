"""What a first visit costs: the files that the browser asks for, weighed as gzip sends them."""

import gzip
from urllib.parse import urlsplit

import pytest

MOST_BYTES, MOST_REQUESTS = 78 * 1024, 8


@pytest.fixture
def visit(browser, base_url, site_folder):
    """Visit a page with an empty cache: the paths it asks for, and a function that weighs them."""
    context = browser.new_context()
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))

    def go(address):
        asked.clear()
        page.goto(base_url + address, wait_until="networkidle")
        return asked

    go.page = page
    yield go
    context.close()


def weight(site_folder, paths):
    """The bytes of these files over gzip."""
    files = [site_folder / path.removeprefix("/guide/") for path in paths]
    files = [file / "index.html" if file.is_dir() else file for file in files]
    return sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)


def test_a_first_visit_weighs_no_more_than_a_bare_page_of_the_theme(visit, site_folder, library):
    for address in ["", "decide/", "compare/", "compare/routing/"]:
        paths = list(visit(address))
        assert len(paths) <= MOST_REQUESTS, paths
        assert weight(site_folder, paths) <= MOST_BYTES, (address, paths)
    # The other topics ask for the same files, and for a page of their own.
    shared = weight(site_folder, paths) - weight(site_folder, ["/guide/compare/routing/"])
    pages = {slug: weight(site_folder, [f"/guide/compare/{slug}/"]) for slug in library.topics}
    assert {slug: n for slug, n in pages.items() if n + shared > MOST_BYTES} == {}


def test_the_search_costs_nothing_until_the_reader_turns_to_it(visit):
    asked = visit("compare/routing/")
    assert not [path for path in asked if "search" in path]
    visit.page.keyboard.press("s")
    visit.page.keyboard.type("admin", delay=20)
    visit.page.wait_for_selector(".md-search-result__item a")
    asked = [path.rpartition("/")[2] for path in asked if "search" in path]
    assert len(asked) == 2 and "search_index.json" in asked


def test_a_link_with_a_query_opens_the_search_at_once(visit):
    visit("?q=routing")
    visit.page.wait_for_selector(".md-search-result__item a[href*=routing]")
