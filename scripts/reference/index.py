"""Make the search index light: pages and sections keep their first words, without markup."""

import html
import json
import re
from pathlib import Path

TAG = re.compile(r"<[^>]+>")
UNREAD = re.compile(
    r'<div class="highlight".*?</pre>\s*</div>|<svg.*?</svg>|<h2 id="(?:evidence|contract)".*', re.S
)
MARK = ' data-search-exclude="true"'
# A page is found by its title, its lead and what readers ask. Longer texts, of sections above all,
# doubled the index and found no more: their rare words hide the pages that are about a subject.
MOST_OF_PAGE, MOST_OF_SECTION = 300, 60


def searchable(content):
    """The content of a page without code, pictures and evidence: they hide what explains them.

    Marks could tell the theme to leave them out, but it reads them first: a third of a build.
    """
    return UNREAD.sub("", content)


def published(content):
    """The content of a page without the mark that only the search reads."""
    return content.replace(MARK, "")


def plain(text, most):
    """Text without markup, cut at a word; entities stay escaped, as the theme shows them."""
    words = " ".join(html.unescape(TAG.sub(" ", text)).split())
    if len(words) > most:
        words = words[:most].rpartition(" ")[0]
    return html.escape(words, quote=False)


def light(text):
    """The index as JSON text, without what results do not need."""
    index = json.loads(text)
    for doc in index["docs"]:
        section = "#" in doc["location"]
        doc["text"] = plain(doc["text"], MOST_OF_SECTION if section else MOST_OF_PAGE)
        if section:  # what readers ask leads to the page, once
            doc.pop("tags", None)
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))


def lighten(folder):
    """Make the search index of a built site light."""
    path = Path(folder) / "search/search_index.json"
    path.write_text(light(path.read_text(encoding="utf-8")), encoding="utf-8")
