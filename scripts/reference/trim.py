"""Leave out of the theme's style sheet what no page of this site can use."""

import re
from pathlib import Path

CLASS = re.compile(r"\.([\w-]+)")
CLASSES = re.compile(r'class="([^"]*)"')
NEGATED = re.compile(r":(?:not|is|where|has)\([^()]*(?:\([^()]*\))?[^()]*\)")
COMMA = re.compile(r",(?![^()]*\))")
BRACE = re.compile(r"[{}]|\"[^\"]*\"|'[^']*'")
VARIABLE = re.compile(r"(?<=[{;])(--[\w-]+):(?:\"[^\"]*\"|'[^']*'|[^;}\"'])*;?")
USED_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
WORD = re.compile(r"[\w-]+")
EMPTY = re.compile(r"(?<![^{}])[^{}]*\{\}")


def classes(html):
    """The class names of a page."""
    return {name for names in set(CLASSES.findall(html)) for name in names.split()}


def rules(css):
    """The rules of minified CSS as (selector or at-rule, body) pairs."""
    start = 0
    while (opened := css.find("{", start)) >= 0:
        depth, end = 1, opened + 1
        while depth:
            found = BRACE.search(css, end)
            depth += {"{": 1, "}": -1}.get(found[0], 0)
            end = found.end()
        yield css[start:opened], css[opened + 1 : end - 1]
        start = end


def selected(css, possible):
    """The rules whose selectors name only classes that `possible` holds for."""
    for head, body in rules(css):
        if head.startswith(("@media", "@supports")):
            body = "".join(selected(body, possible))
        elif not head.startswith("@"):
            parts = COMMA.split(head)
            head = ",".join(
                part for part in parts if all(map(possible, CLASS.findall(NEGATED.sub("", part))))
            )
        if head and body:
            yield f"{head}{{{body}}}"


def trim(css, used, scripts, others):
    """Minified CSS without rules for classes that are neither `used` nor named in `scripts`.

    Custom properties that neither it nor `others` (the site's own CSS) reads go too.
    """
    used = used | set(WORD.findall(scripts))
    css = "".join(selected(css, used.__contains__))
    read = used | set(USED_VARIABLE.findall(css + others))

    def kept(found):
        return found[0] if found[1] in read else ""

    return EMPTY.sub("", VARIABLE.sub(kept, css))


def trim_site(folder):
    """Trim the theme's style sheet of a built site to what its pages and scripts use."""

    def text(pattern):
        return [path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob(pattern))]

    (theme,) = Path(folder).glob("assets/stylesheets/main.*.css")
    css = theme.read_text(encoding="utf-8")
    used = set().union(*map(classes, text("**/*.html")))
    own = "".join(other for other in text("assets/stylesheets/*.css") if other != css)
    scripts = "".join(text("assets/javascripts/*.js"))
    theme.write_text(trim(css, used, scripts, own), encoding="utf-8")
