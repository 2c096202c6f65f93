"""The catalogue's two functions, with their types: Flask-Babel declares none."""

import flask_babel


def gettext(message: str, **values: object) -> str:
    """A sentence in the language of the document."""
    return str(flask_babel.gettext(message, **values))


def ngettext(one: str, many: str, count: int, **values: object) -> str:
    """A sentence that depends on a number, `%(num)s` in it."""
    return str(flask_babel.ngettext(one, many, count, **values))
