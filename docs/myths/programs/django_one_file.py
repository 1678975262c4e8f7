"""A Django project that is this file: page, form and template."""

from django import conf, forms, http, setup, urls
from django.template import engines
from django.test import Client

TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates"}]
conf.settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["testserver"], TEMPLATES=TEMPLATES)
setup()
PAGE = "{% if form.is_valid %}welcome{% else %}refused: {{ form.age.value }}{% endif %}"


class AgeForm(forms.Form):
    age = forms.IntegerField(min_value=18)


def home(request):
    page = engines["django"].from_string(PAGE)
    return http.HttpResponse(page.render({"form": AgeForm(request.GET)}))


urlpatterns = [urls.path("", home)]
print(Client().get("/?age=18").text, "/", Client().get("/?age=17").text)
