"""A SQLAlchemy model in Django: in a view, and in a form made from a model."""

import sqlalchemy as sa
from django import conf, forms, http, test, urls
from sqlalchemy.orm import Session, registry

conf.settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["testserver"])
engine, Note = sa.create_engine("sqlite:///notes.sqlite3"), type("Note", (), {})
table = sa.Table("note", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True))
registry().map_imperatively(Note, table)
table.metadata.create_all(engine)


def home(request):
    with Session(engine) as session, session.begin():
        session.add(Note())
        return http.HttpResponse(session.scalar(sa.select(sa.func.count(table.c.id))))


urlpatterns, visitor = [urls.path("", home)], test.Client()
print("notes in a view:", visitor.get("/").text, visitor.get("/").text)
try:
    forms.modelform_factory(Note, fields="__all__")
except AttributeError as error:
    print("a form from the model:", type(error).__name__)
