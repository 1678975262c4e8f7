"""What both apps of docs/compare/templates promise, and where they differ."""

import html

import flask as flask_package
import jinja2
import pytest
from bs4 import BeautifulSoup
from django.template import Context, Engine, TemplateSyntaxError

SCRIPT = "<script>alert(2)</script>"


def page_of(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return BeautifulSoup(response.text, "html.parser")


def by_flask(source, **values):
    with flask_package.Flask(__name__).app_context():
        return flask_package.render_template_string(source, **values)


def by_django(source, **values):
    return Engine().from_string(source).render(Context(values))


def test_a_page_fills_the_blocks_of_its_base_and_keeps_the_rest(client):
    page = page_of(client, "/")
    assert page.title.text == "Comments · Our site"
    assert page.nav.text == "Home"
    assert page.h1.text == "2 comments"


def test_what_a_visitor_wrote_is_escaped_without_a_word(client):
    page = page_of(client, "/")
    assert not page.select("script")
    assert page.select("li")[1].text.endswith(SCRIPT)


def test_a_fragment_comes_alone_and_is_the_same_as_in_the_page(client):
    alone = page_of(client, "/comments/")
    assert not alone.select("h1, nav, title")
    assert alone.ul == page_of(client, "/").ul


def test_a_filter_escapes_by_format_and_lets_the_attack_in_by_f_string(client):
    ada, eve = page_of(client, "/").select("abbr")
    assert ada["title"] == "Ada Lovelace" and ada.text == "AL"
    assert eve["title"] == 'Eve" onclick="alert(1)' and "onclick" not in eve.attrs
    assert page_of(client, "/careless/").abbr["onclick"] == "alert(1)"


def test_escaping_guards_neither_unquoted_attributes_nor_links_nor_safe(client):
    page = page_of(client, "/careless/")
    assert page.input["onclick"] == "alert(3)"
    assert page.a["href"] == "javascript:alert(4)"
    assert str(page.script) == SCRIPT


def test_a_template_in_a_string_escapes(client):
    assert client.get("/string/").text == f"<p>{html.escape(SCRIPT)}</p>"


def test_a_template_made_with_jinja_alone_does_not_escape():
    assert jinja2.Template("{{ text }}").render(text=SCRIPT) == SCRIPT
    for escapes in (by_flask, by_django):
        assert escapes("{{ text }}", text=SCRIPT) == html.escape(SCRIPT)


def test_flask_escapes_by_the_ending_of_the_name_and_django_always(flask, django):
    assert SCRIPT in flask.get("/mail/").text
    assert page_of(flask, "/page-open/").script
    assert html.escape(SCRIPT) in django.get("/mail-escaped/").text
    assert "Loops & cards" in django.get("/mail/").text and SCRIPT in django.get("/mail/").text


def test_jinja_calls_and_computes_and_djangos_language_refuses():
    assert by_flask("{{ name.replace('a', 'o') }} {{ 2 * 3 }}", name="Ada") == "Ado 6"
    for source in ("{{ name.replace('a', 'o') }}", "{{ 2 * 3 }}"):
        with pytest.raises(TemplateSyntaxError):
            by_django(source, name="Ada")


def test_a_misspelt_name_is_empty_in_both_and_its_attribute_raises_in_jinja():
    assert by_flask("[{{ usr }}]") == by_django("[{{ usr }}]") == "[]"
    assert by_django("[{{ usr.name }}]") == "[]"
    with pytest.raises(jinja2.UndefinedError):
        by_flask("[{{ usr.name }}]")


def part_is_in_the_page(client):
    part, page = page_of(client, "/partial/"), page_of(client, "/board/")
    assert page.h1 and not part.h1
    assert part.select("li") == page.select("li") and len(part.select("li")) == 2


def test_flask_renders_one_block_of_a_template_with_jinja2_fragments(flask):
    part_is_in_the_page(flask)


@pytest.mark.since(django="6.0")
def test_django_renders_one_partial_of_a_template_by_its_name(django):
    part_is_in_the_page(django)


def test_django_renders_jinja_templates_too_and_escapes_in_them(django):
    page = page_of(django, "/jinja/")
    assert page.h1.text == "2 comments"
    assert "Loops & looms" in page.select("p")[0].text
    assert not page.script and page.select("abbr")[1]["title"].startswith("Eve")
