"""The process that renders does not outlive the one that asked."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

PARENT = """
import os, time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from participation.web.documents.child import be_nice
if __name__ == "__main__":
    pool = ProcessPoolExecutor(1, get_context("spawn"), initializer=be_nice)
    print(pool.submit(os.getpid).result(), flush=True)
    time.sleep(60)
"""
PATIENCE = 20.0


def test_a_killed_server_leaves_no_process_behind(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env=environ
    ) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.send_signal(signal.SIGKILL)
        parent.wait(PATIENCE)
        limit = time.monotonic() + PATIENCE
        while is_there(child) and time.monotonic() < limit:
            time.sleep(0.05)
    assert not is_there(child)


def is_there(process: int) -> bool:
    """Whether a process still runs; one that ended and was not collected does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
