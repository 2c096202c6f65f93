"""The blueprint of results."""

from flask import Blueprint

results = Blueprint("results", __name__)
AT = "/<language>/desk/campaigns/<short_name>/results"
READERS = ("worker", "manager", "administrator")
"""Who reads results."""
