"""Filters for the templates."""

# --8<-- [start:filter]
from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

register = template.Library()


@register.filter
def badge(name):
    initials = "".join(word[0] for word in name.split())
    return format_html('<abbr title="{}">{}</abbr>', name, initials)


# --8<-- [end:filter]
# --8<-- [start:careless]
@register.filter
def badge_careless(name):
    return mark_safe(f'<abbr title="{name}">?</abbr>')  # marks what a visitor wrote as safe


# --8<-- [end:careless]
