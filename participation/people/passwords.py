"""Passwords and one-time codes: how they are hashed, checked and made."""

import secrets
import unicodedata
from functools import cached_property, lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Signs of a code that is read aloud or copied by hand: no 0, O, 1, I or L."""
CODE_LENGTH = 10


class Passwords:
    """Argon2id with the memory asked for; time and lanes as OWASP advises for 19 MiB."""

    def __init__(self, memory_kib: int) -> None:
        """Prepare the hasher; `memory_kib` is what one check costs, in KiB."""
        self._hasher = PasswordHasher(time_cost=2, memory_cost=memory_kib, parallelism=1)

    def hash(self, secret: str) -> str:
        """What may be stored of a password or of a code."""
        return self._hasher.hash(_composed(secret))

    def fits(self, stored: str, given: str) -> bool:
        """Whether a secret is the stored one; without a stored one, False after the same time."""
        try:
            self._hasher.verify(stored or self._nobody, _composed(given))
        except (VerificationError, InvalidHashError):
            return False
        return bool(stored)

    @cached_property
    def _nobody(self) -> str:
        return self._hasher.hash(secrets.token_hex())


@lru_cache
def passwords_of(memory_kib: int) -> Passwords:
    """One hasher for each cost."""
    return Passwords(memory_kib)


def new_code() -> str:
    """A one-time code that is handed over in person, in two groups of five signs."""
    signs = "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))
    return f"{signs[:5]}-{signs[5:]}"


def typed_code(typed: str) -> str:
    """A code as it was given, however it was typed: capitals, spaces and hyphens do not count."""
    signs = "".join(sign for sign in typed.upper() if sign.isalnum())
    return f"{signs[:5]}-{signs[5:]}"


def _composed(secret: str) -> str:
    """The same letters from every keyboard."""
    return unicodedata.normalize("NFKC", secret)
