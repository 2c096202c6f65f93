"""How a telephone proves that it reached an address, without anything being stored about it.

The test page at an address shows four digits, derived from that address with the secret key of the
installation. Whoever types them at the desk has seen the page at that address, so they choose and
confirm it in one act. Any number of processes and machines agree, because they share the key.
"""

import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import count

from participation.errors import NotFound

DIGITS = 4
MARK_SIGNS = 10


@dataclass(frozen=True, slots=True)
class Proof:
    """What the test page of one address needs: its token and its digits."""

    token: str
    digits: str


@dataclass(frozen=True, slots=True)
class Prover:
    """Makes proofs for one structure with the key of the installation."""

    key: str
    structure_id: int

    def proofs(self, addresses: Sequence[str]) -> Mapping[str, Proof]:
        """Address -> proof. All digits differ, so that they name one address: a round says how."""
        for each in count():
            found = {address: self.proof(address, each) for address in addresses}
            if len({one.digits for one in found.values()}) == len(found):
                return found
        raise AssertionError("no round without two equal numbers")

    def proof(self, address: str, each: int) -> Proof:
        """The proof of one address in a round."""
        said = f"reach {self.structure_id} {each} {address}".encode()
        made = hmac.new(self.key.encode(), said, sha256).hexdigest()
        digits = f"{int(made[-12:], 16) % 10**DIGITS:0{DIGITS}}"
        return Proof(f"{self.structure_id}-{each}-{made[:MARK_SIGNS]}", digits)


def structure_and_digits(key: str, token: str, address: str) -> tuple[int, str]:
    """What a token proves at the address where it was opened. Raises NotFound at any other."""
    parts = token.split("-")
    if len(parts) != 3 or not all(one.isascii() and one.isdigit() for one in parts[:2]):
        raise NotFound
    if max(map(len, parts)) > MARK_SIGNS:
        raise NotFound
    structure_id, each = int(parts[0]), int(parts[1])
    right = Prover(key, structure_id).proof(address, each)
    if not hmac.compare_digest(token.encode(), right.token.encode()):
        raise NotFound
    return structure_id, right.digits
