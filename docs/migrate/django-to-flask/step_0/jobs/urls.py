"""The URLs of the job book."""

from django.urls import path

from . import api, views

urlpatterns = [
    path("jobs/", views.job_list, name="job_list"),
    path("jobs/new/", views.job_new, name="job_new"),
    path("jobs/<int:id>/", views.job_detail, name="job_detail"),
    path("jobs/<int:id>/note/", views.job_note, name="job_note"),
    path("jobs/<int:id>/state/", views.job_state, name="job_state"),
    path("jobs/<int:id>/part/", views.job_part, name="job_part"),
    path("jobs/<int:id>/photo/", views.job_photo, name="job_photo"),
    path("photos/<int:id>/", views.photo, name="photo"),
    path("tools/", views.tool_list, name="tool_list"),
    path("tools/new/", views.tool_edit, name="tool_new"),
    path("tools/<int:id>/", views.tool_detail, name="tool_detail"),
    path("tools/<int:id>/edit/", views.tool_edit, name="tool_edit"),
    path("tools/<int:id>/delete/", views.tool_delete, name="tool_delete"),
    path("parts/", views.part_list, name="part_list"),
    path("parts/new/", views.part_new, name="part_new"),
    path("parts/<int:id>/delete/", views.part_delete, name="part_delete"),
    path("api/parts/", api.parts),
    path("api/jobs/", api.jobs),
    path("api/jobs/<int:id>/", api.job),
]
