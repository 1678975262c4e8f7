"""What comes along when you install one of them on Linux."""

import re
from importlib.metadata import requires

for name in ("flask", "django"):
    always = [need for need in requires(name) if ";" not in need]
    needs = sorted(re.match(r"[\w-]+", need)[0].lower() for need in always)
    print(f"{name} needs {len(needs)}: {', '.join(needs)}")
