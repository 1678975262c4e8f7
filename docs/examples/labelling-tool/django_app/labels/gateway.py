"""Who comes in: whom the gateway names, if the lead has let them in."""

# --8<-- [start:who]
from django.contrib.auth.backends import RemoteUserBackend
from django.contrib.auth.middleware import RemoteUserMiddleware


class GatewayMiddleware(RemoteUserMiddleware):
    """The gateway signs people in, and strips this header from what comes from outside."""

    header = "HTTP_X_REMOTE_USER"


class GatewayBackend(RemoteUserBackend):
    create_unknown_user = False


# --8<-- [end:who]
