"""Hand a file over: the browser saves it, and nobody keeps a copy on the way."""

from flask import Response

from participation.exchange.formats import File


def handed(file: File, name: str) -> Response:
    """The file under a name without its suffix; the name is made of short names and a day."""
    return Response(
        file.content,
        content_type=file.content_type,
        headers={
            "Content-Disposition": f'attachment; filename="{name}.{file.suffix}"',
            "Cache-Control": "no-store",
        },
    )
