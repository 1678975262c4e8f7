"""The decision tree: load it, check its graph, walk it. Knows nothing of MkDocs or HTML."""

from reference.data import Mistake, load, name, validate
from reference.models import Tree

MOST_QUESTIONS = 7
UNSURE = "unknown"


def load_tree(path, root, claims=None):
    """Load and check the tree against the known claim ids, if given. Raises `Mistake`."""
    file = name(path, root)
    tree = validate(Tree, load(path, root), file, place="tree")
    check(tree, file, claims)
    return tree


def check(tree, file, claims):
    """Check what a schema cannot: targets, loops, orphans, depth, unsure answers and reasons."""
    for key in sorted(set(tree.nodes) & set(tree.verdicts)):
        raise Mistake(file, f"verdicts.{key}", "is also the name of a node", "rename one of them")
    if tree.start not in tree.nodes:
        raise Mistake(file, "start", f"no node is called {tree.start}", "name a node")
    for key, node in tree.nodes.items():
        check_node(tree, file, key, node)
        for option in node.options:
            check_reasons(file, f"nodes.{key}.options.{option.id}", option.because, claims)
    for key, verdict in tree.verdicts.items():
        check_reasons(file, f"verdicts.{key}", verdict.because, claims)
    check_graph(tree, file)


def check_node(tree, file, key, node):
    """One node: ids are unique, the reader may be unsure, every target exists."""
    ids = [option.id for option in node.options]
    for twice in sorted({i for i in ids if ids.count(i) > 1}):
        raise Mistake(file, f"nodes.{key}", f"has the option {twice} twice", "rename one")
    if UNSURE not in ids:
        raise Mistake(
            file,
            f"nodes.{key}",
            "cannot be answered with I don't know yet",
            f"add an option with the id {UNSURE}",
        )
    for option in node.options:
        if option.then not in tree.nodes and option.then not in tree.verdicts:
            raise Mistake(
                file,
                f"nodes.{key}.options.{option.id}.then",
                f"no node or verdict is called {option.then}",
                "name one that exists",
            )


def check_reasons(file, place, because, claims):
    """Every reason cites a claim that exists."""
    for claim in because:
        if claims is not None and claim not in claims:
            raise Mistake(
                file,
                f"{place}.because",
                f"no claim has the id {claim}",
                "add the claim to a page's front matter or correct the id",
            )


def check_graph(tree, file):
    """No loop, no orphan, and no path that asks too much."""
    seen, reached = [], set()

    def visit(key):
        if key in seen:
            raise Mistake(
                file,
                f"nodes.{key}",
                f"is asked again after {' → '.join(seen)}",
                "send one of these answers elsewhere",
            )
        reached.add(key)
        if key in tree.verdicts:
            return
        if len(seen) == MOST_QUESTIONS:
            raise Mistake(
                file,
                f"nodes.{key}",
                f"is question {MOST_QUESTIONS + 1} of a path",
                "shorten the path " + " → ".join(seen),
            )
        seen.append(key)
        for option in tree.nodes[key].options:
            visit(option.then)
        seen.pop()

    visit(tree.start)
    for kind, keys in (("nodes", tree.nodes), ("verdicts", tree.verdicts)):
        for key in keys:
            if key not in reached:
                raise Mistake(
                    file,
                    f"{kind}.{key}",
                    "no answer leads to it",
                    "lead an answer to it or remove it",
                )


def paths(tree, key=None):
    """Every way through the tree, as ([(node, option), …], verdict id)."""
    key = key or tree.start
    if key in tree.verdicts:
        yield [], key
        return
    for option in tree.nodes[key].options:
        for steps, verdict in paths(tree, option.then):
            yield [(key, option.id), *steps], verdict


def walk(tree, answers):
    """Follow `answers` ({node: option}); return the steps taken and where they end."""
    key, steps = tree.start, []
    while key in tree.nodes and key in answers:
        chosen = next((o for o in tree.nodes[key].options if o.id == answers[key]), None)
        if chosen is None:
            break
        steps.append((key, chosen.id))
        key = chosen.then
    return steps, key


def leads_to(tree, key):
    """The verdicts that can be reached from a node or verdict, in the order of the file."""
    ends = {verdict for _, verdict in paths(tree, key)}
    return [verdict for verdict in tree.verdicts if verdict in ends]


def depth(tree, key):
    """The most questions still to be asked from here, this one included."""
    if key in tree.verdicts:
        return 0
    return 1 + max(depth(tree, option.then) for option in tree.nodes[key].options)


def reasons(tree):
    """The ids of all claims that questions and verdicts cite, once each, in the tree's order."""
    options = [option for node in tree.nodes.values() for option in node.options]
    cited = [claim for part in (*options, *tree.verdicts.values()) for claim in part.because]
    return list(dict.fromkeys(cited))


def starts(tree):
    """The distinct ways to start that the verdicts give."""
    found = []
    for verdict in tree.verdicts.values():
        if verdict.start not in found:
            found.append(verdict.start)
    return found


def fragment(steps):
    """The URL fragment that replays the steps, without the `#`."""
    return "&".join(f"{node}={option}" for node, option in steps)


def published(tree):
    """The tree as `/decide/tree.json` gives it."""
    return {
        "start": tree.start,
        "nodes": {
            key: {
                "ask": node.ask,
                "why": node.why,
                "options": [option.model_dump() for option in node.options],
            }
            for key, node in tree.nodes.items()
        },
        "verdicts": {key: v.model_dump(exclude_none=True) for key, v in tree.verdicts.items()},
    }


def shortest(tree, target):
    """The fragment of a shortest path to a node or verdict."""
    queue = [(tree.start, [])]
    for key, steps in queue:
        if key == target:
            return fragment(steps)
        if key in tree.nodes:
            queue += [(o.then, [*steps, (key, o.id)]) for o in tree.nodes[key].options]
    raise KeyError(target)
