"""The same templates given to Django's language and to Jinja."""

import sys

from django.template import Context, Engine, TemplateSyntaxError

print("Django's engine has loaded Jinja:", "jinja2" in sys.modules)

import jinja2  # noqa: E402

TEXTS = "{{ name }}", "{% if name %}yes{% endif %}", "{{ name.upper() }}", '{{ gone|default:"no" }}'
for text in TEXTS:
    try:
        django = Engine().from_string(text).render(Context({"name": "ada"}))
    except TemplateSyntaxError:
        django = "refused"
    try:
        jinja = jinja2.Environment().from_string(text).render(name="ada")
    except jinja2.TemplateSyntaxError:
        jinja = "refused"
    print(f"{text}  Django: {django}  Jinja: {jinja}")
