"""A page of comments, one of them hostile, with Django's templates and with Jinja."""

from django.http import HttpResponse
from django.shortcuts import render
from django.template import Context, Template

COMMENTS = [
    {"author": "Ada Lovelace", "text": "Loops & cards"},
    {"author": 'Eve" onclick="alert(1)', "text": "<script>alert(2)</script>"},
]
ATTACK = {"word": "x onclick=alert(3)", "link": "javascript:alert(4)"}


# --8<-- [start:views]
def page(request):
    return render(request, "comments/page.html", {"comments": COMMENTS})


def fragment(request):
    return render(request, "comments/_comments.html", {"comments": COMMENTS})


# --8<-- [end:views]
# --8<-- [start:partial]
def board(request):
    return render(request, "comments/board.html", {"comments": COMMENTS})


def partial(request):
    return render(request, "comments/board.html#rows", {"comments": COMMENTS})


# --8<-- [end:partial]
# --8<-- [start:jinja]
def jinja(request):
    return render(request, "comments/page.jinja", {"comments": COMMENTS})


# --8<-- [end:jinja]
def mail(request):
    return render(request, "comments/mail.txt", {"comments": COMMENTS}, "text/plain")


def mail_escaped(request):
    return render(request, "comments/mail_escaped.txt", {"comments": COMMENTS}, "text/plain")


def careless(request):
    return render(request, "comments/careless.html", {"comments": COMMENTS, **ATTACK})


# --8<-- [start:string]
def string(request):
    template = Template("<p>{{ comment.text }}</p>")
    return HttpResponse(template.render(Context({"comment": COMMENTS[1]})))


# --8<-- [end:string]
