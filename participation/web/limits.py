"""How often one address may try what could be guessed: in memory, in this process, never stored."""

from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

TRIES = "60 per minute; 600 per hour"
"""Generous: everybody in a residence may stand behind one address."""

limiter = Limiter(get_remote_address, storage_uri="memory://", strategy="moving-window")
