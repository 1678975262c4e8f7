"""The page for which all of this was once begun."""

import datetime as dt

from django.shortcuts import render

from .models import Lift
from .rules import is_overdue


def overdue(request):
    lifts = Lift.objects.order_by("number").prefetch_related("inspection_set")
    late = [
        lift
        for lift in lifts
        if is_overdue(
            lift.every_days,
            [i.done_on for i in lift.inspection_set.all() if i.passed],
            dt.date.today(),
        )
    ]
    return render(request, "lifts/overdue.html", {"lifts": late})
