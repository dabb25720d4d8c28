"""Starts a backend with the demo in it and lets schemathesis hold it against openapi.yaml, with every check on.

Called by run.sh, which sees to the packages. Ends with the count of cases; anything found makes it fail.
"""

import argparse
import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml
from check_examples import DOCUMENT, METHODS

HERE = Path(__file__).resolve().parent
# The same cases in every run, so that what one person finds another can see. `--seed` looks elsewhere.
SEED = 8365
# How many cases of each call are made; the long run makes more.
EXAMPLES = 100
# Machines boot in a blink, so that a start is followed by more than refusals.
TIME_SCALE = "1000"
# Requests that are wrong on purpose look like somebody guessing passwords.
NO_LIMIT = "1000000"
SECONDS_TO_START = 60
SECONDS_TO_STOP = 10


class BackendFailed(Exception):
    """The backend did not start, or did not live to the end."""


def read_address(backend: subprocess.Popen[str]) -> str:
    """The address that the backend says it listens on. Its output is read to the end, so that it never waits for a reader."""
    address: queue.Queue[str | None] = queue.Queue()

    def read() -> None:
        for line in backend.stdout or ():
            if "Listening on http://" in line:
                address.put(line.split("Listening on ", 1)[1].split()[0].rstrip("/"))
        address.put(None)

    threading.Thread(target=read, daemon=True).start()
    try:
        found = address.get(timeout=SECONDS_TO_START)
    except queue.Empty:
        found = None
    if found is None:
        raise BackendFailed("The backend did not say where it listens.")
    return found


def stop(backend: subprocess.Popen[str]) -> None:
    """Ends the backend, politely first."""
    backend.terminate()
    try:
        backend.wait(timeout=SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:
        backend.kill()
        backend.wait()


@contextmanager
def running_backend(binary: Path, folder: Path) -> Iterator[str]:
    """The address of a backend that lives while the block runs; its log is printed when it dies before."""
    log = folder / "backend.log"
    options = {
        "--listen": "127.0.0.1:0",
        "--database": str(folder / "demo.sqlite"),
        "--time-scale": TIME_SCALE,
        "--sign-in-limit": NO_LIMIT,
        "--sign-in-limit-per-address": NO_LIMIT,
    }
    command = [str(binary), "serve", "--demo", *(word for option in options.items() for word in option)]
    with log.open("w") as stderr:
        backend = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=stderr, text=True)
    try:
        yield read_address(backend)
        if backend.poll() is not None:
            raise BackendFailed(f"The backend ended by itself with {backend.returncode}.")
    except BackendFailed:
        sys.stderr.write(log.read_text(errors="replace"))
        raise
    finally:
        stop(backend)


def run_schemathesis(address: str, seed: int, examples: int, folder: Path) -> dict[str, Any]:
    """Runs every phase and answers schemathesis' own account of the run."""
    report = folder / "report.json"
    command = [
        Path(sys.executable).with_name("schemathesis"),
        "--config-file",
        HERE / "schemathesis.toml",
        "run",
        DOCUMENT,
        "--checks=all",
        "--phases=examples,coverage,fuzzing,stateful",
        f"--seed={seed}",
        f"--max-examples={examples}",
        f"--report-json-path={report}",
    ]
    environment = os.environ | {
        "CONTRACT_URL": f"{address}/api/v1",
        "HYPOTHESIS_STORAGE_DIRECTORY": str(folder / "hypothesis"),
    }
    subprocess.run(list(map(str, command)), cwd=HERE, env=environment, check=False)
    return json.loads(report.read_text(encoding="utf-8"))


def unreached(report: dict[str, Any]) -> list[str]:
    """The calls that never once succeeded: nothing that is said about them means much."""
    document = yaml.safe_load(DOCUMENT.read_text(encoding="utf-8"))
    calls = [
        f"{method.upper()} {path}"
        for path, methods in document["paths"].items()
        for method in methods
        if method in METHODS
    ]
    rates = report["valid_rates"]
    return [call for call in calls if not any(rate["accepted"] for rate in rates.get(call, {}).values())]


def findings(report: dict[str, Any]) -> list[str]:
    """A sentence for everything that is wrong, whether in the backend or in the way it was tested."""
    operations = report["operations"] or {"total": 0, "tested": 0}
    found = [f"{failure['title']}: {', '.join(failure['operations'])}" for failure in report["failures"]]
    found += [error["title"] for error in report["errors"]]
    found += [f"never succeeded: {label}" for label in unreached(report)]
    if operations["tested"] != operations["total"] or not operations["total"]:
        found.append(f"only {operations['tested']} of {operations['total']} calls were tested")
    found += [f"phase {name} ended with {phase['status']}" for name, phase in skipped_phases(report)]
    if not report["complete"] or (report["exit_code"] != 0 and not found):
        found.append(f"schemathesis stopped early: {report['stop_reason']}, exit code {report['exit_code']}")
    return found


def skipped_phases(report: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """The phases that did not run."""
    phases = report["phases"] or {}
    return [(name, phase) for name, phase in phases.items() if phase["status"] in ("skip", "interrupted", "error")]


def main() -> int:
    """Runs the whole; 0 when nothing was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("backend", type=Path, help="the vps-portal-backend binary")
    parser.add_argument("--seed", type=int, default=SEED, help="which cases are made (default: %(default)s)")
    parser.add_argument("--examples", type=int, default=EXAMPLES, help="how many are made for a call (default: %(default)s)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="vps-portal-contract-") as name:
        folder = Path(name)
        try:
            with running_backend(arguments.backend, folder) as address:
                report = run_schemathesis(address, arguments.seed, arguments.examples, folder)
        except (BackendFailed, OSError) as error:
            print(f"schemathesis: not run. {error}", file=sys.stderr)
            return 1
    found = findings(report)
    for finding in found:
        print(f"- {finding}", file=sys.stderr)
    cases = report["test_cases"]["generated"]
    print(f"schemathesis: {cases} cases, {len(found)} findings (seed {arguments.seed})")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
