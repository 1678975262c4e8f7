"""The settings of the server: the key comes from the environment."""

import os

from .settings import *  # noqa: F403

# --8<-- [start:production]
SECRET_KEY = os.environ["SECRET_KEY"]
# --8<-- [end:production]
