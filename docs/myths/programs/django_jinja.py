"""A Jinja template in Django, with what Django's own language refuses."""

import django
from django.conf import settings
from django.template import TemplateSyntaxError, engines

BACKENDS = "django.DjangoTemplates", "jinja2.Jinja2"
settings.configure(TEMPLATES=[{"BACKEND": f"django.template.backends.{b}"} for b in BACKENDS])
django.setup()
for name in ("jinja2", "django"):
    try:
        template = engines[name].from_string("{{ name.upper() }} {{ 6 * 7 }} {{ name }}")
        print(f"{name}:", template.render({"name": "<ada"}))
    except TemplateSyntaxError as error:
        print(f"{name}:", type(error).__name__)
