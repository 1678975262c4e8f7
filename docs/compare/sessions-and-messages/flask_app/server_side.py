"""The same app with its sessions on the server, by Flask-Session and cachelib."""

import os

# --8<-- [start:server]
from cachelib import FileSystemCache
from flask_session import Session

from . import create_app

app = create_app()
folder = os.path.join(os.environ.get("APP_DATA", app.instance_path), "sessions")
app.config.from_mapping(
    SESSION_TYPE="cachelib",  # or "redis", with SESSION_REDIS
    SESSION_CACHELIB=FileSystemCache(folder, threshold=0),  # 0: no limit
    SESSION_PERMANENT=False,
)
Session(app)
# --8<-- [end:server]
