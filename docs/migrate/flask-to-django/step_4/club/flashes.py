"""Messages, kept where Flask keeps its flashes: the next page may be on the other side."""

from django.contrib.messages.constants import INFO
from django.contrib.messages.storage.base import BaseStorage, Message

KEY = "_flashes"


class FlaskFlashes(BaseStorage):
    def _get(self, *args, **kwargs):
        kept = self.request.session.get(KEY, [])
        return [Message(INFO, text) for _, text in kept], True

    def _store(self, messages, response, *args, **kwargs):
        if messages:
            self.request.session[KEY] = [["message", str(one.message)] for one in messages]
        else:
            self.request.session.pop(KEY, None)
        return []
