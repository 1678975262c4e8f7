"""What whoever holds Flask's session cookie can do with it."""

import base64

from flask import Flask, session

app = Flask(__name__)
app.secret_key = "nobody knows this"


@app.get("/")
def home():
    session.setdefault("plan", "free")
    return session["plan"]


visitor = app.test_client()
visitor.get("/")
body, rest = visitor.get_cookie("session").value.split(".", 1)
print("read without the key:", base64.urlsafe_b64decode(body + "==").decode())
forged = base64.urlsafe_b64encode(b'{"plan":"gold"}').decode().rstrip("=")
visitor.set_cookie("session", f"{forged}.{rest}")
print("after a change of the cookie, the plan is:", visitor.get("/").text)
