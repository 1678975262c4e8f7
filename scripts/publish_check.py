"""Serve the built site below a sub-path, as a plain host would, and walk every link of it."""

import http.client
import shutil
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

from serving import serve

ROOT = Path(__file__).resolve().parent.parent


class Links(HTMLParser):
    """The addresses that a page mentions, and its ids."""

    def __init__(self, html):
        super().__init__()
        self.found, self.ids = [], set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        """Collect what a browser would load or follow."""
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.found.append(value)
            elif name == "id":
                self.ids.add(value)


def walk(port, start):
    """Follow every link from `start`; yield (page, link, status) for those that fail."""
    waiting, asked = [(start, start)], {}
    while waiting:
        page, url = waiting.pop()
        if url in asked:
            continue
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        connection.request("GET", url)
        answer = connection.getresponse()
        body = answer.read()
        asked[url] = answer.status
        if answer.status != 200:
            yield page, url, answer.status
        elif answer.headers.get_content_type() == "text/html":
            for link in Links(body.decode()).found:
                target = urlsplit(urldefrag(urljoin(url, link))[0])
                if not target.scheme and not target.netloc:
                    waiting.append((url, target.path))
    print(f"publish-check: {len(asked)} addresses below {start} answered")


def main(site):
    """Walk the site below a sub-path; fail with the first lines of what is broken."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(site, Path(folder) / "some/path")
        broken = list(walk(serve(folder).server_port, "/some/path/"))
    for page, url, status in broken[:20]:
        print(f"{page}: {url} answers {status}. Mend: correct the link or the file.")
    return bool(broken)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "site"))
