"""A workspace that is worked with from outside, by the real program, and what has to hold of it whatever happened."""
import gzip
import json
import os
import random
import shutil
import subprocess

TIMEOUT = 120


class Broken(Exception):
    """Something that is promised does not hold."""


class Office:
    def __init__(self, program, folder, seed):
        self.program, self.root = program, folder
        self.workspace = folder + "/workspace"
        self.random = random.Random(seed)
        self.count = 0
        # Batches that were acknowledged, and those of which nobody knows: the number of events by tag.
        self.acknowledged, self.unknown = {}, {}
        # Words that were erased for good, and the tags of the batches that they were in.
        self.erased = []
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        self.must("init", self.workspace)

    def command(self, *arguments):
        placed = [] if arguments[0] in ("init", "restore") else ["--workspace", self.workspace]
        return [self.program, *arguments, *placed]

    def start(self, *arguments, within=(), **options):
        """Starts the program, or what starts it in its turn."""
        return subprocess.Popen(
            [*within, *self.command(*arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options
        )

    def run(self, *arguments, timeout=TIMEOUT, **options):
        """Exit code, standard output and standard error; a command that hangs is broken."""
        process = self.start(*arguments, **options)
        try:
            output, errors = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            raise Broken(f"{' '.join(arguments)} did not end within {timeout} seconds: is a lock left?") from None
        return process.returncode, output, errors

    def must(self, *arguments, codes=(0,)):
        code, output, errors = self.run(*arguments)
        if code not in codes:
            raise Broken(f"{' '.join(arguments)} ended with {code}: {errors.strip()[-600:] or output[-600:]}")
        return output

    def batch(self, size):
        """A file of new events that belong together, and its tag."""
        tag = f"batch-{len(self.acknowledged) + len(self.unknown)}-{self.random.getrandbits(40):x}"
        path = f"{self.root}/{tag}.jsonl"
        with open(path, "w", encoding="utf-8") as file:
            for _ in range(size):
                self.count += 1
                json.dump(
                    {
                        "subject": f"company/t-{self.random.randrange(20)}",
                        "kind": "layoff",
                        "occurred": f"20{self.random.randrange(10, 26)}-0{self.random.randrange(1, 10)}",
                        "correlation": tag,
                        "data": {"place": {"country": "CN"}, "count": self.count, "reason": f"word{self.count}w {tag}"},
                        "sources": [{"publisher": f"Daily {self.random.randrange(30)}"}],
                    },
                    file,
                )
                file.write("\n")
        return path, tag

    def events(self):
        return [json.loads(line) for line in self.must("log", "--format", "jsonl").splitlines()]

    def finish_erasure(self):
        """An erasure that was interrupted says so, and is ended by one command: finished, or not begun and said to be so."""
        if "erasure_pending" not in self.run("doctor", "--format", "jsonl")[1]:
            return
        code, _, errors = self.run("redact", "--finish")
        if code != 0 and "before anything was erased" not in errors:
            raise Broken(f"redact --finish ended with {code}: {errors[-600:]}")
        if "erasure_pending" in self.run("doctor", "--format", "jsonl")[1]:
            raise Broken("an erasure is pending after redact --finish")

    def check(self):
        """Everything that is promised, after whatever happened."""
        self.finish_erasure()
        events = self.events()
        if [event["position"] for event in events] != list(range(1, len(events) + 1)):
            raise Broken("positions are not dense")
        if len({event["id"] for event in events}) != len(events):
            raise Broken("an event is there twice")
        found = {}
        for event in events:
            found[event["correlation"]] = found.get(event["correlation"], 0) + 1
        for tag, size in self.acknowledged.items():
            if found.get(tag, 0) != size:
                raise Broken(f"of the {size} acknowledged events of {tag}, {found.get(tag, 0)} are there")
        for tag, size in self.unknown.items():
            if found.get(tag, 0) not in (0, size):
                raise Broken(f"half a batch: {found[tag]} of {size} events of {tag}")
        self.must("verify", "--quiet")
        self.must("projections", "update", "--quiet")
        self.must("projections", "check", "--quiet")
        symptoms = [json.loads(line) for line in self.run("doctor", "--format", "jsonl")[1].splitlines()]
        if wrong := [symptom for symptom in symptoms if symptom["severity"] != "warning"]:
            raise Broken(f"the doctor finds {wrong}")
        return len(events)

    def check_erased(self):
        """No file of the workspace, of what it published and of its backups has a word that was erased."""
        if not self.erased:
            return
        for folder in (self.workspace, self.root + "/published", self.root + "/backups"):
            for path, _, names in os.walk(folder):
                for name in names:
                    with open(f"{path}/{name}", "rb") as file:
                        content = file.read()
                    if name.endswith(".gz"):
                        content = gzip.decompress(content)
                    for word in self.erased:
                        if word in content:
                            raise Broken(f"{word.decode()} was erased and is in {path}/{name}")

    def remove(self):
        shutil.rmtree(self.root, ignore_errors=True)
