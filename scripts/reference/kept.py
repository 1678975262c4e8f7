"""What takes long to make and depends on one text alone, kept from one build to the next."""

import json
import os


class Kept:
    """Made texts by the text they are made of, in a file that may be deleted at any time.

    `by` names what makes them, with its version: what another one made is made again.
    """

    def __init__(self, path, by, make):
        self.path, self.by, self.make = path, by, make
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            found = {}
        self.old = found["made"] if found.get("by") == by else {}
        self.used = {}

    def __call__(self, text):
        """What is made of a text."""
        if text not in self.used:
            self.used[text] = self.old.get(text) or self.make(text)
        return self.used[text]

    def save(self):
        """Keep what this build used, and nothing else."""
        if self.used.keys() != self.old.keys():
            self.path.parent.mkdir(exist_ok=True)
            new = self.path.with_suffix(f".{os.getpid()}")  # two builds may run at the same time
            new.write_text(json.dumps({"by": self.by, "made": self.used}), encoding="utf-8")
            new.replace(self.path)
