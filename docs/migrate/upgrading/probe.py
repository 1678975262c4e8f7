"""Run an app block by block on the installed version: `probe.py flask_before.txt`, JSON out."""

import json
import re
import subprocess
import sys
import types
import warnings
from pathlib import Path

BLOCK = re.compile(r"# --8<-- \[start:(\w+)\]\n(.*?)# --8<-- \[end:\1\]\n", re.S)
FIRST = {"settings", "mailers"}  # these belong to the start of every other block
WHOLE = {"zone": "USE_L10N|", "key": "USE_L10N|", "number": ""}  # what the settings lead to
SHOWS = {
    "start": "app.test_client().get('/none') and words",
    "escape": "hello",
    "encoder": "price",
    "order": "list(__import__('json').loads(app.test_client().get('/order').data))",
    "file": "report.headers.get('Content-Disposition') or report.status",
    "join": "places",
    "quote": "quoted",
    "stack": "inside_a_request",
    "env": "mode",
    "form": "app.test_client().post('/form', data={'text': 'x' * 600_000, 'f': "
    "(__import__('io').BytesIO(b''), 'f')}).status_code",
    "version": "bool(version)",
    "settings": "hasattr(__import__('django.contrib.staticfiles.storage', fromlist=['x'])"
    ".staticfiles_storage, 'hashed_files')",
    "utc": "zone",
    "index": "bool(Visit._meta.indexes or Visit._meta.index_together)",
    "constraint": "len(Price._meta.constraints)",
    "html": "str(bold)",
    "url": "address",
    "template": "one",
    "password": "length",
    "logout": "logout",
    "zone": "uses_zones",
    "key": "key",
    "number": "number",
    "mail": "sent",
    "related": "joins",
}


def outcome(parts, name):
    """What a block shows, the warnings on the way, and the error that ends it."""
    error = shown = None
    module = types.ModuleType("shown")
    sys.modules["shown"] = module
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        warnings.simplefilter("ignore", ResourceWarning)  # about files, not about the framework
        try:
            for path, code in parts:
                exec(compile(code, path if path.endswith(".py") else "old", "exec"), vars(module))
            shown = eval(SHOWS[name], module.__dict__)
        except Exception as problem:
            error = f"{type(problem).__name__}: {problem}".split("\n")[0].split(" (/")[0]
    said = {f"{w.category.__name__}: {w.message}".split("\n")[0] for w in caught}
    found = sorted(words for words in said if "Python 3." not in words)
    shown = shown if isinstance(shown, (bool, int, list)) or shown is None else str(shown)
    return {"shows": shown, "warns": found, "breaks": error}


def only(path, wanted):
    """An app without its other blocks, each line where it was."""
    empty = lambda block: block[0] if block[1] in wanted else "\n" * block[0].count("\n")  # noqa: E731
    return str(path), BLOCK.sub(empty, path.read_text())


def block(path, name):
    """What a block needs, and the block: the start is that of the mended app, unless asked for."""
    mended = path.with_name(path.name.replace("before.txt", "after.py"))
    if name in FIRST:
        return [only(path, FIRST)]
    if name in WHOLE and path != mended:  # what do old settings lead to, without those that break
        start, code = only(path, FIRST)
        return [
            (start, re.sub(rf'    "({WHOLE[name]}STATICFILES_STORAGE)".*', "", code)),
            *rest(path, name),
        ]
    return [only(mended, FIRST), *rest(path, name)]


def rest(path, name):
    """A block alone, on its own lines."""
    text = path.read_text()
    found = next(block for block in BLOCK.finditer(text) if block[1] == name)
    return [(str(path), "\n" * text.count("\n", 0, found.start(2)) + found[2])]


def main(path, name=None):
    """All blocks, each in a process of its own, since a framework is set up once."""
    path = Path(path).resolve()
    if name:
        print(json.dumps(outcome(block(path, name), name)))
        return
    answers = {}
    for name, _ in BLOCK.findall(path.read_text()):
        if name in SHOWS:
            run = [sys.executable, "-Wignore", __file__, str(path), name]
            done = subprocess.run(run, text=True, capture_output=True, check=True)
            answers[name] = json.loads(done.stdout.splitlines()[-1])
    print(json.dumps(answers))


if __name__ == "__main__":
    main(*sys.argv[1:])
