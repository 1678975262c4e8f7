"""The rule between apps, as a test: of another app, import its services only."""

# --8<-- [start:rule]
import ast
from pathlib import Path

ROOT = Path(__file__).parent
APPS = {path.parent.name for path in ROOT.glob("*/models.py")}


def imported(path):
    """The full names that a module imports from outside its own package."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_an_app_imports_only_the_services_of_another():
    for app in APPS:
        for path in (ROOT / app).rglob("*.py"):
            for name in imported(path):
                top, _, inside = name.partition(".")
                if top in APPS - {app}:
                    assert inside.split(".")[0] == "services", f"{app}/{path.name} imports {name}"


# --8<-- [end:rule]
