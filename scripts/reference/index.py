"""Make the search index light: pages and sections keep their first words, without markup."""

import html
import json
import re
from pathlib import Path

TAG = re.compile(r"<[^>]+>")
IN_A_WORD = re.compile(r"</?(?:a|abbr|code|em|span|strong)\b[^>]*>")
HEADING = re.compile(r"(<h[1-6] [^>]*id=.*?</h[1-6]>)", re.S)
UNREAD = re.compile(
    r'<div class="highlight".*?</pre>\s*</div>|<svg.*?</svg>'
    r'|<details[^>]* data-search-exclude.*?</details>|<h2 id="(?:evidence|contract)".*',
    re.S,
)
MARK = ' data-search-exclude="true"'
# A page is found by its title, its lead and what readers ask. Longer texts, of sections above all,
# doubled the index and found no more: their rare words hide the pages that are about a subject.
MOST_OF_PAGE, MOST_OF_SECTION = 300, 60


def searchable(content):
    """The content of a page as the search keeps it: headings, and the first words below each.

    Code, pictures and evidence are left out: they hide what explains them. Marks could tell the
    theme to leave them out, and the rest could be cut afterwards, but the theme would read it all
    first: a third of a build.
    """
    lead, *sections = HEADING.split(UNREAD.sub("", content))
    cut = (
        heading + plain(text, MOST_OF_SECTION)
        for heading, text in zip(sections[::2], sections[1::2], strict=True)
    )
    return "".join([plain(lead, MOST_OF_PAGE), *cut])


def published(content):
    """The content of a page without the mark that only the search reads."""
    return content.replace(MARK, "")


def plain(text, most):
    """Text without markup, cut at a word; entities stay escaped, as the theme shows them."""
    text = TAG.sub(" ", IN_A_WORD.sub("", text))
    words = " ".join(html.unescape(text).split())
    if len(words) > most:
        words = words[:most].rpartition(" ")[0]
    return html.escape(words, quote=False)


def light(text):
    """The index as JSON text; what readers ask leads to the page, once, and not to its sections."""
    index = json.loads(text)
    for doc in index["docs"]:
        if "#" in doc["location"]:
            doc.pop("tags", None)
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))


def lighten(folder):
    """Make the search index of a built site light."""
    path = Path(folder) / "search/search_index.json"
    path.write_text(light(path.read_text(encoding="utf-8")), encoding="utf-8")
