"""The blueprint of the tablet."""

from flask import Blueprint

kiosk = Blueprint("kiosk", __name__)
