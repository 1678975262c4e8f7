"""Function calls for one plain page, as multiples of Flask's, to the nearest quarter."""

import re
import sys
from pathlib import Path

from django import conf, http, setup, urls
from django.core.handlers.wsgi import WSGIHandler
from flask import Flask
from werkzeug.test import create_environ, run_wsgi_app

NEW = Path(conf.__file__).with_name("project_template") / "project_name/settings.py-tpl"
APPS = [f"django.contrib.{app}" for app in ("auth", "contenttypes", "messages", "sessions")]
conf.settings.configure(ROOT_URLCONF=__name__, SECRET_KEY="x", INSTALLED_APPS=APPS, DEBUG=True)
urlpatterns, app, calls = [urls.path("", lambda _: http.HttpResponse("Hello"))], Flask("app"), []
app.get("/")(lambda: "Hello")
setup()
plain, conf.settings.MIDDLEWARE = WSGIHandler(), re.findall(r"django\.\S+ware", NEW.read_text())
for name, page in ("Flask", app), ("Django, plain", plain), ("Django, new", WSGIHandler()):
    status, environ = run_wsgi_app(page, create_environ("/"))[1], create_environ("/")
    sys.setprofile(lambda frame, event, arg, name=name: event == "call" and calls.append(name))
    run_wsgi_app(page, environ)
    sys.setprofile(None)
    print(f"{name}: {status}, {round(4 * calls.count(name) / calls.count('Flask')) / 4}")
