"""Numbers in addresses and forms: none is greater than what both databases can hold."""

from flask import Flask, request
from werkzeug.routing import IntegerConverter

GREATEST = 10**18 - 1


class Number(IntegerConverter):
    """`<int:id>` of at most 18 digits; a longer one is no address of ours."""

    regex = r"[0-9]{1,18}"


def register_numbers(app: Flask) -> None:
    """Before any address is declared."""
    app.url_map.converters["int"] = Number


def whole(typed: str, otherwise: int) -> int:
    """What was typed or sent as a whole number, else the other one."""
    is_number = typed.isascii() and typed.isdigit() and len(typed) <= len(str(GREATEST))
    return int(typed) if is_number else otherwise


def number_asked(name: str, otherwise: int = 0) -> int:
    """A whole number of the address's query."""
    return whole(request.args.get(name, ""), otherwise)
