"""Django with a page, a form field and a session, and no database."""

from django import conf, db, forms, http, urls
from django.test import Client

conf.settings.configure(
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["testserver"],
    SECRET_KEY="for this program",
    MIDDLEWARE=["django.contrib.sessions.middleware.SessionMiddleware"],
    SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies",
)


def home(request):
    name = forms.CharField(max_length=9).clean(request.GET.get("name", "you"))
    return http.HttpResponse(f"hello, {request.session.setdefault('name', name)}")


urlpatterns, visitor = [urls.path("", home)], Client()
print("first visit:", visitor.get("/?name=ada").text)
print("second visit:", visitor.get("/").text)
print("database:", db.connection.settings_dict["ENGINE"])
