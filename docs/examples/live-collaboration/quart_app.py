"""The live part beside a back office on Flask: it reads the cookie that Flask has signed."""

# --8<-- [start:live]
import json
import os
from asyncio import Lock, gather, to_thread
from collections import defaultdict
from urllib.parse import urlsplit

import tables
from quart import Quart, abort, session, websocket

app = Quart(__name__)
app.secret_key = os.environ.get("SECRET_KEY", "for development only")  # the same as Flask's
present = defaultdict(dict)  # each connection at each sheet and its name, in this process
telling = defaultdict(Lock)


async def tell(pk, *members, refused=False):
    async with telling[pk]:  # in turn, so that the newest comes last
        sheet = await to_thread(tables.read, pk)
        sheet |= {"here": sorted(present[pk].values()), "refused": refused}
        sent = [member.send_json(sheet) for member in members or present[pk]]
        await gather(*sent, return_exceptions=True)  # who has just gone stops nobody


@app.websocket("/live/<int:pk>")
async def live(pk):
    name = await to_thread(tables.name_of, session.get("account"))
    same_origin = urlsplit(websocket.headers.get("Origin", "")).netloc == websocket.host
    if not name or not same_origin or not await to_thread(tables.read, pk):
        abort(403)
    await websocket.accept()
    me = websocket._get_current_object()
    present[pk][me] = name
    try:
        await tell(pk)
        while True:
            edit = json.loads(await websocket.receive())
            changed = await to_thread(tables.write, pk, int(edit["base"]), str(edit["text"]))
            await (tell(pk) if changed else tell(pk, me, refused=True))
    except (ValueError, TypeError, LookupError):
        return  # not a change that this page sends; the connection is closed
    finally:
        del present[pk][me]
        await tell(pk)


# --8<-- [end:live]
