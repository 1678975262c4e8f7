"""The tree in a real browser: every path, the address bar, the keyboard, and no script at all."""

import re

import pytest

from reference import tree as trees

HOSTILE = [
    "work=<img src=x onerror=alert(1)>",
    "work=%3Cscript%3Ealert(1)%3C/script%3E",
    "__proto__=own-records&constructor=x",
    "work=own-records&owner=%E0%A4%A",
    "=&=&&==",
    "q-nowhere",
    "work=own-records&" * 2000,
]


@pytest.fixture
def decide(page, base_url):
    """Open the tree at a fragment, as a shared link would: a page of its own each time."""

    def open_at(fragment="", query=""):
        page.goto("about:blank")
        page.goto(f"{base_url}decide/{query}{'#' + fragment if fragment else ''}")
        page.wait_for_selector("[data-decide=live]")
        return page

    return open_at


def state(page):
    """What the reader sees: the node asked, or the verdict reached."""
    return page.evaluate("""() => {
        const stage = document.querySelector("[data-decide-stage]").children;
        const { node, verdict, strength } = stage[0].dataset;
        return { count: stage.length, node, verdict, strength, id: stage[0].id.slice(2) };
    }""")


def test_every_path_by_clicking_ends_where_the_data_says(decide, library):
    page = decide()
    # One script walks every path with real clicks: a call from outside for each would take minutes.
    reached = page.evaluate(
        """async (paths) => {
        const ends = [];
        for (const path of paths) {
            document.querySelector("[data-decide-restart]").click();
            for (const [node, option] of path) {
                const section = document.querySelector("[data-node]");
                if (section.dataset.node !== node) return `expected ${node}`;
                section.querySelector(`[data-option="${option}"]`).click();
            }
            const end = document.querySelector("[data-decide-stage] > *");
            ends.push([end.id, end.dataset.verdict, end.dataset.strength, location.hash.slice(1)]);
        }
        return ends;
    }""",
        [steps for steps, _ in trees.paths(library.tree)],
    )
    expected = [
        [
            f"v-{end}",
            library.tree.verdicts[end].framework,
            library.tree.verdicts[end].strength,
            trees.fragment(steps),
        ]
        for steps, end in trees.paths(library.tree)
    ]
    assert reached == expected


def test_every_path_by_links_without_script_ends_there_too(browser, base_url, library):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base_url}decide/")
    links = page.eval_on_selector_all(
        "[data-option]",
        "all => all.map(a => [a.closest('section').id, a.dataset.option, new URL(a.href).hash])",
    )
    follow = {(section, option): target[1:] for section, option, target in links}
    for steps, end in trees.paths(library.tree):
        at = f"q-{library.tree.start}"
        for node, option in steps:
            assert at == f"q-{node}"
            at = follow[at, option]
        assert at == f"v-{end}"
    for (section, option), target in list(follow.items())[:6]:
        page.click(f"#{section} [data-option={option}]")
        assert page.locator(f"#{target}").is_visible()
    context.close()


def test_what_would_change_it_is_what_trying_every_other_answer_finds(decide, library):
    tree = library.tree
    for steps, _ in list(trees.paths(tree))[::7]:
        page = decide(trees.fragment(steps))
        shown = dict(
            page.eval_on_selector_all(
                "[data-change][data-leads]",
                "all => all.map(e => [e.dataset.change, e.dataset.leads])",
            )
        )
        expected = {}
        for node, given in steps:
            for option in tree.nodes[node].options:
                if option.id != given:
                    ends = {end for _, end in trees.paths(tree, option.then)}
                    expected[f"{node}={option.id}"] = ends
        shown = {k: {v.removeprefix("v-") for v in ids.split()} for k, ids in shown.items()}
        assert shown == expected


def settles(page, **expected):
    """Wait until the page shows what is expected: moving through history is not instant."""
    for _ in range(100):
        if {key: state(page).get(key) for key in expected} == expected:
            return True
        page.wait_for_timeout(50)
    return False


def test_back_forward_reload_and_a_shared_link_show_the_same_state(decide, context):
    page = decide()
    for option, reached in (("own-records", "owner"), ("no", "editors"), ("yes", "django-records")):
        page.click(f"[data-node] [data-option={option}]")
        assert settles(page, id=reached)
    end, address = state(page), page.url
    assert end["strength"] == "strong"
    page.go_back()
    assert settles(page, node="editors")
    page.go_back()
    assert settles(page, node="owner")
    page.go_forward()
    assert settles(page, node="editors")
    page.go_forward()
    assert settles(page, **end)
    page.reload()
    assert settles(page, **end)
    other = context.new_page()
    other.goto(address)
    assert settles(other, **end)


def test_the_way_from_the_home_page_and_back_to_it(page, base_url):
    page.goto(base_url)
    page.click("[data-node=work] [data-option=own-records]")
    page.wait_for_selector("[data-decide=live] [data-node=owner]")
    page.click("[data-option=no]")
    page.click("[data-option=yes]")
    assert state(page)["id"] == "django-records"
    page.go_back()
    assert settles(page, node="editors")
    page.go_back()
    assert settles(page, node="owner")
    page.go_back()
    page.wait_for_selector(".home")
    page.go_forward()
    page.wait_for_selector("[data-decide=live] [data-node=owner]")


def test_an_example_replays_to_its_verdict(page, base_url, library):
    for slug, example in library.examples.items():
        page.goto(f"{base_url}examples/{slug}/")
        page.get_by_role("link", name="Replay these answers").click()
        page.wait_for_selector("[data-decide=live] [data-verdict]")
        assert state(page)["id"] == example.verdict


def test_a_stale_link_says_so_and_keeps_what_still_holds(decide):
    page = decide("work=own-records&gone=yes&owner=no")
    assert state(page)["node"] == "editors"
    assert page.is_visible("[data-decide-notice]")
    page.click("[data-option=yes]")
    assert not page.is_visible("[data-decide-notice]")


@pytest.mark.parametrize("fragment", HOSTILE)
def test_nothing_from_the_address_reaches_the_page_as_html(decide, fragment):
    page = decide(fragment)
    assert state(page)["count"] == 1
    assert page.locator("[data-decide] :is(img, script)").count() == 0
    assert "alert(1)" not in page.inner_html("[data-decide-stage]")


def test_the_keyboard_alone_reaches_a_verdict_and_the_focus_follows(decide):
    page = decide()
    for option in ("other-data", "no"):
        page.focus("[data-node] a[data-option]")
        while page.evaluate("document.activeElement.dataset.option") != option:
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate(
            "document.activeElement === document.querySelector('[data-decide-stage] h2')"
        )
    assert state(page)["id"] == "flask-elsewhere"


def test_progress_counts_and_never_promises_too_few_questions(decide, library):
    for steps, _ in list(trees.paths(library.tree))[::11]:
        for n in range(len(steps)):
            text = decide(trees.fragment(steps[:n])).inner_text("[data-decide-progress]")
            asked, most = map(int, re.findall(r"\d+", text))
            assert asked == n + 1 and most >= len(steps)


def test_an_earlier_answer_can_be_changed_and_all_of_it_started_again(decide):
    page = decide("work=own-records&owner=no&editors=yes")
    page.get_by_role("link", name=re.compile("^Change")).nth(1).click()
    assert state(page)["node"] == "owner"
    page.get_by_role("link", name="Start again").click()
    assert state(page)["node"] == "work" and "#" not in page.url


def test_open_answers_are_listed_as_open_points(decide, library):
    page = decide("work=own-records&owner=unknown&editors=yes")
    assert page.locator("[data-open] li").all_inner_texts() == [library.tree.nodes["owner"].ask]


def test_the_decision_record_is_filled_from_the_answers(decide, context, library, until):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = decide("work=own-records&owner=unknown&editors=yes")
    page.click("[data-action=record]")
    until("document.querySelector('[data-decide-done]').textContent")
    record = page.evaluate("navigator.clipboard.readText()")
    tree = library.tree
    for part in (tree.verdicts["django-records"].title, tree.nodes["owner"].ask, page.url):
        assert part in record
    for option in tree.nodes["editors"].options:
        assert option.say in record
    assert "{" not in record
    with page.expect_download() as download:
        page.click("[data-action=download]")
    assert download.value.path().read_text() == record
    page.click("[data-action=link]")
    until(f"navigator.clipboard.readText().then(text => text === {page.url!r})")


def test_the_reasons_name_the_claims_of_each_answer(decide, library):
    steps = [("work", "own-records"), ("owner", "no"), ("editors", "yes")]
    page = decide(trees.fragment(steps))
    links = page.eval_on_selector_all(
        ".decide__reasons a.claim", "all => all.map(a => a.href.split('#claim-')[1])"
    )
    expected = [
        claim
        for node, given in steps
        for option in library.tree.nodes[node].options
        if option.id == given
        for claim in option.because
    ]
    assert links == expected


def test_the_answers_never_leave_the_browser(decide):
    page = decide()
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    for option in ("live", "no"):
        page.click(f"[data-node] [data-option={option}]")
    assert state(page)["verdict"] == "neither"
    # The browser itself may ask for the icon again when the address changes.
    asked = [url for url in requests if not url.endswith(".svg")]
    assert [url.rpartition("/")[2] for url in asked] == ["examples.json"]
