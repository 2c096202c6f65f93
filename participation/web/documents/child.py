"""What runs in the child process: the only place that loads WeasyPrint, and only when asked."""

import os
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import parent_process
from threading import Thread

PANGO_LINE = "apt-get install -y --no-install-recommends libpangoft2-1.0-0 libharfbuzz-subset0"
"""What a Debian without Pango needs before it can make PDF files."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document, or why there is none: exceptions with arguments do not travel well."""

    pdf: bytes = b""
    missing_library: str = ""
    fault: str = ""


def be_nice() -> None:
    """Pages that people wait for come before documents; and when the server ends, so does this."""
    os.nice(10)
    Thread(target=leave_with_parent, daemon=True).start()


def leave_with_parent() -> None:
    """Wait for the end of the process that asked: killed or stopped, it leaves nobody behind."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


def render(html: str) -> Rendered:
    """Render one document, and tell what went wrong instead of raising."""
    try:
        pdf = import_module("participation.web.documents.pdf")
    except OSError as error:
        return Rendered(missing_library=str(error))
    try:
        return Rendered(pdf.render_pdf(html))
    except (pdf.MissingGlyph, pdf.ForeignFont) as error:
        return Rendered(fault=f"{type(error).__name__}: {error}")
