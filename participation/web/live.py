"""A live part of a page: one template, in the page and alone, cheap to ask for again."""

from flask import make_response, request
from werkzeug.wrappers import Response


def live(html: str) -> Response:
    """The part with its fingerprint: 304 and no body when the asker has it already."""
    response = make_response(html)
    response.add_etag()
    response.headers["Cache-Control"] = "no-cache, private"
    return response.make_conditional(request)
