"""The blueprint of questionnaires."""

from flask import Blueprint

questionnaires = Blueprint("questionnaires", __name__)
