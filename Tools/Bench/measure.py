#!/usr/bin/env python3
"""Measures whole processes side by side, alternating, in one run; prints one JSON object a line.

Usage: measure.py BIN FOLDER EVENTS ROUNDS    (programs, folder of logs, size of the large log, how often each is measured)
"""
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time

BIN, FOLDER, EVENTS, ROUNDS = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
HERE = os.path.dirname(os.path.abspath(__file__))
DEALTRAIL, BENCH = BIN + "/dealtrail", BIN + "/dealtrail-bench"
PYTHON = FOLDER + "/python/bin/python"
SMALL, LARGE = f"{FOLDER}/10000", f"{FOLDER}/{EVENTS}"


def run(*command):
    """Runs a program; returns what it printed, its seconds and its peak memory in MiB."""
    reading, writing = os.pipe()
    actions = [(os.POSIX_SPAWN_DUP2, writing, 1), (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
    start = time.perf_counter()
    # Not subprocess, which takes as long as some of these programs.
    process = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
    os.close(writing)
    with open(reading, "rb") as output:
        text = output.read().decode()
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"failed: {' '.join(command)}")
    return text, seconds, usage.ru_maxrss / 1024


def report(**figures):
    print(json.dumps({"events": EVENTS, "rounds": ROUNDS, **figures}), flush=True)


def median(values):
    return statistics.median_high(values)


def without(path):
    for end in ("", "-wal", "-shm", ".wal"):
        if os.path.exists(path + end):
            os.remove(path + end)
    return path


def make(events):
    """A workspace with so many events, kept from run to run; notes the peak memory of the append."""
    folder = f"{FOLDER}/{events}"
    if os.path.exists(folder + "/append.json"):
        return
    shutil.rmtree(folder, ignore_errors=True)
    run(DEALTRAIL, "init", folder)
    with open(folder + "/events.jsonl", "wb") as lines:
        subprocess.run([BENCH, "generate", "--events", str(events), "--seed", "1"], stdout=lines, check=True)
    _, _, memory = run(DEALTRAIL, "append", folder + "/events.jsonl", "--workspace", folder, "--quiet")
    with open(folder + "/append.json", "w", encoding="utf-8") as note:
        json.dump({"memory": memory, "bytes": os.path.getsize(folder + "/events.jsonl")}, note)


def rebuild():
    """All projections from the log into a new file, against DuckDB and against reading the log's rows."""
    ours, duckdb, scan, memory = [], [], [], []
    for _ in range(ROUNDS):
        without(LARGE + "/views.sqlite")
        _, seconds, peak = run(DEALTRAIL, "projections", "rebuild", "--workspace", LARGE, "--quiet")
        ours.append(seconds)
        memory.append(peak)
        if os.path.exists(PYTHON):
            database = without(FOLDER + "/rebuild.duckdb")
            duckdb.append(float(run(PYTHON, HERE + "/duckdb_rebuild.py", LARGE + "/events.jsonl", database)[0]))
        scan.append(float(run(BENCH, "scan", LARGE + "/log.sqlite")[0]))
    figures = {"rebuild_against_scan": median(scan) / median(ours), "rebuild_memory": median(memory)}
    if duckdb:
        figures["rebuild_against_duckdb"] = median(duckdb) / median(ours)
    without(FOLDER + "/rebuild.duckdb")
    report(**figures)


def batches(size):
    """Append and replay through the library, against the Python library eventsourcing, in batches of one size."""
    ours, theirs = [], []
    for _ in range(ROUNDS):
        for times, command in (
            (ours, (BENCH, "batches")),
            (theirs, (PYTHON, HERE + "/eventsourcing_batches.py")),
        ):
            database = without(FOLDER + "/batches.sqlite")
            output = run(*command, SMALL + "/events.jsonl", database, str(size))[0]
            times.append([float(seconds) for seconds in output.split()])
    without(FOLDER + "/batches.sqlite")
    for index, name in enumerate(("append", "replay")):
        ratio = median(times[index] for times in theirs) / median(times[index] for times in ours)
        report(**{f"{name}_by_{size}_against_eventsourcing": ratio})


def start():
    """The start of the process, and a short question, against the sqlite3 shell; the middle of many, since they are short."""
    database = sqlite3.connect(LARGE + "/log.sqlite")
    (subject,) = database.execute(
        "SELECT subject FROM event WHERE subject GLOB 'company/*' GROUP BY subject HAVING count(*) BETWEEN 20 AND 24 LIMIT 1"
    ).fetchone()
    database.close()
    rows = f"SELECT envelope, content FROM event JOIN part USING (position) WHERE subject = '{subject}'"
    times = {name: [] for name in ("version", "shell", "timeline", "rows")}
    for _ in range(20 * ROUNDS):
        times["version"].append(run(DEALTRAIL, "--version")[1])
        times["shell"].append(run("sqlite3", "--version")[1])
        times["timeline"].append(run(DEALTRAIL, "timeline", subject, "--workspace", LARGE)[1])
        times["rows"].append(run("sqlite3", LARGE + "/log.sqlite", rows)[1])
    report(
        version_times_sqlite3=median(times["version"]) / median(times["shell"]),
        timeline_times_sqlite3=median(times["timeline"]) / median(times["rows"]),
    )


def memory():
    """Peak memory of verify on the large log, and of the append that made it."""
    with open(LARGE + "/append.json", encoding="utf-8") as note:
        append = json.load(note)
    verify = run(DEALTRAIL, "verify", "--workspace", LARGE, "--quiet")[2]
    report(verify_memory=verify, append_memory=append["memory"], append_bytes=append["bytes"])


def reads():
    """Reads beside an append at full speed, on a log of their own, which grows."""
    folder = FOLDER + "/reads"
    shutil.rmtree(folder, ignore_errors=True)
    run(DEALTRAIL, "init", folder)
    run(DEALTRAIL, "append", SMALL + "/events.jsonl", "--workspace", folder, "--quiet")
    lines = f"{FOLDER}/{min(EVENTS, 100_000)}/events.jsonl"
    print(run(BENCH, "reads", folder, lines, "--dealtrail", DEALTRAIL, "--rounds", str(ROUNDS))[0], end="", flush=True)
    shutil.rmtree(folder)


def main():
    for events in (10_000, min(EVENTS, 100_000), EVENTS):
        make(events)
    rebuild()
    print(run(BENCH, "catch-up", SMALL, LARGE, "--rounds", str(5 * ROUNDS))[0], end="", flush=True)
    start()
    memory()
    reads()
    if os.path.exists(PYTHON):
        for size in (1, 100, 1000):
            batches(size)


if __name__ == "__main__":
    main()
