"""Pages as an older tutorial would write them."""

# --8<-- [start:before]
import flask

from .models import Product

pages = flask.Blueprint("before", __name__)


@pages.get("/<int:key>/")
def detail(key):
    product = Product.query.get_or_404(key)  # SQLAlchemy calls this legacy
    return {"name": product.name, "version": flask.__version__}  # gone in Flask 3.2


# --8<-- [end:before]
