"""What a completed response costs, against a floor in the same run.

Eight respondents in a closed loop, a new connection each turn and no cookie kept: GET the
ten-question form in a random language, POST a random complete answer, count it only when the
thank-you page comes back. The floor is a bare WSGI function with raw SQL that writes the same rows
and sends the same bytes, on the same server. Run it by hand:

    .venv/bin/python -m benchmarks.respond [--seconds 15] [--respondents 8]
"""

import argparse
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.form import Form, new_gesture, prepare, read_form

TICKS = os.sysconf("SC_CLK_TCK")
FORM_HEADERS = {"Content-Type": "application/x-www-form-urlencoded", "Connection": "close"}


@dataclass
class Measured:
    """What one run saw; times in seconds, one for each step of each turn."""

    name: str
    completed: int = 0
    failed: int = 0
    seconds: float = 0.0
    cpu: float = 0.0
    megabytes: float = 0.0
    steps: dict[str, list[float]] = field(
        default_factory=lambda: {"form": [], "answer": [], "thanks": []}
    )

    @property
    def cpu_each(self) -> float:
        """Milliseconds of server CPU for each completed response."""
        return 1000 * self.cpu / max(1, self.completed)


def main() -> None:
    """Measure the product, then the floor, and print both with their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--respondents", type=int, default=8)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        token = prepare(Path(folder))
        ours = measure("product", ["-m", "participation", "serve"], folder, token, asked)
        floor = measure("floor", ["-m", "benchmarks.floor"], folder, token, asked)
    for found in (ours, floor):
        show(found)
    print(f"ratio of server CPU, product to floor: {ours.cpu_each / floor.cpu_each:.2f}")


def measure(
    name: str, command: list[str], folder: str, token: str, asked: argparse.Namespace
) -> Measured:
    """Start one server, warm it up, let the respondents answer, stop it."""
    port = free_port()
    environ = {**os.environ, "PARTICIPATION_DATA": folder}
    server = subprocess.Popen(
        [sys.executable, *command, "--host", "127.0.0.1", "--port", str(port)],
        env=environ,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port)
        forms = {tag: read_form(port, tag, token) for tag in ("fr", "en", "ar", "fa-AF", "uk")}
        run(port, forms, 2.0, asked.respondents, Measured("warm-up"))
        found = Measured(name)
        before = cpu_of(server.pid)
        found.seconds = run(port, forms, asked.seconds, asked.respondents, found)
        found.cpu = cpu_of(server.pid) - before
        found.megabytes = memory_of(server.pid)
        return found
    finally:
        server.terminate()
        server.wait(timeout=20)


def run(
    port: int, forms: dict[str, Form], seconds: float, respondents: int, found: Measured
) -> float:
    """Let the respondents answer for some seconds; how long it really took."""
    begun = time.perf_counter()
    lock = threading.Lock()
    threads = [
        threading.Thread(target=respond, args=(port, forms, begun + seconds, found, lock, number))
        for number in range(respondents)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - begun


def respond(
    port: int,
    forms: dict[str, Form],
    until: float,
    found: Measured,
    lock: threading.Lock,
    number: int,
) -> None:
    """One respondent, turn after turn."""
    chance = random.Random(number)
    while time.perf_counter() < until:
        form = forms[chance.choice(sorted(forms))]
        body = urlencode(form.random_answer(chance, new_gesture()))
        first, status, _, page = ask(port, "GET", form.path)
        second, sent, location, _ = ask(port, "POST", form.path, body)
        third, thanked, _, thanks = ask(port, "GET", location or "/nowhere")
        complete = status == 200 and gesture_is_in(page) and sent == 303 and thanked == 200
        with lock:
            found.completed += complete and form.thanks in thanks
            found.failed += not (complete and form.thanks in thanks)
            for step, took in zip(found.steps, (first, second, third), strict=True):
                found.steps[step].append(took)


def gesture_is_in(page: bytes) -> bool:
    """Whether the form came with its gesture."""
    return b'name="gesture"' in page


def ask(port: int, method: str, path: str, body: str = "") -> tuple[float, int, str, bytes]:
    """One request on a connection of its own: seconds, status, location, body."""
    begun = time.perf_counter()
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request(method, path, body or None, FORM_HEADERS)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    took = time.perf_counter() - begun
    return took, answer.status, answer.getheader("Location", ""), content


def family(pid: int) -> list[int]:
    """A process and its descendants."""
    found = [pid]
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split():
        found += family(int(child))
    return found


def cpu_of(pid: int) -> float:
    """Seconds of CPU of a server with its children, user and system."""
    total = 0
    for one in family(pid):
        fields = Path(f"/proc/{one}/stat").read_text("ascii").rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


def memory_of(pid: int) -> float:
    """Megabytes of the server's processes together (proportional set size)."""
    total = 0
    for one in family(pid):
        for line in Path(f"/proc/{one}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1])
    return total / 1024


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(port: int) -> None:
    """Wait until a server listens, 30 seconds at most."""
    limit = time.monotonic() + 30
    while time.monotonic() < limit:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError("the server does not answer")


def show(found: Measured) -> None:
    """Print one run."""
    print(
        f"{found.name}: {found.completed} completed ({found.failed} failed)"
        f" in {found.seconds:.1f} s = {found.completed / found.seconds:.0f} a second;"
        f" server CPU {found.cpu_each:.2f} ms each; memory {found.megabytes:.0f} MB"
    )
    for step, times in found.steps.items():
        cut = statistics.quantiles(times, n=20)
        print(f"  {step}: p50 {1000 * cut[9]:.1f} ms, p95 {1000 * cut[18]:.1f} ms")


if __name__ == "__main__":
    main()
