"""Two ways to let in only who sends the key."""

# --8<-- [start:decorator]
from functools import wraps

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.utils.crypto import constant_time_compare


def key_required(view):
    @wraps(view)
    def checked(request, *args, **kwargs):
        if not constant_time_compare(request.headers.get("X-Key", ""), settings.API_KEY):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return checked


# --8<-- [end:decorator]
# --8<-- [start:mixin]
class KeyRequiredMixin:
    def dispatch(self, request, *args, **kwargs):
        return key_required(super().dispatch)(request, *args, **kwargs)


# --8<-- [end:mixin]
