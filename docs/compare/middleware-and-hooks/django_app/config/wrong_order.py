"""The mistake: a middleware that answers stands outside one that should see every response."""

from .settings import *  # noqa: F403

# --8<-- [start:mistake]
MIDDLEWARE = [
    "shop.middleware.maintenance",  # answers with 503, so…
    "shop.middleware.timing",  # …this never sees the response
]
# --8<-- [end:mistake]
