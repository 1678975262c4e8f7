"""Django with Jinja for templates, a cookie for sessions and no database."""

from django import conf, db, http, setup, urls
from django.template import engines
from django.test import Client

conf.settings.configure(
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["testserver"],
    SECRET_KEY="for this program",
    MIDDLEWARE=["django.contrib.sessions.middleware.SessionMiddleware"],
    SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies",
    TEMPLATES=[{"BACKEND": "django.template.backends.jinja2.Jinja2"}],
)
setup()


def home(request):
    request.session["visits"] = request.session.get("visits", 0) + 1
    page = engines["jinja2"].from_string("visit {{ session.get('visits') + 0 }}")
    return http.HttpResponse(page.render({"session": request.session}))


urlpatterns, visitor = [urls.path("", home)], Client()
print(visitor.get("/").text, "/", visitor.get("/").text, "/ database:", db.connection.vendor)
