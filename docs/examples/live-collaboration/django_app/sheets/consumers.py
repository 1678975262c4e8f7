"""The live part: everybody at a sheet sees its text, its lock and who else is there."""

# --8<-- [start:live]
import json
from collections import defaultdict

from channels.generic.websocket import AsyncWebsocketConsumer

from .models import Sheet

present = defaultdict(dict)  # each connection at each sheet and its name, in this process


class SheetConsumer(AsyncWebsocketConsumer):
    async def connect(self):
        self.user, self.pk = self.scope["user"], self.scope["url_route"]["kwargs"]["pk"]
        self.room = f"sheet.{self.pk}"
        if not self.user.is_staff or not await Sheet.objects.filter(pk=self.pk).aexists():
            return await self.close()
        await self.channel_layer.group_add(self.room, self.channel_name)
        await self.accept()
        present[self.pk][self.channel_name] = self.user.get_username()
        return await self.channel_layer.group_send(self.room, {"type": "tell"})

    async def disconnect(self, code):
        await self.channel_layer.group_discard(self.room, self.channel_name)
        if present.get(self.pk, {}).pop(self.channel_name, None):
            await self.channel_layer.group_send(self.room, {"type": "tell"})

    async def receive(self, text_data=None, bytes_data=None):
        try:
            edit = json.loads(text_data)
            base, text = int(edit["base"]), str(edit["text"])
        except (ValueError, TypeError, LookupError):
            return await self.close()
        if await Sheet(pk=self.pk).awrite(base, text):
            return await self.channel_layer.group_send(self.room, {"type": "tell"})
        return await self.tell({"refused": True})

    async def tell(self, event):
        sheet = await Sheet.objects.values("title", "locked", "text", "version").aget(pk=self.pk)
        sheet |= {"here": sorted(present[self.pk].values()), "refused": event.get("refused", False)}
        await self.send(json.dumps(sheet))


# --8<-- [end:live]
