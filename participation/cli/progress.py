"""What is shown on a terminal while something takes more than two seconds."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count


@contextmanager
def working(sentence: str) -> Iterator[None]:
    """Say what is being done, with the seconds that went by; in silence when nobody watches."""
    if not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    ticking = threading.Thread(target=tick, args=(sentence, done))
    ticking.start()
    try:
        yield
    finally:
        done.set()
        ticking.join()


def tick(sentence: str, done: threading.Event) -> None:
    """Write the same line again every second, then end it."""
    for seconds in count():
        sys.stderr.write(f"\r{sentence}... {seconds} s")
        sys.stderr.flush()
        if done.wait(1):
            break
    sys.stderr.write("\n")
