"""The settings that logs, traces and metrics need; a new project has more."""

import os

import structlog

SECRET_KEY = "for this example only"
DEBUG = os.environ.get("DEBUG") == "1"
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "testserver"]
ROOT_URLCONF = "config.urls"
# --8<-- [start:middleware]
MIDDLEWARE = [
    "shop.logs.bind",
    "shop.metrics.count",
    "django.middleware.common.CommonMiddleware",
]
# --8<-- [end:middleware]

# --8<-- [start:config]
SHARED = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso"),
    structlog.processors.format_exc_info,
]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": structlog.stdlib.ProcessorFormatter,
            "foreign_pre_chain": SHARED,  # lines that did not come from structlog
            "processors": [
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # --8<-- [end:config]
    # --8<-- [start:once]
    # Django's logger has handlers of its own: without this, a line comes twice with DEBUG on.
    "loggers": {"django": {"handlers": [], "level": "INFO"}},
    # --8<-- [end:once]
    # --8<-- [start:structlog]
}
structlog.configure(
    processors=[*SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
    logger_factory=structlog.stdlib.LoggerFactory(),
)
# --8<-- [end:structlog]
