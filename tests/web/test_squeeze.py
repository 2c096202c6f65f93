"""A page compressed in pieces is the page."""

import gzip

from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from participation.web.squeeze import Squeezed


@given(st.binary(), st.binary(max_size=200), st.binary())
def test_the_pieces_together_are_the_page(before: bytes, filling: bytes, after: bytes) -> None:
    page = Squeezed.of(before, after)
    assert gzip.decompress(page.small(filling)) == page.plain(filling)


def test_a_browser_gets_what_it_can_read() -> None:
    page = Squeezed.of(b"<p>" * 500, b"</p>" * 500)
    with Flask("x").test_request_context(headers={"Accept-Encoding": "gzip, br"}):
        small = page.response(b"gesture")
    with Flask("x").test_request_context():
        plain = page.response(b"gesture")
    assert gzip.decompress(small.data) == plain.data
    assert len(small.data) < len(plain.data) / 10
    assert small.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
