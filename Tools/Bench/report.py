#!/usr/bin/env python3
"""Prints the ratios of a benchmark as a table, or as JSON; with --floors, fails where one is on the wrong side of its bound.

Bounds are set well away from what is measured, so that noise does not reach them.
"""
import json
import sys

# What is measured, against what, what is to be reached, and the bound beyond which something has gone wrong. Higher is better.
RATIOS = {
    "append_against_sqlite": ("append of a file", "SQLite's C API, the same rows", 0.6, 0.3),
    "commit_against_sqlite": ("one durable append", "SQLite's C API, the same commit", 0.8, 0.3),
    "rebuild_against_duckdb": ("rebuild of all projections", "DuckDB: one timeline, one roll-up", 1.5, 0.05),
    "rebuild_against_scan": ("rebuild of all projections", "SQLite's C API reading the log", 0.2, 0.01),
    "verify_against_sha256_each": ("verify, all payloads", "SHA-256 of each piece, one core", 0.5, 0.25),
    "verify_against_sha256_stream": ("verify, all payloads", "SHA-256 of all as one stream", None, 0.1),
    "thorough_against_sha256_each": ("verify --thorough", "SHA-256 of each piece, one core", None, 0.08),
    "append_by_1_against_eventsourcing": ("append one by one", "Python eventsourcing, each", 10, None),
    "append_by_100_against_eventsourcing": ("append by 100", "Python eventsourcing by 100", 10, None),
    "append_by_1000_against_eventsourcing": ("append by 1000", "Python eventsourcing by 1000", 10, None),
    "replay_by_1000_against_eventsourcing": ("replay", "Python eventsourcing", 10, 2),
}
# The same, where lower is better.
MULTIPLES = {
    "catch_up_large_against_small": ("catch-up with one event", "the same on 10,000 events", 1.2, 4),
    "version_times_sqlite3": ("dealtrail --version", "sqlite3 --version", 3, 8),
    "timeline_times_sqlite3": ("dealtrail timeline", "sqlite3, the subject's rows", 4, 20),
    "read_p99_beside_append": ("reads beside an append, p99", "reads alone, p99", 3, 60),
    "rebuild_memory": ("rebuild, peak memory, MiB", "–", 1024, 1024),
    "verify_memory": ("verify, peak memory, MiB", "–", 1024, 1024),
    "append_memory": ("append, peak memory, MiB", "–", 300, 300),
}
# What needs packages from PyPI, and is left out where there are none.
OPTIONAL = {key for key in RATIOS if "duckdb" in key or "eventsourcing" in key}


def main():
    known = {**RATIOS, **MULTIPLES}
    measured = {key: value for line in sys.stdin for key, value in json.loads(line).items()}
    found = {key: measured[key] for key in known if key in measured}
    if "--json" in sys.argv:
        print(json.dumps(measured))
    else:
        print(f'{"what":<30}{"against":<36}{"ratio":>8}{"to reach":>10}{"bound":>8}')
        for key, ratio in found.items():
            what, against, reach, bound = known[key]
            sign = "≥" if key in RATIOS else "≤"
            shown = [f"{sign} {value}" if value is not None else "–" for value in (reach, bound)]
            print(f"{what:<30}{against:<36}{ratio:>8.2f}{shown[0]:>10}{shown[1]:>8}")
    wrong = [
        known[key][0]
        for key, ratio in found.items()
        if known[key][3] is not None and (ratio < known[key][3] if key in RATIOS else ratio > known[key][3])
    ]
    if missing := set(known) - set(found) - OPTIONAL:
        wrong.append("not measured: " + ", ".join(sorted(missing)))
    if "--floors" in sys.argv and wrong:
        sys.exit("beyond its bound: " + "; ".join(wrong))


if __name__ == "__main__":
    main()
