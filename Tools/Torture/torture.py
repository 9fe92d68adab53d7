#!/usr/bin/env python3
"""What the most trusted storage projects do to themselves, done to Dealtrail.

Parts: crash, load, faults. Without a part, all of them. --long is the form whose figures docs/reliability.md records.
"""
import argparse
import atexit
import json
import os
import shutil
import sys
import tempfile
import time

import crash
import faults
import load
from office import Broken

# What each part does in its short and in its long form: kills, seconds, rounds.
SHORT = {"crash": 40, "load": 8, "faults": 1}
LONG = {"crash": 500, "load": 60, "faults": 15}


def part(name, program, folder, seed, amount, say):
    kind = {"crash": crash.Crash, "load": load.Load, "faults": faults.Faults}[name]
    return kind(program, folder, seed, amount, say).run()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="part", help="crash, load, faults; all when none is given")
    parser.add_argument("--long", action="store_true", help="the long form")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="repeats the choices of a run, not its timing")
    parser.add_argument("--program", required=True, help="the dealtrail program")
    options = parser.parse_args()
    amounts = LONG if options.long else SHORT
    names = options.parts or list(amounts)
    if unknown := set(names) - set(amounts):
        parser.error(f"there is no part {', '.join(sorted(unknown))}; there are: {', '.join(amounts)}")
    shown = sys.stderr.isatty()

    def say(text):
        if shown:
            print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)

    os.environ["XDG_CONFIG_HOME"] = configuration = tempfile.mkdtemp(prefix="dealtrail-torture-config-")
    atexit.register(shutil.rmtree, configuration, ignore_errors=True)
    for name in names:
        folder = tempfile.mkdtemp(prefix=f"dealtrail-torture-{name}-")
        start = time.monotonic()
        try:
            result = part(name, os.path.abspath(options.program), folder, options.seed, amounts[name], say)
        except Broken as broken:
            sys.exit(f"\n{name}: {broken}\nseed {options.seed}; what is left is in {folder}")
        say("")
        print(json.dumps({"part": name, "seed": options.seed, "took": round(time.monotonic() - start), **result}), flush=True)


if __name__ == "__main__":
    main()
