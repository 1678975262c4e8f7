"""The charts of the measurements: what they show, and what they leave to the page."""

from xml.etree import ElementTree

import pytest

from reference import charts

RATIO = {"value": 1.2, "low": 0.9, "high": 1.4}
DRAWN = {
    "bars": charts.bars(
        "b", {"One": {"flask": 1, "django": 2}, "Two": {"flask": 1500, "django": None}}, " ms"
    ),
    "ranges": charts.ranges("r", {"One": RATIO, "Two": RATIO}),
    "curves": charts.curves("c", {"One": [(0, 2), (1, 1.5), (2, 1.2)]}),
}


@pytest.mark.parametrize("kind", DRAWN)
def test_a_chart_has_a_name_and_neither_style_nor_script_nor_ids(kind):
    chart = ElementTree.fromstring(DRAWN[kind])
    assert chart.get("role") == "img" and chart.get("aria-label") == kind[0]
    tags = {element.tag.rpartition("}")[2] for element in chart.iter()}
    assert tags & {"style", "script", "title", "desc"} == set()
    assert [e.attrib for e in chart.iter() if e.attrib.keys() & {"style", "id"}] == []


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("bars", {"One", "Two", "1 ms", "2 ms", "1,500 ms"}),
        ("ranges", {"One", "Two", "1"}),
        ("curves", {"One"}),
    ],
)
def test_what_a_chart_compares_stands_in_it_as_text(kind, words):
    assert words <= {text.text for text in ElementTree.fromstring(DRAWN[kind]).iter() if text.text}


def test_the_bars_of_flask_and_of_django_can_be_told_apart_and_have_their_lengths():
    chart = ElementTree.fromstring(DRAWN["bars"])

    def widths(side):
        series = [e for e in chart.iter() if e.get("class") == f"series serie-{side} color-{side}"]
        bars = [e for one in series for e in one.iter() if "rect" in e.get("class", "").split()]
        return [float(bar.get("width")) for bar in bars]

    (two, one), (django,) = widths(0), widths(1)
    assert two == pytest.approx(1500 * one, rel=0.01)
    assert django == pytest.approx(2 * one, rel=0.01)
