"""A zip that is the same bytes whenever it is made of the same files."""

import io
import zipfile
from collections.abc import Sequence

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can hold: the file tells no time, the journal does."""
READABLE = 0o644 << 16
MADE_ON_UNIX = 3


def archived(files: Sequence[tuple[str, bytes]], *, stored: Sequence[str] = ()) -> bytes:
    """The files in their order; those in `stored` are not compressed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.external_attr, entry.create_system = READABLE, MADE_ON_UNIX
            way = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, compress_type=way)
    return made.getvalue()
