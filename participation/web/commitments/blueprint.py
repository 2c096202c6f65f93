"""The blueprint of answers and commitments."""

from flask import Blueprint

commitments = Blueprint("commitments", __name__)
