"""What the admin lets a customer see: without the mark of staff, and with it."""

import django
from django.conf import settings
from django.core.management import call_command
from django.test import RequestFactory
from django.utils.module_loading import import_string as load

settings.configure(
    ROOT_URLCONF=__name__,
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    INSTALLED_APPS=[f"django.contrib.{app}" for app in ("admin", "auth", "contenttypes")],
)
django.setup()
call_command("migrate", verbosity=0)
Permission, User = (load(f"django.contrib.auth.models.{name}") for name in ("Permission", "User"))
site = load("django.contrib.admin.site")
User.objects.create(username="ada")
bob = User.objects.create(username="bob", is_staff=True)
bob.user_permissions.add(Permission.objects.get(codename="view_user"))
request, users = RequestFactory().get("/admin/"), site.get_model_admin(User)
for request.user in User.objects.order_by("username"):
    print(f"{request.user} may enter:", site.has_permission(request))
print("bob may see the list:", users.has_view_permission(request))
print("bob's list holds:", *users.get_queryset(request).order_by("username"))
