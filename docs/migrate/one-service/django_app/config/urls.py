"""The shop: accounts, orders, and tracking as long as it is here."""

from django.contrib.auth import views as auth
from django.urls import path
from shop.views import order
from tracking.views import parcel

urlpatterns = [
    path("login/", auth.LoginView.as_view()),
    path("logout/", auth.LogoutView.as_view(next_page="/login/")),
    path("orders/<str:number>/", order),
    path("tracking/<str:number>/", parcel),
]
