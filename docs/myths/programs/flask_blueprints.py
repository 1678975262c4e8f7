"""One Flask project of two parts, one of them mounted twice."""

from flask import Blueprint, Flask, request

shop, blog = Blueprint("shop", __name__), Blueprint("blog", __name__)


@shop.get("/")
def basket():
    return "basket"


@blog.get("/")
def articles():
    return f"articles of {request.blueprint}"


app = Flask(__name__)
app.register_blueprint(shop, url_prefix="/shop")
app.register_blueprint(blog, url_prefix="/news", name="news")
app.register_blueprint(blog, url_prefix="/jobs", name="jobs")
for address in ("/shop/", "/news/", "/jobs/"):
    print(address, app.test_client().get(address).text)
