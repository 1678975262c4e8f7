"""Stock levels for partners, read from tables that the warehouse system owns."""

import os
from hashlib import sha256
from pathlib import Path

from flask import Flask, abort, json, request
from sqlalchemy import MetaData, Table, create_engine, func, select
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import HTTPException, Unauthorized

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent)).resolve()

# --8<-- [start:tables]
warehouse = (DATA / "warehouse.sqlite3").as_uri()
engine = create_engine(f"sqlite:///{warehouse}?mode=ro&uri=true")  # read-only
metadata = MetaData()
article = Table("wh_article", metadata, autoload_with=engine)
bins = Table("wh_bin", metadata, autoload_with=engine)

available = func.coalesce(func.sum(bins.c.quantity - bins.c.reserved), 0)
shown = [article.c.sku, article.c.title, article.c.counted_on]
levels = (
    select(*shown, available.label("available"))
    .select_from(article.outerjoin(bins))
    .group_by(*shown)
    .order_by(article.c.sku)
)
# --8<-- [end:tables]

app = Flask(__name__)


# --8<-- [start:key]
@app.before_request
def require_key():
    sent = request.authorization
    key = sent.token if sent and sent.type == "bearer" else ""
    file = DATA / "partners.json"
    partners = json.loads(file.read_text()) if file.exists() else {}
    if sha256(key.encode()).hexdigest() not in partners:
        raise Unauthorized("Send your key.", www_authenticate=WWWAuthenticate("bearer"))


@app.errorhandler(HTTPException)
def say_it_in_json(error):
    response = error.get_response()
    response.data = json.dumps({"error": error.description})
    response.content_type = "application/json"
    return response


# --8<-- [end:key]
# --8<-- [start:endpoints]
def rows(query):
    with engine.connect() as connection:
        found = connection.execute(query).mappings()
        return [{**row, "counted_on": row["counted_on"].isoformat()} for row in found]


@app.get("/stock")
def stock():
    words = request.args.get("q", "")
    return rows(levels.where(article.c.title.icontains(words, autoescape=True)))


@app.get("/stock/below/<int:limit>")
def stock_below(limit):
    return rows(levels.having(available < limit))


@app.get("/stock/<sku>")
def stock_of(sku):
    found = rows(levels.where(article.c.sku == sku))
    return found[0] if found else abort(404, f"No article {sku}.")


# --8<-- [end:endpoints]
