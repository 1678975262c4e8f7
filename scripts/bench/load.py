"""A small load generator: a few connections that ask again as soon as they are answered."""

import asyncio
import time

END = b"\r\n\r\n"


class Client(asyncio.Protocol):
    """One connection: writes a request, waits for the whole answer, notes how long it took."""

    def __init__(self, request, until, times):
        self.request, self.until, self.times = request, until, times
        self.done = asyncio.get_running_loop().create_future()
        self.got = b""

    def connection_made(self, transport):
        self.transport = transport
        self.ask()

    def ask(self):
        """Send the request."""
        self.started = time.perf_counter()
        self.transport.write(self.request)

    def data_received(self, data):
        self.got += data
        if not complete(self.got):
            return
        now = time.perf_counter()
        self.times.append(now - self.started)
        if not self.got.startswith(b"HTTP/1.1 2") and not self.got.startswith(b"HTTP/1.1 404"):
            self.finish(RuntimeError(self.got[:300].decode()))
        elif now >= self.until:
            self.finish()
        else:
            self.got = b""
            self.ask()

    def connection_lost(self, error):
        self.finish(ConnectionError("the server hung up"))

    def finish(self, error=None):
        """Stop asking, once."""
        if not self.done.done():
            self.done.set_exception(error) if error else self.done.set_result(None)
            self.transport.close()


def complete(got):
    """Whether these bytes are a whole answer."""
    head, found, body = got.partition(END)
    if not found:
        return False
    head = head.lower()
    if b"transfer-encoding: chunked" in head:
        return body.endswith(b"0\r\n\r\n")
    length = head.partition(b"content-length: ")[2].partition(b"\r\n")[0]
    return len(body) >= int(length)


async def ask(port, request, seconds, connections):
    """Ask for some seconds; requests a second, and how long each of them took in seconds."""
    loop, times = asyncio.get_running_loop(), []
    started = time.perf_counter()
    clients = [
        await loop.create_connection(
            lambda: Client(request, started + seconds, times), "127.0.0.1", port
        )
        for _ in range(connections)
    ]
    await asyncio.gather(*(client.done for _, client in clients))
    return len(times) / (time.perf_counter() - started), times


def run(port, request, seconds, connections):
    """The same, from code that is not asynchronous."""
    return asyncio.run(ask(port, request, seconds, connections))
