"""The blueprint that residents' and desk views of ideas share."""

from flask import Blueprint

ideas = Blueprint("ideas", __name__)
