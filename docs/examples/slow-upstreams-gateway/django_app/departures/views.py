"""One address for the departures of several slow operators, on Django."""

# --8<-- [start:gateway]
import asyncio
import datetime as dt

import httpx
from django.conf import settings
from django.http import JsonResponse

# Under ASGI all requests share one event loop, so they can share a client.
http = httpx.AsyncClient(timeout=None, limits=httpx.Limits(max_connections=None))


def read(answer):
    """What an operator sent, as the app shows it; an error if it is anything else."""
    return [
        {"line": one["line"], "at": f"{dt.time.fromisoformat(one['at']):%H:%M}"}
        for one in answer.raise_for_status().json()
    ]


async def ask(name, stop):
    url, seconds = settings.OPERATORS[name]
    try:
        async with asyncio.timeout(seconds):
            answer = await http.get(url, params={"stop": stop})
        return read(answer)
    except (TimeoutError, httpx.HTTPError, ValueError, LookupError, TypeError):
        return None


async def departures(request, stop):
    operators = settings.OPERATORS
    answers = await asyncio.gather(*(ask(name, stop) for name in operators))
    found = [one for answer in answers if answer is not None for one in answer]
    missing = [name for name, answer in zip(operators, answers, strict=True) if answer is None]
    body = {"departures": sorted(found, key=lambda one: one["at"]), "missing": missing}
    return JsonResponse(body, status=504 if len(missing) == len(operators) else 200)


# --8<-- [end:gateway]
