"""The institute's store of pictures. A folder stands for it here; a client of yours goes here."""

import json
import os
from pathlib import Path

STORE = Path(os.environ.get("STORE", "store"))
ADDRESS = os.environ.get("STORE_ADDRESS", "https://store.example/pictures/")


# --8<-- [start:store]
def names():
    return sorted(picture.name for picture in (STORE / "pictures").iterdir())


def address(name):
    return ADDRESS + name  # a real store signs it, for some minutes: the bytes never come here


def deliver(name, species):
    (STORE / "labels" / f"{name}.json").write_text(json.dumps(species))


# --8<-- [end:store]
