"""Every page in a real browser: accessible, within its width, and silent towards others."""

import os

import pytest
from axe_playwright_python.sync_playwright import Axe

import builds

PHONE, DESKTOP = {"width": 320, "height": 700}, {"width": 1280, "height": 900}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AUDIT = bool(os.environ.get("AUDIT"))
KINDS = [
    "",
    "404.html",
    "compare/",
    "compare/routing/",
    "contribute/",
    "decide/",
    "decide/backtest/",
    "decide/picture/",
    "examples/",
    "examples/records-staff-edit/",
    "frameworks/django/",
]
STATES = [
    "decide/#work=own-records&owner=unknown",
    "decide/#work=own-records&owner=no&editors=yes",
    "decide/#work=live&live-rest=no",
]


def addresses(site_folder):
    """Every page, and the states of the tree that look different."""
    found = [builds.address(site_folder, page, "") for page in builds.pages(site_folder)]
    return sorted(found) + STATES


# Code has the same colours on every page: on the others it is checked as plain text.
WITH_CODE = ("compare/routing/", "compare/templates/", "compare/command-line/")
PLAIN = "document.querySelectorAll('pre code').forEach((code) => code.textContent += '')"
# What is wider than the screen, folded parts included, and in nothing that scrolls.
CUT = """() => {
    for (const one of document.querySelectorAll("details")) one.open = true;
    const scrolls = (one) =>
        one && (/auto|scroll/.test(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
    const right = (one) => {
        const box = one.getBoundingClientRect();
        return box.left + Math.max(box.width, one.scrollWidth);
    };
    const wide = [...document.querySelectorAll("article :is(pre, table, svg)")];
    return wide.filter((one) => right(one) > innerWidth + 1 && !scrolls(one)).length;
}"""


def problems(page):
    """What axe finds on the page."""
    options = {"runOnly": RULES, "resultTypes": ["violations"]}
    result = Axe().run(page, options=options).response
    return [
        (v["id"], node["target"], node["failureSummary"].splitlines()[-1])
        for v in result["violations"]
        for node in v["nodes"][:3]
    ]


@pytest.fixture(scope="module")
def visits(browser, base_url, site_folder):
    """Every page and state, opened once on a small phone: what axe, the ruler and the log found."""
    context = browser.new_context(viewport=PHONE, color_scheme="light", reduced_motion="reduce")
    page = context.new_page()
    found = {"axe": {}, "wide": {}, "cut": {}, "asked": set(), "said": []}
    page.on("request", lambda request: found["asked"].add(request.url))
    page.on("console", lambda message: found["said"].append((page.url, message.text)))
    for address in addresses(site_folder):
        page.goto("about:blank")
        page.goto(base_url + address)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > PHONE["width"]:
            found["wide"][address] = width
        if address not in WITH_CODE:
            page.evaluate(PLAIN)
        if bad := problems(page):
            found["axe"][address] = bad
        if cut := page.evaluate(CUT):
            found["cut"][address] = cut
    context.close()
    return found


def test_axe_finds_nothing_on_any_page(visits):
    assert visits["axe"] == {}


def test_nothing_scrolls_sideways_on_a_small_phone(visits):
    assert visits["wide"] == {}


def test_nothing_is_cut_off_on_a_small_phone_when_all_is_unfolded(visits):
    assert visits["cut"] == {}


def test_no_page_asks_anybody_else_or_breaks_its_policy(visits, base_url):
    origin = base_url.removesuffix("/guide/")
    assert [url for url in visits["asked"] if not url.startswith((origin, "data:"))] == []
    assert visits["said"] == []


# What looks different elsewhere depends on the kind of page. AUDIT=1 looks at every page.
@pytest.mark.parametrize(
    ("size", "scheme"), [(PHONE, "dark"), (DESKTOP, "light"), (DESKTOP, "dark")], ids=str
)
def test_axe_finds_nothing_in_another_look(browser, base_url, site_folder, size, scheme):
    context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    page, found = context.new_page(), {}
    for address in addresses(site_folder) if AUDIT else [*KINDS, *STATES]:
        page.goto("about:blank")
        page.goto(base_url + address)
        if bad := problems(page):
            found[address] = bad
    context.close()
    assert found == {}


def test_the_policy_lets_no_foreign_script_run(browser, base_url):
    page = browser.new_page()
    page.goto(base_url)
    policy = page.get_attribute("meta[http-equiv=Content-Security-Policy]", "content")
    assert "unsafe" not in policy and "http" not in policy
    refused = page.evaluate("""() => new Promise((done) => {
        addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective));
        const script = document.createElement("script");
        script.textContent = "window.ran = true";
        document.body.append(script);
    })""")
    assert refused.startswith("script-src") and page.evaluate("window.ran") is None
    page.close()


def test_nothing_is_stored_but_the_choice_of_colours(page, base_url, until):
    page.goto(f"{base_url}compare/routing/")
    page.locator(".tabbed-labels label", has_text="Django").first.click()
    page.locator("form[data-md-component=palette] label:visible").first.click()
    until("localStorage.length === 1")
    keys = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert [key.rpartition(".")[2] for key in keys] == ["__palette"]


def test_the_matrix_can_be_filtered_by_group_support_and_difference(page, base_url, library):
    page.goto(f"{base_url}compare/")
    topics = library.topics.values()
    rows = page.locator(".matrix tr[data-differ]:visible")
    assert rows.count() == len(topics)
    page.check("[name=differ]")
    assert rows.count() == sum(t.flask.support != t.django.support for t in topics)
    page.uncheck("[name=differ]")
    page.select_option("[name=support]", "third-party")
    expected = ["third-party" in (t.flask.support, t.django.support) for t in topics]
    assert rows.count() == sum(expected)
    page.select_option("[name=support]", "")
    page.select_option("[name=group]", label="Data")
    assert rows.count() == sum(t.group == "Data" for t in topics)


def test_the_examples_can_be_filtered_by_verdict_need_and_team(page, base_url, library):
    page.goto(f"{base_url}examples/")
    cards = page.locator("[data-filter-row]:visible")
    examples = library.examples.values()
    assert cards.count() == len(examples)
    for side in ("flask", "django", "either", "neither"):
        page.select_option("[name=verdict]", side)
        found = [e for e in examples if library.tree.verdicts[e.verdict].framework == side]
        assert cards.count() == len(found) > 0
    page.select_option("[name=verdict]", "")
    page.select_option("[name=needs]", label="Staff screens")
    page.select_option("[name=people]", "few")
    page.select_option("[name=knows]", "flask")
    found = [e for e in examples if "staff screens" in e.needs]
    assert cards.count() == sum(e.people == "few" and e.knows == "flask" for e in found) > 0


def test_the_matrix_shows_every_row_without_script(browser, base_url, library):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base_url}compare/")
    assert page.locator(".matrix tr[data-differ]:visible").count() == len(library.topics)
    assert not page.is_visible("[data-filter]")
    context.close()


def test_choosing_a_tab_chooses_that_framework_in_every_group(page, base_url, until):
    page.goto(f"{base_url}compare/routing/")
    page.locator(".tabbed-labels label", has_text="Django").first.click()
    until(
        "[...document.querySelectorAll('.tabbed-set')].every(set => "
        "[...set.querySelectorAll(':scope > input')].findIndex(i => i.checked) === 1)"
    )


def test_the_search_finds_a_topic_by_its_words(page, base_url):
    page.goto(base_url)
    page.keyboard.press("s")
    page.keyboard.type("routing converter", delay=20)
    page.wait_for_selector(".md-search-result__item a[href*='compare/routing']")
