"""What a page says of itself to programs: JSON-LD and Open Graph."""

import html
import json

from reference.library import MYTHS
from reference.models import LINK
from reference.published import url

CARD = "assets/images/card.png"


def node(library, page):
    """The page as a schema.org node."""
    meta = library.pages[page]
    base = {"name": meta["title"], "description": meta["description"]}
    if page == MYTHS:
        asked = [
            {
                "@type": "Question",
                "name": f"Is it true? {myth.says}",
                "acceptedAnswer": {"@type": "Answer", "text": LINK.sub(r"\1", myth.short)},
            }
            for myth in library.myths.values()
        ]
        return {"@type": "FAQPage", **base, "mainEntity": asked}
    if page.startswith(("compare/", "examples/", "frameworks/", "migrate/")):
        dated = {"dateModified": library.versions.checked.isoformat()}
        return {"@type": "TechArticle", "headline": meta["title"], **base, **dated}
    return {"@type": "WebPage", **base}


def head(library, page, site_url, card):
    """The tags for a page's head; addresses that must be absolute only where the site has one."""
    meta = library.pages[page]
    tags = [
        f'<meta property="og:title" content="{html.escape(str(meta["title"]))}">',
        f'<meta property="og:description" content="{html.escape(str(meta["description"]))}">',
        '<meta property="og:type" content="website">',
    ]
    # No <link rel="alternate"> to the twin: the theme takes each for a translation of the site.
    twin = {"@type": "MediaObject", "encodingFormat": "text/markdown", "contentUrl": "index.md"}
    data = {"@context": "https://schema.org", **node(library, page), "encoding": twin}
    if site_url:
        site = site_url.rstrip("/") + "/"
        data["url"] = site + url(page)
        tags += [
            f'<meta property="og:url" content="{site}{url(page)}">',
            f'<meta property="og:image" content="{site}{card}">',
            '<meta name="twitter:card" content="summary_large_image">',
        ]
    text = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
    return "".join([*tags, f'<script type="application/ld+json">{text}</script>'])
