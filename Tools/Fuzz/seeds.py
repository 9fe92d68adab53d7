#!/usr/bin/env python3
"""Writes what a reader's fuzzing begins with into its corpus: seeds.py READER FOLDER.

From the published vectors in ../shared/vectors (without them, notes, proofs and tiles begin with nothing), from what ships, and from examples
below.
"""
import glob
import gzip
import hashlib
import json
import os
import struct
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
VECTORS = os.path.join(ROOT, "..", "shared", "vectors")


def files(*patterns):
    for pattern in patterns:
        for path in sorted(glob.glob(os.path.join(ROOT, pattern), recursive=True)):
            with open(path, "rb") as file:
                yield file.read()


def vectors(*names):
    """Every text of the vectors."""

    def texts(json_value):
        if isinstance(json_value, str):
            yield json_value
        elif isinstance(json_value, (list, dict)):
            for value in json_value.values() if isinstance(json_value, dict) else json_value:
                yield from texts(value)

    for name in names:
        path = os.path.join(VECTORS, name)
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                yield from texts(json.load(file))


def notes():
    names = ("signed_note.json", "checkpoint.json", "cosignature.json", "tlog_proof.json", "witness_exchange.json")
    return [text.encode() for text in vectors(*names) if "\n" in text]


def tiles():
    for text in vectors("tiles_small.json"):
        try:
            content = bytes.fromhex(text)
        except ValueError:
            continue
        yield content
        for size in (15, 256, 70_000, 1 << 40):
            yield struct.pack(">Q", size) + content


def tables():
    # The columns that the register's mapping reads, in the order of their names, as the reader puts them before.
    yield "Acme Inc,120,Acme Incorporated,0,2024-05-01,mass_layoff,acme,2024-03-01,Austin,https://example.com/1,TX\r\n".encode()
    yield '"Acme, ""the"" Inc",0,x,1,,closure,acme,2024-03,"Aus\ntin",not a url,\n,,,,,,,,,,\n\n'.encode()
    yield "a;b\n\"c\r\n\";d\n".encode()
    yield "\ufeffé,Ã©,汉字\rx,y,z\r".encode()
    yield "a,b\n1,2\n".encode("utf-16")


def manifests():
    digest = hashlib.sha256(b"").hexdigest()
    thing = {"object": digest, "bytes": 10}
    yield json.dumps({
        "runs": [{**thing, "first": 1, "last": 2}, {**thing, "first": 3, "last": 3}],
        "files": [{**thing, "path": "keys/a/b.key", "mode": 0o600}, {**thing, "path": "../x", "mode": 0}],
    }).encode()
    # A slash with an accent after it is one character to Swift, and a slash to the kernel.
    for path in ["../\u0301x", "a/..\u0600/x", "keys/é"]:
        yield json.dumps({
            "runs": [{**thing, "first": 1, "last": 3}], "files": [{**thing, "path": path, "mode": 0}],
        }, ensure_ascii=False).encode()
    yield gzip.compress(b"")
    yield gzip.compress(b"a" * 1000)
    yield gzip.compress(b"a") * 2


ANSWERS = [
    {"type": "ready", "protocol": 1},
    {"type": "row", "subject": "company/acme", "table": "counted", "values": {"words": "a", "number": 3, "share": 0.5}},
    {"type": "row", "subject": "company/acme", "table": "counted", "values": {"words": ["a", {"b": None}], "number": 1e300}},
    {"type": "done", "subject": "company/acme"},
    {"type": "failed", "subject": "company/acme", "message": "\u001b[31mno"},
]
DATES = "2025 2025-04 2025-04-25 2025-03/2025-05 2025-04~ 201X 2025-XX ../2025 2025-01/.. 2025-21 Y170000002 -0001 2024-02-30 99999-01-01"
CONDITIONS = [
    "(company.technologies is known or company.sectors in (ai, semiconductors)) and company.foreign_stake > 0.5",
    'kind = data_transfer and from.country is home and to.country is abroad and not reviewed or title = "a b" and amount > 1e400',
    "kind = license_decision and topic = chip_export and decision = denied",
]
WORDS = ["Acme Inc 中文公司 (NASDAQ:ACME)", '"a b" OR c*', "i̇stanbul ß ﬁ"]


def envelopes():
    """Those of docs/format.md."""
    for content in files("docs/format.md"):
        for line in content.splitlines():
            if line.startswith(b"envelope {"):
                yield line.removeprefix(b"envelope ")


def cases():
    return [line for content in files("Events/Cases/cases.jsonl") for line in content.splitlines()]


SEEDS = {
    "json": lambda: files(VECTORS + "/json-test-suite/*.json", VECTORS + "/jcs/input/*"),
    "events": lambda: [*files(VECTORS + "/json-test-suite/y_*.json"), *cases()],
    "envelope": envelopes,
    "edtf": lambda: [date.encode() for date in DATES.split()],
    "search": lambda: [words.encode() for words in WORDS],
    "note": notes,
    "checkpoint": notes,
    "proof": notes,
    "tiles": tiles,
    "yaml": lambda: files(
        "Projections/*/*.yaml", "docs/examples/**/*.yaml", "Tools/Import/Mappings/*.yaml"),
    "expression": lambda: [condition.encode() for condition in CONDITIONS],
    "csv": tables,
    "plugin": lambda: [json.dumps(answer).encode() for answer in ANSWERS],
    "backup": manifests,
}

if __name__ == "__main__":
    reader, folder = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    for seed in SEEDS[reader]():
        with open(os.path.join(folder, "seed-" + hashlib.sha256(seed).hexdigest()[:16]), "wb") as file:
            file.write(seed)
