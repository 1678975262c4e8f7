"""The chat."""

# --8<-- [start:chat]
from channels.generic.websocket import AsyncJsonWebsocketConsumer


class ChatConsumer(AsyncJsonWebsocketConsumer):
    async def connect(self):
        self.room = self.scope["url_route"]["kwargs"]["room"]
        await self.channel_layer.group_add(self.room, self.channel_name)
        await self.accept()

    async def disconnect(self, code):
        await self.channel_layer.group_discard(self.room, self.channel_name)

    async def receive_json(self, content):
        message = {"type": "said", "text": content["text"]}
        await self.channel_layer.group_send(self.room, message)

    async def said(self, event):
        await self.send_json({"text": event["text"]})


# --8<-- [end:chat]
