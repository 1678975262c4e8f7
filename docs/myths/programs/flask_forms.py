"""What Flask does with a form, and what it leaves to you."""

import flask

app = flask.Flask(__name__)


@app.post("/")
def order():
    return f"pieces: {flask.request.form['pieces']}"


print("names in Flask with form:", sum("form" in name.lower() for name in dir(flask)))
for pieces in ("7", "minus seven"):
    print(app.test_client().post("/", data={"pieces": pieces}).text)
