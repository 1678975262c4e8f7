"""The endpoints, from one of two modules, as far as STEP says."""

from django.urls import path
from shared import grown

if grown("orm"):
    from books import full as views
else:
    from books import bare as views

urlpatterns = [path(name, view) for name, view in views.ENDPOINTS.items()]
handler404 = views.not_here
