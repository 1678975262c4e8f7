"""A page of comments, one of them hostile, with Jinja."""

from flask import Flask, render_template, render_template_string
from jinja2_fragments.flask import render_block

from .filters import badges


def create_app():
    app = Flask(__name__)
    app.register_blueprint(badges)

    comments = [
        {"author": "Ada Lovelace", "text": "Loops & cards"},
        {"author": 'Eve" onclick="alert(1)', "text": "<script>alert(2)</script>"},
    ]
    attack = {"word": "x onclick=alert(3)", "link": "javascript:alert(4)"}

    # --8<-- [start:views]
    @app.get("/")
    def page():
        return render_template("page.html", comments=comments)

    @app.get("/comments/")
    def fragment():
        return render_template("_comments.html", comments=comments)

    # --8<-- [end:views]
    # --8<-- [start:partial]
    @app.get("/board/")
    def board():
        return render_template("board.html", comments=comments)

    @app.get("/partial/")
    def partial():
        return render_block("board.html", "rows", comments=comments)

    # --8<-- [end:partial]
    @app.get("/mail/")
    def mail():
        text = render_template("mail.txt", comments=comments)
        return text, {"Content-Type": "text/plain"}

    @app.get("/page-open/")
    def page_open():
        return render_template("page.html.j2", comments=comments)

    @app.get("/careless/")
    def careless():
        return render_template("careless.html", comments=comments, **attack)

    # --8<-- [start:string]
    @app.get("/string/")
    def string():
        return render_template_string("<p>{{ comment.text }}</p>", comment=comments[1])

    # --8<-- [end:string]
    return app


app = create_app()
