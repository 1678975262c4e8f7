"""The page and its download."""

# --8<-- [start:views]
import datetime as dt

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from sources import board, download


@require_safe
def page(request):
    return render(request, "figures/board.html", board(dt.date.today()))


@require_safe
def table(request):
    headers = {"Content-Disposition": "attachment; filename=board.csv"}
    response = HttpResponse(content_type="text/csv; charset=utf-8", headers=headers)
    download(board(dt.date.today())["rows"], response)
    return response


# --8<-- [end:views]
