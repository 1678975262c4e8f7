"""The URLs of the shop."""

from django.urls import path

from . import mistakes, views

app_name = "shop"
urlpatterns = [
    path("products/", views.add, name="add"),
    path("products/<int:number>/", views.product, name="product"),
    path("mistakes/misspelt-column/", mistakes.misspelt_column),
    path("mistakes/misspelt-keyword/", mistakes.misspelt_keyword),
    path("mistakes/weight-that-may-be-none/", mistakes.weight_that_may_be_none),
    path("mistakes/misspelt-setting/", mistakes.misspelt_setting),
    path("mistakes/misspelt-route/", mistakes.misspelt_route),
    # --8<-- [start:mistakes]
    path("mistakes/number-as-text/<int:number>/", mistakes.number_as_text),
    # --8<-- [end:mistakes]
]
