"""Make the theme's search index light: each section keeps its first words, without markup."""

import html
import json
import re

TAG = re.compile(r"<[^>]+>")
MOST_CHARACTERS = 320


def plain(text):
    """Text without markup, cut at a word; entities stay escaped, as the theme shows them."""
    words = " ".join(html.unescape(TAG.sub(" ", text)).split())
    if len(words) > MOST_CHARACTERS:
        words = words[:MOST_CHARACTERS].rpartition(" ")[0]
    return html.escape(words, quote=False)


def light(text):
    """The index as JSON text, without what results do not need."""
    index = json.loads(text)
    for doc in index["docs"]:
        doc["text"] = plain(doc["text"])
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))
