"""Prices from three slow suppliers, asked by Django."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import httpx
from asgiref.sync import sync_to_async
from django.conf import settings
from django.http import JsonResponse

sync_client = httpx.Client(timeout=30)
async_client = httpx.AsyncClient(timeout=30)
background = []


# --8<-- [start:view]
async def price(request):
    async with httpx.AsyncClient(timeout=30) as client:
        answers = await asyncio.gather(*(client.get(url) for url in settings.SUPPLIERS))
    return JsonResponse({"price": min(answer.json() for answer in answers)})


# --8<-- [end:view]
# --8<-- [start:threads]
def price_threads(request):
    with ThreadPoolExecutor() as pool:
        answers = list(pool.map(sync_client.get, settings.SUPPLIERS))
    return JsonResponse({"price": min(answer.json() for answer in answers)})


# --8<-- [end:threads]
# --8<-- [start:blocking]
def ask_in_turn():
    return min(sync_client.get(url).json() for url in settings.SUPPLIERS)


async def price_blocking(request):
    # Wrong: nobody else is served while this waits.
    return JsonResponse({"price": ask_in_turn()})


async def price_mended(request):
    return JsonResponse({"price": await sync_to_async(ask_in_turn)()})


# --8<-- [end:blocking]
def price_in_turn(request):
    return JsonResponse({"price": ask_in_turn()})


# --8<-- [start:shared]
async def price_shared_client(request):
    # Wrong under WSGI: the client's connections belong to the loop of an earlier request.
    answers = await asyncio.gather(*(async_client.get(url) for url in settings.SUPPLIERS))
    return JsonResponse({"price": min(answer.json() for answer in answers)})


# --8<-- [end:shared]
# --8<-- [start:background]
async def log_visit():
    await asyncio.sleep(0.2)


def note_end(task):
    background.append("cancelled" if task.cancelled() else "done")


async def visit(request):
    task = asyncio.create_task(log_visit())
    task.add_done_callback(note_end)
    return JsonResponse({"done": task.done()})


# --8<-- [end:background]
async def visits(request):
    return JsonResponse(background, safe=False)
