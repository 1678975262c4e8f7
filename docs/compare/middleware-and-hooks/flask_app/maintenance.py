"""Answer before any view does, while a file says so."""

# --8<-- [start:maintenance]
from pathlib import Path

from flask import current_app


def check():
    if Path(current_app.config["DATA"], "maintenance").exists():
        return "Back soon", 503, {"Retry-After": "60"}
    return None


# --8<-- [end:maintenance]
