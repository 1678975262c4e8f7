"""The rule between parts, as a test: of another part, import its services only."""

# --8<-- [start:rule]
import ast
from pathlib import Path

ROOT = Path(__file__).parent
PARTS = ROOT / "seedlib/parts"


def imported(path):
    """The full names that a module imports, `from ..` written out."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) + 1 - node.level] if node.level else ()
            module = ".".join([*above, *filter(None, [node.module])])
            yield from (f"{module}.{alias.name}" for alias in node.names)


def test_a_part_imports_only_the_services_of_another():
    for path in PARTS.rglob("*.py"):
        own = path.relative_to(PARTS).parts[0]
        for name in imported(path):
            part, _, inside = name.removeprefix("seedlib.parts.").partition(".")
            if name.startswith("seedlib.parts.") and part != own:
                assert inside.split(".")[0] == "services", f"{own}/{path.name} imports {name}"


# --8<-- [end:rule]
