"""One child process for all the documents, so that no page waits for a PDF."""

from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from multiprocessing import get_context
from threading import Lock

from participation.errors import Refused
from participation.web.documents.child import PANGO_LINE, Rendered, be_nice, render

SECONDS = 120
"""A document that takes longer than this is a fault."""


class PdfUnavailable(Refused):
    """This machine cannot write PDF files yet: an administrator types the line given here."""


class DocumentBroken(Exception):
    """A document that would not have been readable by everybody; it was not written."""


class Renderer:
    """Renders in a child that is started when first needed and replaced after twenty documents."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._pool: ProcessPoolExecutor | None = None

    def pdf(self, html: str) -> bytes:
        """The document as PDF. Raises PdfUnavailable or DocumentBroken."""
        try:
            return _opened(self._ask(html))
        except BrokenProcessPool:
            self.close()
            return _opened(self._ask(html))

    def _ask(self, html: str) -> Rendered:
        with self._lock:
            if self._pool is None:
                self._pool = ProcessPoolExecutor(
                    1, get_context("spawn"), initializer=be_nice, max_tasks_per_child=20
                )
            waiting = self._pool.submit(render, html)
        return waiting.result(SECONDS)

    def close(self) -> None:
        """Stop the child; the next document starts another."""
        with self._lock:
            if self._pool is not None:
                self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None


def _opened(rendered: Rendered) -> bytes:
    if rendered.missing_library:
        raise PdfUnavailable(line=PANGO_LINE)
    if rendered.fault:
        raise DocumentBroken(rendered.fault)
    return rendered.pdf


@lru_cache(maxsize=1)
def renderer() -> Renderer:
    """The renderer of this process."""
    return Renderer()
