"""The requests that both apps are asked, over WSGI or over HTTP, and who asks them."""

import http.client
import io
import re
from urllib.parse import urlencode

from bench.places import PASSWORD, steps

HOST = "127.0.0.1"
GETS = {"plain": "/plain", "json": "/json", "missing": "/missing", "row": "/row"}
GETS |= {"rows": "/rows", "page": "/page"}
BOOK = {"title": "Dead Souls", "pages": "352"}
LOGIN = {"username": "ada", "password": PASSWORD}
FIELD = {"flask": "csrf_token", "django": "csrfmiddlewaretoken"}
FORM = "application/x-www-form-urlencoded"


class Visitor:
    """A browser without a screen: `send` is one of the two functions below."""

    def __init__(self, send):
        self.send, self.cookies = send, {}

    def ask(self, method, path, fields=None):
        """Send a request with the cookies so far and keep those that come back."""
        status, headers, body = self.send(*self.request(method, path, fields))
        for name, value in headers:
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        return status, headers, body

    def request(self, method, path, fields=None):
        """The parts of a request: method, path, headers, body."""
        headers = {"Host": HOST}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        body = urlencode(fields).encode() if fields else b""
        if fields:
            headers |= {"Content-Type": FORM, "Content-Length": str(len(body))}
        return method, path, headers, body


def requests(send, side, step):
    """Every endpoint's request as this step needs it: with a token, with a session."""
    order = steps()
    visitor, stranger, fields = Visitor(send), Visitor(send), dict(BOOK)
    reader = stranger
    if order.index(step) >= order.index("session-read"):
        assert visitor.ask("POST", "/login", LOGIN)[0] == 200
        reader = visitor
    if order.index(step) >= order.index("csrf"):
        fields[FIELD[side]] = visitor.ask("GET", "/token")[2].decode()
    found = {name: reader.request("GET", path) for name, path in GETS.items()}
    found["form"] = visitor.request("POST", "/form", fields)
    if order.index(step) >= order.index("orm"):
        found["login"] = stranger.request("POST", "/login", LOGIN)
    return found


def environ(method, path, headers, body):
    """A WSGI environment of a request."""
    return {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SERVER_NAME": HOST,
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": HOST,
        "CONTENT_TYPE": headers.get("Content-Type", ""),
        "CONTENT_LENGTH": headers.get("Content-Length", ""),
        **{f"HTTP_{k.upper().replace('-', '_')}": v for k, v in headers.items()},
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": False,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }


def call(app, environment):
    """Answer one request in this process, as a server does: status, headers, body."""
    started = []

    def start_response(status, headers, exc_info=None):
        started.append((status, headers))

    chunks = app(environment, start_response)
    body = b"".join(chunks)
    getattr(chunks, "close", list)()
    return int(started[0][0][:3]), started[0][1], body


def over_wsgi(app):
    """A `send` that calls the app in this process."""
    return lambda *parts: call(app, environ(*parts))


def over_http(port):
    """A `send` that asks a server on loopback."""

    def send(method, path, headers, body):
        connection = http.client.HTTPConnection(HOST, port, timeout=30)
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse()
        parts = answer.status, answer.getheaders(), answer.read()
        connection.close()
        return parts

    return send


def on_the_wire(method, path, headers, body):
    """The bytes of a request."""
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + body


def comparable(headers):
    """The headers that both must send alike: what the page is, and what protects it."""
    names = r"content-type|x-content-type-options|referrer-policy|cross-origin|x-frame-options"
    return sorted((n.lower(), v) for n, v in headers if re.match(names, n.lower()))
