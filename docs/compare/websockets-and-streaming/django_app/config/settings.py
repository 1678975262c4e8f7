"""The settings that live connections need; a new project has more."""

import os

SECRET_KEY = "for this example only"
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "config.urls"
MODEL = os.environ.get("MODEL", "http://127.0.0.1:9000")
# --8<-- [start:layer]
INSTALLED_APPS = ["channels", "chat"]
REDIS = {
    "BACKEND": "channels_redis.core.RedisChannelLayer",
    "CONFIG": {"hosts": [os.environ.get("REDIS_URL")]},
}
MEMORY = {"BACKEND": "channels.layers.InMemoryChannelLayer"}
CHANNEL_LAYERS = {"default": REDIS if "REDIS_URL" in os.environ else MEMORY}
# --8<-- [end:layer]
