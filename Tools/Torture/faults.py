"""Lets the disk fail under everything that writes: full, broken, read-only; a clear error, exit code 1, nothing half written."""
import os
import resource
import shutil
import subprocess
import time

from office import Broken, Office

# A folder that is mounted read-only, and one on a file system of so many KiB, for whatever comes after them.
READ_ONLY = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'
SMALL = """
mount -t tmpfs -o size="$1"k,mode=700 tmpfs /mnt && cp -a "$0/." /mnt && shift || exit 90
"$@" --workspace /mnt >&2; code=$?
"$1" verify --quiet --workspace /mnt >&2 || exit 91
"$1" log --format jsonl --workspace /mnt
exit $code
"""
HERE = os.path.dirname(os.path.abspath(__file__))
ENOSPC, EIO = 28, 5
CALLS = (
    ("write", ENOSPC), ("write", EIO), ("sync", EIO), ("truncate", EIO), ("read", EIO), ("create", ENOSPC), ("rename", EIO),
)


def shim(folder):
    """Compiles the library that makes calls fail."""
    path = folder + "/failing_disk.so"
    compiler = next(c for c in ("cc", "clang", "gcc") if shutil.which(c))
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", path, HERE + "/failing_disk.c", "-ldl"], check=True)
    return path


class Faults:
    def __init__(self, program, folder, seed, rounds, say):
        self.office = Office(program, folder, seed)
        self.rounds, self.say = rounds, say
        self.injected, self.failed, self.survived = {}, 0, 0
        self.mounting = namespace()
        self.slowest = (0, "")

    def operations(self):
        office = self.office

        def append():
            path, tag = office.batch(office.random.choice((1, 40, 800)))
            return tag, ("append", path, "--quiet")

        # What is run, and the files that it writes and reads.
        return [
            (append, ("/log.sqlite",)),
            (lambda: (None, ("projections", "rebuild", "--quiet")), ("/views.sqlite", "/log.sqlite")),
            (lambda: (None, ("projections", "update", "--quiet")), ("/views.sqlite", "/log.sqlite")),
            (lambda: (None, ("checkpoint", "--quiet")), ("/checkpoints/", "/log.sqlite")),
            (lambda: (None, ("audit", "--quiet")), ("/audits/", "/views.sqlite", "/log.sqlite")),
            (lambda: (None, ("backup", office.root + "/backups", "--quiet")), ("/backups/", "/log.sqlite")),
            (lambda: (None, ("publish", office.root + "/published", "--quiet")), ("/published/", "/checkpoints/")),
        ]

    def something_new(self):
        """Whoever has nothing to do meets no fault."""
        path, tag = self.office.batch(1)
        self.office.must("append", path, "--quiet")
        self.office.acknowledged[tag] = 1

    def attempt(self, fault, operation, **options):
        """Runs an operation on a disk that fails. It may succeed, where it does not meet the fault; else it says so and why."""
        office = self.office
        tag, arguments = operation()
        size = sum(1 for _ in open(arguments[1], encoding="utf-8")) if tag else 0
        started = time.monotonic()
        code, output, errors = office.run(*arguments, **options)
        self.slowest = max(self.slowest, (time.monotonic() - started, f"{fault}: {' '.join(arguments)}"))
        self.injected[fault] = self.injected.get(fault, 0) + 1
        if code in (0, 3):
            self.survived += 1
            if tag:
                office.acknowledged[tag] = size
        else:
            self.failed += 1
            if code not in (1, 5) or not (errors + output).strip():
                raise Broken(f"{fault}: {' '.join(arguments)} ended with {code}: {errors.strip()[-400:] or 'without a word'}")
            if code == 5 and arguments[0] != "audit":
                raise Broken(f"{fault}: {' '.join(arguments)} calls a full or broken disk a fork: {errors[-400:]}")
            if tag:
                office.unknown[tag] = size
        return code

    def run(self):
        office, library = self.office, shim(self.office.root)
        for _ in range(3):
            path, tag = office.batch(500)
            office.must("append", path, "--quiet")
            office.acknowledged[tag] = 500
        office.must("projections", "update", "--quiet")
        for _ in range(self.rounds):
            for operation, names in self.operations():
                for call, number in CALLS:
                    for name in names:
                        self.something_new()
                        once = office.random.random() < 0.5
                        # Calls that come seldom fail early, or never.
                        most = 60 if call in ("write", "read") else 8
                        environment = {
                            **os.environ, "LD_PRELOAD": library, "FAIL_CALL": call, "FAIL_ERRNO": str(number), "FAIL_NAME": name,
                            "FAIL_AT": str(int(office.random.random() ** 3 * most) + 1), **({"FAIL_ONCE": "1"} if once else {}),
                        }
                        self.attempt(f"{call} {os.strerror(number)}", operation, env=environment)
                self.attempt("file size limit", operation, preexec_fn=limit(office.random.randrange(1, 3_000_000)))
                self.read_only(operation)
                self.say(f"faults injected: {sum(self.injected.values())}")
                office.check()
            self.full()
        office.must("backup", office.root + "/backups", "--quiet")
        office.must("restore", office.root + "/backups", office.root + "/restored", "--quiet")
        office.must("verify", office.root + "/restored", "--quiet")
        size = office.check()
        office.remove()
        return {
            "injected": self.injected, "refused": self.failed, "not_met": self.survived, "events": size,
            **({} if self.mounting else {"not_tried": "mounts, which this system does not let us make"}),
            "slowest_seconds": round(self.slowest[0]), "slowest": self.slowest[1],
        }

    def read_only(self, operation):
        """A workspace that is mounted read-only: nothing can be written, and everything can be read."""
        if not self.mounting:
            return
        within = [*self.mounting, "sh", "-c", READ_ONLY, self.office.workspace]
        self.attempt("read-only mount", operation, within=within)
        for arguments in (("log", "--format", "jsonl"), ("verify", "--quiet"), ("search", "word1w", "--no-catch-up")):
            code, _, errors = self.office.run(*arguments, within=within)
            if code != 0:
                raise Broken(f"{' '.join(arguments)} of a read-only mount ended with {code}: {errors[-400:]}")

    def full(self):
        """A batch that does not fit on the disk is not there, whole or in part, and what was there is."""
        if not self.mounting:
            return
        office = self.office
        before = len(office.events())
        # A tmpfs gives every file whole pages.
        used = sum(
            4096 + os.path.getsize(f"{path}/{name}") // 4096 * 4096 for path, _, names in os.walk(office.workspace) for name in names
        )
        path, tag = office.batch(3000)
        size = used // 1024 + office.random.randrange(200, 4000)
        command = [*self.mounting, "sh", "-c", SMALL, office.workspace, str(size), office.program, "append", path, "--quiet"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300)
        self.injected["small disk"] = self.injected.get("small disk", 0) + 1
        after = len(done.stdout.splitlines())
        if done.returncode not in (0, 1) or after != before + (3000 if done.returncode == 0 else 0):
            raise Broken(f"on a disk of {size} KiB, append ended with {done.returncode}, {before} events became {after}: {done.stderr[-600:]}")
        if done.returncode == 1 and not done.stderr.strip():
            raise Broken(f"on a disk of {size} KiB, append failed without a word")
        self.failed, self.survived = self.failed + done.returncode, self.survived + 1 - done.returncode


def namespace():
    """How a command gets mounts of its own; empty where the system does not let us."""
    ways = (["unshare", "--mount"], ["unshare", "--user", "--map-root-user", "--mount"])
    return next((way for way in ways if subprocess.run([*way, "sh", "-c", "mount -t tmpfs tmpfs /mnt"], capture_output=True).returncode == 0), [])


def limit(size):
    """Makes every write beyond `size` bytes of a file fail, as on a disk that fills up."""

    def apply():
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return apply
