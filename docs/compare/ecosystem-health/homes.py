"""Print where each installed package is developed, as its own metadata says."""

from importlib.metadata import distributions

LABELS = ("source", "source code", "repository", "code", "github", "homepage")


# --8<-- [start:homes]
def home(metadata):
    """The address of the source, else of the home page."""
    entries = metadata.get_all("Project-URL", [])
    urls = dict(entry.lower().split(", ", 1) for entry in entries)
    found = [urls[label] for label in LABELS if label in urls]
    return next(iter(found), metadata.get("Home-page") or "nothing said")


for package in sorted(distributions(), key=lambda one: one.name.lower()):
    print(package.name, package.version, home(package.metadata))
# --8<-- [end:homes]
