"""The root URLconf."""

# --8<-- [start:urls]
from django.urls import include, path
from orders.ninja_api import api
from orders.views import OrderViewSet
from rest_framework.routers import DefaultRouter

router = DefaultRouter(trailing_slash=False)
router.register("orders", OrderViewSet)

urlpatterns = [
    path("api/<version>/", include(router.urls)),
    path("ninja/", api.urls),
]
# --8<-- [end:urls]
