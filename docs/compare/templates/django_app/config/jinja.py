"""What Jinja templates can use under Django."""

# --8<-- [start:jinja]
from comments.templatetags.badges import badge
from jinja2 import Environment


def environment(**options):
    env = Environment(**options)
    env.filters["badge"] = badge
    return env


# --8<-- [end:jinja]
