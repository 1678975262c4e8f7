"""Give a partner a key: `python partner.py NAME` prints it once and keeps only its hash."""

import json
import os
import secrets
import sys
from hashlib import sha256
from pathlib import Path

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent))


# --8<-- [start:key]
def main(name):
    file = DATA / "partners.json"
    partners = json.loads(file.read_text()) if file.exists() else {}
    key = secrets.token_urlsafe(32)
    partners[sha256(key.encode()).hexdigest()] = name
    beside = file.with_suffix(".new")
    beside.write_text(json.dumps(partners, indent=2))
    beside.replace(file)  # in one step: no request reads half a list
    print(key)


# --8<-- [end:key]
if __name__ == "__main__":
    main(sys.argv[1])
