"""The river on Pyramid: declared views, found by what a request is like."""

# --8<-- [start:app]
import river
from pyramid.config import Configurator
from pyramid.response import Response
from pyramid.view import exception_view_config, view_config


@view_config(route_name="levels", request_method="GET", renderer="json")
def read(request):
    last = river.how_many(request.GET.get("last", "24"))
    return list(river.levels)[-last:]


@view_config(route_name="levels", request_method="POST", renderer="json")
def report(request):  # in real life, check first who reports
    level = river.metres(request.body)
    river.levels.append(level)
    request.response.status = 201
    return {"metres": level}


@view_config(route_name="now", accept="text/html")
def page(request):
    return Response(f"<!doctype html><title>River</title><h1>{river.levels[-1]} m</h1>")


@view_config(route_name="now", accept="application/json", renderer="json")
def level(request):  # the same address, for a program
    return {"metres": river.levels[-1]}


@exception_view_config(river.Refused, renderer="json")
def refuse(error, request):
    request.response.status = 400
    return {"error": str(error)}


with Configurator() as config:
    config.add_route("levels", "/levels")
    config.add_route("now", "/")
    config.scan(__name__)
    app = config.make_wsgi_app()
# --8<-- [end:app]
