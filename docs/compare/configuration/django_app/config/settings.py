"""The settings of the shop; a new project has more."""

# --8<-- [start:settings]
from environs import FileAwareEnv, validate

# Reports all wrong values at once; SHOP_SECRET_KEY_FILE may name a file that holds the key.
env = FileAwareEnv(eager=False, prefix="SHOP_", strip_whitespace=True)

SECRET_KEY = env.str("SECRET_KEY", validate=validate.Length(min=32))
PAGE_SIZE = env.int("PAGE_SIZE", 20, validate=validate.Range(min=1))
SHOW_PRICES = env.bool("SHOW_PRICES", False)

env.seal()  # raises if a value is wrong or missing
# --8<-- [end:settings]
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "config.urls"
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
