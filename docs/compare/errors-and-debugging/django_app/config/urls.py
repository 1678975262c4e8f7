"""The root URLconf."""

# --8<-- [start:handlers]
from django.urls import path
from shop import views

handler404 = "shop.errors.not_found"
handler500 = "shop.errors.server_error"

urlpatterns = [
    path("orders/<int:number>/", views.order),
    path("api/orders/<int:number>/", views.order),
    path("crash/", views.crash),
    path("api/crash/", views.crash),
]
# --8<-- [end:handlers]
