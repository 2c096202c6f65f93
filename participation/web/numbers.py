"""Numbers in addresses and forms: none is greater than what both databases can hold."""

from flask import Flask, request
from werkzeug.routing import IntegerConverter

DIGITS, LONG_DIGITS = 9, 18
"""PostgreSQL holds 2**31 - 1 in an Integer, both databases 2**63 - 1 in a BigInteger."""


class Number(IntegerConverter):
    """`<int:id>` of a row with a `Key`; a longer number is no address of ours."""

    regex = f"[0-9]{{1,{DIGITS}}}"


class LongNumber(IntegerConverter):
    """`<long:id>` of a row with a `RandomKey`."""

    regex = f"[0-9]{{1,{LONG_DIGITS}}}"


def register_numbers(app: Flask) -> None:
    """Before any address is declared."""
    app.url_map.converters.update({"int": Number, "long": LongNumber})


def whole(typed: str, otherwise: int, *, digits: int = DIGITS) -> int:
    """What was typed or sent as a whole number, else the other one."""
    is_number = typed.isascii() and typed.isdigit() and len(typed) <= digits
    return int(typed) if is_number else otherwise


def number_asked(name: str, otherwise: int = 0, *, digits: int = DIGITS) -> int:
    """A whole number of the address's query."""
    return whole(request.args.get(name, ""), otherwise, digits=digits)
