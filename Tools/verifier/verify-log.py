#!/usr/bin/env python3
"""Verifies a Dealtrail log without Dealtrail: Python's standard library, and docs/format.md.

  verify-log.py workspace DIR [KEY ...]   every row of DIR/log.sqlite, and every checkpoint in DIR/checkpoints
  verify-log.py published DIR KEY ...     a published folder: checkpoint, tiles, envelopes, payloads
  verify-log.py proof FILE KEY ...        a proof file (C2SP tlog-proof) and the event in it

KEY is a verifier key (name+id+base64) or a file that has one; of a workspace, those in keys/verifiers by default. Of a
workspace, the tables event and part are read: the columns beside the envelope and the stored nodes are conveniences.
Exit code 0: all of it holds. 5: something does not, and it says what. 64: usage.
"""
import base64, glob, hashlib, hmac, json, os, sqlite3, sys
from urllib.parse import quote


class Broken(Exception):
    """Something does not hold."""


# The tree: RFC 6962, section 2.1.
def leaf_hash(leaf):
    return hashlib.sha256(b"\0" + leaf).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


class Tree:
    """The roots of the complete subtrees on the right edge, largest first, with their sizes."""

    def __init__(self):
        self.size, self.edge = 0, []

    def append(self, leaf):
        self.size, entry = self.size + 1, (1, leaf)
        while self.edge and self.edge[-1][0] == entry[0]:
            size, left = self.edge.pop()
            entry = (2 * size, node_hash(left, entry[1]))
        self.edge.append(entry)

    def root(self):
        if not self.edge:
            return hashlib.sha256(b"").digest()
        root = self.edge[-1][1]
        for _, left in reversed(self.edge[:-1]):
            root = node_hash(left, root)
        return root


def root_of_inclusion(index, size, leaf, path):
    """The root that a path leads to: RFC 9162, section 2.1.3.2."""
    if not 0 <= index < size:
        raise Broken(f"there is no leaf {index} in a tree of {size}")
    place, last, root = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            raise Broken("the path is too long")
        if place & 1 or place == last:
            root = node_hash(sibling, root)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            root = node_hash(root, sibling)
        place, last = place >> 1, last >> 1
    if last:
        raise Broken("the path is too short")
    return root


# Ed25519: RFC 8032, section 5.1.7. Slow, and fast enough for a few signatures.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def multiply(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point, scalar = add(point, point), scalar >> 1
    return result


def point(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def is_signed(public, message, signature):
    a, r, s = point(public), point(signature[:32]), int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    left, right = multiply(s, BASE), add(r, multiply(h, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


# Notes and checkpoints: C2SP signed-note, tlog-checkpoint, tlog-cosignature.
def strict_base64(text):
    data = base64.b64decode(text, validate=True)
    if base64.b64encode(data).decode() != text:
        raise Broken(f"{text} is not canonical base 64")
    return data


def read_key(text):
    """A key, and the size after which it does not count any more (a second word, as keys/verifiers has it)."""
    text, *retired = text.split()
    name, key_id, material = text.split("+", 2)
    material = strict_base64(material)
    if hashlib.sha256(name.encode() + b"\n" + material).digest()[:4].hex() != key_id or len(material) != 33:
        raise Broken(f"{text} is not a verifier key")
    return name, bytes.fromhex(key_id), material[0], material[1:], decimal(retired[0]) if retired else float("inf")


def decimal(text):
    if not (text.isascii() and text.isdecimal()) or (text[0] == "0" and text != "0"):
        raise Broken(f"{text} is not a plain number")
    return int(text)


def hash_of(text):
    data = strict_base64(text)
    if len(data) != 32:
        raise Broken(f"{text} is not a hash")
    return data


def read_checkpoint(note, keys, what):
    """The origin, size and root of a checkpoint that one of the keys signed."""
    text, signatures = note.rsplit("\n\n", 1)
    text += "\n"
    origin, size, root = text.split("\n")[:3]
    names = []
    for line in signatures.splitlines():
        dash, name, encoded = line.split(" ")
        data = strict_base64(encoded)
        for known, key_id, kind, public, retired in keys:
            if dash != "—" or (known, key_id) != (name, data[:4]) or decimal(size) > retired:
                continue
            message, signature = text.encode(), data[4:]
            if kind == 4:
                seconds, signature = int.from_bytes(signature[:8], "big"), signature[8:]
                message = f"cosignature/v1\ntime {seconds}\n".encode() + message
            if not is_signed(public, message, signature):
                raise Broken(f"{what}: the signature of {name} does not hold")
            names.append((name, kind))
    if (origin, 1) not in names:
        raise Broken(f"{what}: no key that is known here signed for {origin}")
    return origin, decimal(size), hash_of(root)


# Events: docs/format.md.
def check_part(envelope, part, salt, content, where):
    committed = json.loads(envelope)["commitments"][part]
    if len(salt) != 32 or hmac.new(salt, content, hashlib.sha256).hexdigest() != committed:
        raise Broken(f"{where}: the {part} is not what the envelope commits to")


def check_parts(envelope, parts, where):
    """The parts of a published payload or of a proof: strings with their exact bytes, or null where erased."""
    for part in ("data", "sources"):
        if parts[part] is not None:
            sealed = parts[part]
            check_part(envelope, part, bytes.fromhex(sealed["salt"]), sealed["content"].encode(), where)


def read_text(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def verify_workspace(folder, keys):
    if not keys:
        with open(os.path.join(folder, "keys", "verifiers"), encoding="utf-8") as file:
            keys = [read_key(line) for line in file]
    checkpoints = {}
    for path in sorted(glob.glob(os.path.join(glob.escape(folder), "checkpoints", "*.checkpoint"))):
        _, size, root = read_checkpoint(read_text(path), keys, path)
        checkpoints.setdefault(size, []).append((path, root))
    for path, root in checkpoints.get(0, []):
        if root != Tree().root():
            raise Broken(f"{path}: not the root of a log without events")
    path = os.path.abspath(os.path.join(folder, "log.sqlite"))
    log = sqlite3.connect(f"file:{quote(path)}?mode=ro", uri=True)
    redactions, missing, tree = set(), [], Tree()
    for position, envelope in log.execute("SELECT position, envelope FROM event ORDER BY position"):
        where, event = f"position {position}", json.loads(envelope)
        if position != tree.size + 1 or event["position"] != position:
            raise Broken(f"position {tree.size + 1}: the event is not there, or was moved")
        tree.append(leaf_hash(envelope))
        parts = list(log.execute("SELECT name, salt, content FROM part WHERE position = ?", (position,)))
        for name, salt, content in parts:
            check_part(envelope, name, salt, content, where)
        if event["kind"] == "event_redacted":
            redactions.add(event["causation"])
        if len(parts) != 2:
            missing.append((where, event["id"]))
        for path, root in checkpoints.get(position, []):
            if tree.root() != root:
                raise Broken(f"{path}: the log up to {where} is not the one that was signed")
    for where, event in missing:
        if event not in redactions:
            raise Broken(f"{where}: a part is gone, and no redaction says that it was erased")
    if max(checkpoints, default=0) > tree.size:
        raise Broken(f"position {tree.size + 1}: gone; a checkpoint of size {max(checkpoints)} was signed")
    return f"{tree.size} events, {sum(map(len, checkpoints.values()))} checkpoints, root {base64.b64encode(tree.root()).decode()}"


def elements(index):
    parts = [f"{index % 1000:03}"]
    while index := index // 1000:
        parts.append(f"x{index % 1000:03}")
    return "/".join(reversed(parts))


def verify_published(folder, keys):
    def read(path, width=256):
        full = os.path.join(folder, path)
        if width < 256 and os.path.exists(f"{full}.p/{width}"):
            full = f"{full}.p/{width}"
        with open(full, "rb") as file:
            return file.read(), full

    checkpoint = os.path.join(folder, "checkpoint")
    origin, size, root = read_checkpoint(read_text(checkpoint), keys, checkpoint)
    tree, payloads, redactions, withheld = Tree(), 0, set(), []
    for index in range((size + 255) // 256):
        width = min(256, size - 256 * index)
        bundle, path = read(f"tile/entries/{elements(index)}", width)
        hashes, tile = read(f"tile/0/{elements(index)}", width)
        payload = os.path.join(folder, "payload", elements(index) + ".jsonl")
        lines = read_text(payload).split("\n") if os.path.exists(os.path.join(folder, "payload")) else None
        offset = 0
        for place in range(width):
            position = tree.size + 1
            length = int.from_bytes(bundle[offset : offset + 2], "big")
            envelope = bundle[offset + 2 : offset + 2 + length]
            offset += 2 + length
            event = json.loads(envelope) if offset <= len(bundle) else {}
            if event.get("position") != position:
                raise Broken(f"position {position}: {path} does not have its envelope")
            if event["kind"] == "event_redacted":
                redactions.add(event["causation"])
            leaf = leaf_hash(envelope)
            if hashes[32 * place : 32 * place + 32] != leaf:
                raise Broken(f"position {position}: {tile} has another hash")
            tree.append(leaf)
            if lines is not None:
                parts = json.loads(lines[place])
                if parts["position"] != position:
                    raise Broken(f"position {position}: {payload} has another payload there")
                check_parts(envelope, parts, f"position {position}")
                if parts["data"] is None or parts["sources"] is None:
                    withheld.append((position, event["id"]))
                payloads += any(parts[part] for part in ("data", "sources"))
        if index < size // 256 and (offset != len(bundle) or len(hashes) != 32 * 256):
            raise Broken(f"position {tree.size}: {path} or {tile} has more than 256 entries")
    for position, event in withheld:
        if event not in redactions:
            raise Broken(f"position {position}: a part is withheld, and no redaction says that it was erased")
    if tree.root() != root:
        raise Broken("the published events do not lead to the signed root")
    return f"{size} events of {origin}, {payloads} with payload, root {base64.b64encode(root).decode()}"


def verify_proof(path, keys):
    head, _, note = read_text(path).partition("\n\n")
    if not head.startswith("c2sp.org/tlog-proof@v1\nextra ") or head.count("\n") < 2:
        raise Broken(f"{path} is not a proof with an event in it")
    _, extra, index, *path_lines = head.split("\n")
    if not index.startswith("index "):
        raise Broken(f"{path} does not say which event it is of")
    record = json.loads(strict_base64(extra[6:]))
    envelope, index = record["envelope"].encode(), decimal(index[6:])
    origin, size, root = read_checkpoint(note, keys, path)
    if root_of_inclusion(index, size, leaf_hash(envelope), [hash_of(line) for line in path_lines]) != root:
        raise Broken("the event does not lead to the signed root")
    event = json.loads(envelope)
    check_parts(envelope, record, "the proof")
    if event["position"] != index + 1:
        raise Broken("the envelope is not that of the event at the index")
    says = {
        part: json.loads(record[part]["content"]) if record[part] else "(erased or withheld)" for part in ("data", "sources")
    }
    return (
        f"event {event['id']} is number {index + 1} of {size} in {origin}, recorded {event['recorded']}\n"
        f"{event['occurred']} {event['subject']} {event['kind']}, {event['status']}\n"
        + "\n".join(f"{part}: {json.dumps(value, ensure_ascii=False)}" for part, value in says.items())
    )


def main(arguments):
    modes = {"workspace": verify_workspace, "published": verify_published, "proof": verify_proof}
    if arguments[:1] in (["-h"], ["--help"]):
        print(__doc__.strip())
        return 0
    if len(arguments) < 2 or arguments[0] not in modes or (arguments[0] != "workspace" and len(arguments) < 3):
        print(__doc__.strip(), file=sys.stderr)
        return 64
    try:
        keys = [read_text(key).strip() if os.path.exists(key) else key for key in arguments[2:]]
        try:
            keys = [read_key(key) for key in keys]
        except (Broken, ValueError) as error:
            print(f"not a verifier key, as key show prints it: {error}", file=sys.stderr)
            return 64
        print(modes[arguments[0]](arguments[1], keys))
        return 0
    except FileNotFoundError as error:
        print(f"there is no {error.filename}", file=sys.stderr)
    except Broken as error:
        print(f"does not hold: {error}", file=sys.stderr)
    except (OSError, ValueError, KeyError, TypeError, IndexError, sqlite3.Error) as error:
        print(f"does not hold: {type(error).__name__}: {error}", file=sys.stderr)
    return 5


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
