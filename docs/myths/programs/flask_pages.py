"""A page that Flask makes anew for each request."""

from flask import Flask, render_template_string, request

app = Flask(__name__)


@app.get("/")
def basket():
    text = "<ul>{% for thing in things %}<li>{{ thing }}</li>{% endfor %}</ul>"
    return render_template_string(text, things=request.args.getlist("thing"))


for address in ("/?thing=tea", "/?thing=bread&thing=jam"):
    print(app.test_client().get(address).text)
