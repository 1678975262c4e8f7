"""The same app, mended: it needs Flask 2.2 or newer."""

from flask import Flask

app = Flask(__name__)

# --8<-- [start:start]
words = []


def load():
    words.append("loaded")


with app.app_context():  # at the end of create_app()
    load()


# --8<-- [end:start]
# --8<-- [start:escape]
from markupsafe import Markup, escape  # noqa: E402

hello = Markup("<b>%s</b>") % escape("<Ada>")
# --8<-- [end:escape]
# --8<-- [start:encoder]
from decimal import Decimal  # noqa: E402

from flask.json import dumps  # noqa: E402
from flask.json.provider import DefaultJSONProvider  # noqa: E402


class Prices(DefaultJSONProvider):
    @staticmethod
    def default(value):
        return str(value) if isinstance(value, Decimal) else DefaultJSONProvider.default(value)


app.json = Prices(app)
with app.app_context():
    price = dumps(Decimal("1.50"))
# --8<-- [end:encoder]
# --8<-- [start:order]
app.json.sort_keys = False


@app.route("/order")
def order():
    return {"name": "Drill", "id": 1}


# --8<-- [end:order]
# --8<-- [start:file]
from io import BytesIO  # noqa: E402

from flask import send_file  # noqa: E402

with app.test_request_context():
    report = send_file(BytesIO(b"x"), mimetype="text/csv", download_name="report.csv")
# --8<-- [end:file]
# --8<-- [start:join]
from werkzeug.utils import safe_join  # noqa: E402


def place(name):
    return safe_join("uploads", name) or "404"  # outside the folder it is None


places = [place("a.txt"), place("../x")]
# --8<-- [end:join]
# --8<-- [start:quote]
from urllib.parse import quote  # noqa: E402

quoted = quote("a b")
# --8<-- [end:quote]
# --8<-- [start:stack]
from flask import has_request_context  # noqa: E402

inside_a_request = has_request_context()
# --8<-- [end:stack]
# --8<-- [start:env]
mode = "development" if app.debug else "production"
# --8<-- [end:env]
# --8<-- [start:form]
from flask import request  # noqa: E402

app.config["MAX_FORM_MEMORY_SIZE"] = 2_000_000


@app.route("/form", methods=["POST"])
def form():
    return str(len(request.form["text"]))


# --8<-- [end:form]
# --8<-- [start:version]
from importlib.metadata import version as version_of  # noqa: E402

version = version_of("flask")
# --8<-- [end:version]
