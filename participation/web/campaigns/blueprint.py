"""The blueprint of campaigns."""

from flask import Blueprint

campaigns = Blueprint("campaigns", __name__)
