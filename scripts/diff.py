"""What changes for readers against a commit: claims, verdicts, cells of the matrix, as Markdown."""

import io
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from reference import tree as trees
from reference.library import Library

ROOT = Path(__file__).resolve().parent.parent


def seen(library):
    """What readers see of the data: {kind: {id: text}}."""
    claims = {key: e.claim.says for key, e in library.claims.items()}
    cells = {
        f"{slug}, {part}": value
        for slug, topic in library.topics.items()
        for part, value in (
            ("Flask", f"{topic.flask.support}: {topic.flask.uses}"),
            ("Django", f"{topic.django.support}: {topic.django.uses}"),
            ("leans", f"{topic.leans}. {topic.when}"),
        )
    }
    verdicts = {
        trees.fragment(steps): library.tree_alone.verdicts[end].title
        for steps, end in trees.paths(library.tree_alone)
    }
    return {"Claims": claims, "Verdicts": verdicts, "Cells of the matrix": cells}


def differences(before, after):
    """Lines of Markdown for each kind: what came, went and changed."""
    for kind in after:
        old, new = before[kind], after[kind]
        changed = [key for key in new if key in old and old[key] != new[key]]
        came, went = [k for k in new if k not in old], [k for k in old if k not in new]
        yield f"## {kind}: {len(came)} new, {len(changed)} changed, {len(went)} gone"
        yield from (f"- new `{key}`: {new[key]}" for key in came)
        yield from (f"- changed `{key}`: {old[key]} → {new[key]}" for key in changed)
        yield from (f"- gone `{key}`: {old[key]}" for key in went)


def at(commit, folder):
    """The data of a commit, read with the models of that commit where they still fit."""
    packed = subprocess.run(["git", "archive", commit], cwd=ROOT, capture_output=True, check=False)
    if packed.returncode:
        sys.exit(
            f"diff: {packed.stderr.decode().strip()}. Mend: name a commit, make diff BASE=main."
        )
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
        archive.extractall(folder, filter="data")
    return seen(Library(folder))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for line in differences(at(sys.argv[1], folder), seen(Library(ROOT))):
            print(line)
