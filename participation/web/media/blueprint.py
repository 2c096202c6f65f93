"""The blueprint of pictures and sounds."""

from flask import Blueprint

media = Blueprint("media", __name__)
