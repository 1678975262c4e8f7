"""What templates may ask about one note."""

# --8<-- [start:filter]
from django import template

register = template.Library()


@register.filter
def may_change(user, note):
    return user.has_perm("notes.change_note", note)


# --8<-- [end:filter]
