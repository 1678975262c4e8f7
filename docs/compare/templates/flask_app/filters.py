"""Filters for the templates."""

# --8<-- [start:filter]
from flask import Blueprint
from markupsafe import Markup

badges = Blueprint("badges", __name__)


@badges.app_template_filter()
def badge(name):
    initials = "".join(word[0] for word in name.split())
    return Markup('<abbr title="{}">{}</abbr>').format(name, initials)


# --8<-- [end:filter]
# --8<-- [start:careless]
@badges.app_template_filter()
def badge_careless(name):
    return Markup(f'<abbr title="{name}">?</abbr>')  # marks what a visitor wrote as safe


# --8<-- [end:careless]
