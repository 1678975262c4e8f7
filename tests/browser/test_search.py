"""The search answers what readers ask, in the browser's own worker."""

import pytest

import search
from harness import ROOT
from reference.data import load

FIRST, AMONG_THREE = 0.85, 0.97


@pytest.fixture(scope="module")
def queries():
    """What readers ask, and the pages that answer it."""
    return load(search.QUERIES, ROOT)


def test_every_query_names_pages_that_exist_and_is_asked_once(queries, site_folder):
    asked = [query["query"].casefold() for query in queries]
    assert len(set(asked)) == len(asked)
    for query in queries:
        for page in query["pages"]:
            assert (site_folder / page / "index.html").is_file(), query


def test_the_right_page_is_first_or_among_the_first_three(page, base_url, queries):
    found, _ = search.ranked(page, base_url, [query["query"] for query in queries])
    first, three, misses = search.recall(found, queries)
    assert (first >= FIRST, three >= AMONG_THREE) == (True, True), (first, three, misses)


def test_the_words_for_the_search_are_not_shown(page, base_url):
    page.goto(base_url + "?q=how+to+do+migrations+frobnicate")
    page.wait_for_selector(".md-search-result__item a[href*='compare/migrations']")
    for words in (".md-tags", ".md-search-result__terms"):
        shown = page.locator(f".md-search-result {words}").evaluate_all(
            "all => [all.length, all.filter((one) => one.checkVisibility()).length]"
        )
        assert shown[0] and not shown[1], words
