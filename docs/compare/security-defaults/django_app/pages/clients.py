"""Who is asking, when one proxy stands in front."""


# --8<-- [start:address]
def address(request):
    passed_on = request.headers.get("X-Forwarded-For", request.META["REMOTE_ADDR"])
    return passed_on.rsplit(",", 1)[-1].strip()


# --8<-- [end:address]
