"""Read the archive."""

from django.db import connections
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from .models import Invoice


# --8<-- [start:composite]
@require_safe
def invoice(request, year, number):
    found = get_object_or_404(Invoice, pk=(year, number))
    paid = sum(payment.cents for payment in found.payments.all())
    return JsonResponse({"customer": found.customer, "paid": paid})


# --8<-- [end:composite]
# --8<-- [start:raw]
@require_safe
def totals(request):
    sql = """
        SELECT year, SUM(cents) FROM invoice JOIN payment USING (year, number)
        WHERE customer = %(customer)s GROUP BY year ORDER BY year
    """
    with connections["archive"].cursor() as cursor:
        cursor.execute(sql, request.GET.dict())
        return JsonResponse({str(year): cents for year, cents in cursor})


# --8<-- [end:raw]
