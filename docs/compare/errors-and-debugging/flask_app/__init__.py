"""A shop whose errors are pages for visitors and JSON for its API."""

# --8<-- [start:logging]
from logging.config import dictConfig

from flask import Flask
from werkzeug.exceptions import HTTPException

from . import errors, request_id, views

dictConfig(
    {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"request_id": {"()": "flask_app.request_id.RequestID"}},
        "formatters": {"line": {"format": "%(levelname)s [%(request_id)s] %(message)s"}},
        "handlers": {
            "console": {
                "class": "logging.StreamHandler",
                "formatter": "line",
                "filters": ["request_id"],
            },
        },
        "root": {"level": "INFO", "handlers": ["console"]},
    }
)
# --8<-- [end:logging]


# --8<-- [start:app]
def create_app():
    app = Flask(__name__)
    app.before_request(request_id.begin)
    app.after_request(request_id.name)
    app.register_error_handler(HTTPException, errors.answer)
    app.register_blueprint(views.bp)
    # --8<-- [end:app]
    app.register_blueprint(views.old_api)
    return app


app = create_app()
