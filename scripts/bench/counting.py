"""Count the instructions that Python executes, by the file they stand in."""

import gc
import re
import sys
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

from bench.places import HOME

TOOL = 3  # a number that neither debuggers nor coverage use
PACKAGE = re.compile(r"(?:site|dist)-packages/([\w-]+)")


@contextmanager
def counted():
    """A counter by file that is filled when the block has run, in this thread and others."""
    counter, numbers, codes, watch = Counter(), {}, {}, sys.monitoring
    watch.use_tool_id(TOOL, "bench")

    def step(code, offset):
        key = id(code)  # the hash of a code object reads all of it
        if key in numbers:
            numbers[key] += 1
        else:
            numbers[key], codes[key] = 1, code

    gc.collect()
    gc.disable()
    watch.register_callback(TOOL, watch.events.INSTRUCTION, step)
    watch.set_events(TOOL, watch.events.INSTRUCTION)
    try:
        yield counter
    finally:
        watch.set_events(TOOL, 0)
        watch.free_tool_id(TOOL)
        gc.enable()
        for key, code in codes.items():
            if code.co_filename != __file__:
                counter[code.co_filename] += numbers[key]


def owner(path):
    """Whose a file is: a package's, ours, or Python's."""
    if found := PACKAGE.search(path):
        return found[1]
    return "own" if Path(path).is_relative_to(HOME) or path == "<template>" else "python"


def by_owner(counter):
    """The counts by owner, the greatest first."""
    owners = Counter()
    for path, number in counter.items():
        owners[owner(path)] += number
    return dict(owners.most_common())
