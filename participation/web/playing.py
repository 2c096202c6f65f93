"""Send a picture or a sound, whole or the part that a player asks for."""

from flask import Response, request
from werkzeug.wrappers import Response as AnyResponse

from participation.media.queries import Kept
from participation.media.rules import PICTURES, SOUNDS

FOR_EVER = "public, max-age=31536000, immutable"
PRIVATE = "no-store"


def sent(kept: Kept, cache: str) -> AnyResponse:
    """The file with its own type. Some players play nothing unless they may ask for parts."""
    known = kept.content_type in PICTURES | SOUNDS
    answer = Response(
        kept.content,
        mimetype=kept.content_type if known else "application/octet-stream",
        headers={"Cache-Control": cache, "Content-Disposition": "inline"},
    )
    if cache == FOR_EVER:
        answer.set_etag(kept.name)
    return answer.make_conditional(request, accept_ranges=True, complete_length=len(kept.content))
