"""On the server: what is missing in the environment stops the start."""

# --8<-- [start:production]
import os

from .base import *  # noqa: F403

SECRET_KEY = os.environ["SECRET_KEY"]
ALLOWED_HOSTS = os.environ["HOSTS"].split(",")
# --8<-- [end:production]
