"""Articles by year and slug, routed by Flask."""

from flask import Blueprint, Flask, redirect, url_for
from werkzeug.routing import BaseConverter


# --8<-- [start:converter]
class YearConverter(BaseConverter):
    regex = r"[12][0-9]{3}"
    weight = 50  # tried before plain text, whose weight is 100

    def to_python(self, value):
        return int(value)


# --8<-- [end:converter]

# --8<-- [start:route]
articles = Blueprint("articles", __name__, url_prefix="/articles")


@articles.get("/")
def index():
    return "All articles"


@articles.get("/<slug>/")
def detail(slug):
    return f"Article {slug}"


@articles.get("/new/")
def new():
    return "Write an article"


@articles.get("/<year:year>/")
def archive(year):
    return f"Articles of {year}"


# --8<-- [end:route]
# --8<-- [start:methods]
@articles.post("/")
def create():
    return redirect(url_for("articles.archive", year=2026))


# --8<-- [end:methods]
@articles.get("/files/<path:name>")
def file(name):
    return f"File {name}"


# --8<-- [start:include]
def create_app():
    app = Flask(__name__)
    app.url_map.converters["year"] = YearConverter
    app.register_blueprint(articles)
    return app


app = create_app()
# --8<-- [end:include]
