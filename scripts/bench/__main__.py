"""`python -m bench [--quick] [instructions|throughput|around|code]…`: measure and write."""

import sys
import time

from bench import around, code, instructions, throughput

PARTS = {"code": code, "instructions": instructions, "around": around, "throughput": throughput}


def main(words):
    """Run the named parts, or all; say what each is about and how long it took."""
    quick = "--quick" in words
    for name in [word for word in words if word != "--quick"] or PARTS:
        print(f"bench: {name}", flush=True)
        started = time.monotonic()
        PARTS[name].run(quick)
        print(f"bench: {name} took {time.monotonic() - started:.0f} s", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
