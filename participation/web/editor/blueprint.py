"""The blueprint of the editor."""

from flask import Blueprint

editor = Blueprint("editor", __name__)
AT = "/<language>/desk/editor"
ONE = f"{AT}/<short_name>"
WRITERS = ("worker", "manager", "administrator")
"""Who writes questionnaires."""
