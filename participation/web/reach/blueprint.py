"""The blueprint of reach."""

from flask import Blueprint

reach = Blueprint("reach", __name__)
