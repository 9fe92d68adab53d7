#!/usr/bin/env python3
"""Prints the ratios of a benchmark as a table, or as JSON; with --floors, fails where one is below its floor."""
import json
import sys

# What is measured, against what, what is to be reached, and the floor below which something has gone wrong.
RATIOS = {
    "append_against_sqlite": ("append of a file", "SQLite's C API, the same rows", 0.6, 0.3),
    "commit_against_sqlite": ("one durable append", "SQLite's C API, the same commit", 0.8, 0.3),
    "verify_against_sha256_each": ("verify, all payloads", "SHA-256 of each piece, one core", 0.5, 0.25),
    "verify_against_sha256_stream": ("verify, all payloads", "SHA-256 of all as one stream", None, 0.1),
    "thorough_against_sha256_each": ("verify --thorough", "SHA-256 of each piece, one core", None, 0.08),
}


def main():
    found = {key: value for line in sys.stdin for key, value in json.loads(line).items() if key in RATIOS}
    if "--json" in sys.argv:
        print(json.dumps(found))
    else:
        print(f'{"what":<24}{"against":<34}{"ratio":>6}{"to reach":>10}{"floor":>7}')
        for key, ratio in found.items():
            what, against, reach, floor = RATIOS[key]
            print(f'{what:<24}{against:<34}{ratio:>6.2f}{reach or "–":>10}{floor:>7}')
    low = [RATIOS[key][0] for key, ratio in found.items() if ratio < RATIOS[key][3]]
    if "--floors" in sys.argv and (low or set(found) != set(RATIOS)):
        sys.exit("below the floor: " + (", ".join(low) or "a ratio is missing"))


if __name__ == "__main__":
    main()
