"""The Content-Security-Policy of a page: this site only, and no inline script but its own."""

import base64
import hashlib
import re

SCRIPT = re.compile(r"<script(?![^>]*(?:\ssrc=|application/))[^>]*>(.*?)</script>", re.S)
HEAD = '<meta charset="utf-8">'
ALWAYS = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)


def source(script):
    """The source expression that allows exactly this inline script."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def policy(html):
    """The policy that a page needs, from the inline scripts in it."""
    allowed = dict.fromkeys(source(script) for script in SCRIPT.findall(html))
    return "; ".join([f"script-src 'self' {' '.join(allowed)}".strip(), *ALWAYS])


def add(html):
    """The page with its policy as the first thing that a browser reads."""
    metas = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy(html)}">'
        '<meta name="referrer" content="same-origin">'
    )
    return html.replace(HEAD, HEAD + metas, 1)
