"""What the admin lets a customer see: without the mark of staff, and with it."""

import django
from django.conf import settings
from django.test import RequestFactory
from django.utils.module_loading import import_string as load

settings.configure(
    ROOT_URLCONF=__name__,
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    INSTALLED_APPS=[f"django.contrib.{app}" for app in ("admin", "auth", "contenttypes")],
)
django.setup()
User, site = load("django.contrib.auth.models.User"), load("django.contrib.admin.site")
with django.db.connection.schema_editor() as editor:
    editor.create_model(User)
User.objects.create(username="ada")
User.objects.create(username="bob", is_staff=True)
request = RequestFactory().get("/admin/")
for request.user in User.objects.order_by("username"):
    print(f"{request.user} may enter:", site.has_permission(request))
print("bob's list holds:", *site.get_model_admin(User).get_queryset(request).order_by("username"))
