"""Cards and urns: cast a ballot that nobody can find again, close, count.

Everything here works on the session of the urns alone. See VOTING, section 3: a card leads to no
person, a ballot to no card, and the bytes of an urn tell nothing of the order of casting.
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from participation import __version__
from participation.voting import approval, dots, urn
from participation.voting.ballot import BallotRefused, Marks
from participation.voting.result import Result
from participation.workshops.models import Card, Poll, Urn
from participation.workshops.rules import (
    BallotBroken,
    CardState,
    CardUsed,
    CardVoid,
    Method,
    PollNotOpen,
    TestCard,
    UnknownCard,
    UrnDisagrees,
)

CODE_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""What a long code is made of (Crockford's base 32): a person can copy it from paper."""
CODE_LENGTH = 16
DIGITS = 6


@dataclass(frozen=True, slots=True)
class PrintedCard:
    """What is printed on one card: the long code of its QR, six digits, and "test" or not."""

    code: str
    digits: str
    is_test: bool


@dataclass(frozen=True, slots=True)
class Ballots:
    """What a ballot of one poll looks like; `positions` are those of the lines, as text."""

    poll_id: int
    method: Method
    positions: tuple[str, ...]
    dots: int
    cap: int

    @classmethod
    def of(cls, poll: Poll) -> "Ballots":
        """The ballots of a poll whose lines are loaded."""
        positions = tuple(str(line.position) for line in poll.lines)
        return cls(poll.id, poll.method, positions, poll.dots, poll.cap)

    @property
    def layout(self) -> urn.Layout:
        """How one ballot is written in the urn."""
        if self.method is Method.DOTS:
            return urn.dots(len(self.positions), cap=self.cap)
        return urn.approval(len(self.positions))

    def read(self, given: Mapping[str, int]) -> Marks:
        """The marks of one ballot: position -> dots (1 for "I am for it"). Raises BallotBroken."""
        try:
            if self.method is Method.DOTS:
                return dots.read(self.positions, dots.Rules(self.dots, self.cap), dict(given))
            chosen = [position for position, mark in given.items() if mark]
            return approval.read(self.positions, chosen)
        except BallotRefused as error:
            raise BallotBroken(dots=self.dots, cap=self.cap) from error

    def tally(self, ballots: Sequence[Marks]) -> dict[str, object]:
        """Totals in the order of the lines, with how many ballots and how many of them blank."""
        result: Result = (
            dots.count_marks(self.positions, dots.Rules(self.dots, self.cap), ballots)
            if self.method is Method.DOTS
            else approval.count_marks(self.positions, ballots)
        )
        return {
            "totals": [result.totals[position] for position in self.positions],
            "ballots": result.ballots,
            "blank": result.blank,
            "dots": self.dots if self.method is Method.DOTS else None,
        }


def mac(key: bytes, purpose: str, value: str) -> bytes:
    """HMAC-SHA256 of a code or a gesture, so that the stored value opens nothing."""
    return hmac.new(key, f"{purpose}:{value}".encode(), hashlib.sha256).digest()


def key_from(secret_key: str) -> bytes:
    """The key of cards and gestures, drawn from the secret key for this purpose alone."""
    return hmac.new(secret_key.encode(), b"participation: voting cards", hashlib.sha256).digest()


def as_printed(code: str) -> str:
    """A long code as its card shows it: four groups of four."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def as_typed(raw: str) -> str:
    """A code out of what a person typed: signs that look alike are taken for each other."""
    kept = "".join(sign for sign in raw.upper() if sign.isascii() and sign.isalnum())
    return kept.translate(str.maketrans("OIL", "011"))


def make_cards(
    urns: Session, poll_id: int, *, key: bytes, real: int, test: int
) -> list[PrintedCard]:
    """Make cards; their codes are returned once, to be printed, and stored nowhere.

    They come back in an order of chance, because the sheet is cut and drawn from a bowl.
    """
    printed = [
        PrintedCard(new_code(), digits, is_test=number < test)
        for number, digits in enumerate(free_digits(urns, poll_id, key, real + test))
    ]
    rows = [
        Card(
            poll_id=poll_id,
            code_mac=mac(key, f"card:{poll_id}", card.code),
            digits_mac=mac(key, f"digits:{poll_id}", card.digits),
            state=CardState.TEST if card.is_test else CardState.UNUSED,
        )
        for card in printed
    ]
    urns.add_all(rows)
    urns.flush()
    return sorted(printed, key=lambda card: (card.is_test, card.digits))


def new_code() -> str:
    """A code of 80 bits, which nobody guesses."""
    return "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))


def free_digits(urns: Session, poll_id: int, key: bytes, wanted: int) -> list[str]:
    """Six digits for each card, none of them taken by another card of the poll."""
    taken = set(urns.scalars(select(Card.digits_mac).where(Card.poll_id == poll_id)))
    given: list[str] = []
    while len(given) < wanted:
        digits = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
        digits_mac = mac(key, f"digits:{poll_id}", digits)
        if digits_mac not in taken:
            taken.add(digits_mac)
            given.append(digits)
    return given


def find_card(
    urns: Session, poll_id: int, *, key: bytes, code: str, by_digits: bool = False
) -> Card:
    """The card with a long code, or at a desk with six digits. Raises UnknownCard."""
    column = Card.digits_mac if by_digits else Card.code_mac
    purpose = "digits" if by_digits else "card"
    found = urns.scalar(
        select(Card)
        .where(Card.poll_id == poll_id, column == mac(key, f"{purpose}:{poll_id}", as_typed(code)))
        .with_for_update()
    )
    if found is None:
        raise UnknownCard
    return found


def cast(
    urns: Session,
    ballots: Ballots,
    *,
    key: bytes,
    code: str,
    gesture: UUID,
    given: Mapping[str, int],
    by_digits: bool = False,
) -> bool:
    """Cast one ballot with one card; False when this gesture of this card came before.

    The six digits of a card are good only where `by_digits` says so: at a desk, not on a phone.
    Raises PollNotOpen, UnknownCard, CardUsed, CardVoid, TestCard and BallotBroken; the card stays
    good in every one of them but CardUsed.
    """
    kept = urns.get(Urn, ballots.poll_id, with_for_update=True)
    if kept is None:
        raise PollNotOpen
    marks = ballots.read(given)
    card = card_for(urns, kept, key=key, code=code, by_digits=by_digits)
    if card.state is CardState.TEST:
        return rehearse(urns, kept, ballots, marks)
    gesture_mac = mac(key, f"gesture:{ballots.poll_id}", gesture.hex)
    if was_cast_before(card, gesture_mac):
        return False
    if not kept.is_open:
        raise PollNotOpen
    card.state, card.gesture_mac = CardState.USED, gesture_mac
    kept.ballots = urn.add(bytes(kept.ballots), marks, ballots.layout)
    urns.flush()
    return True


def card_for(urns: Session, kept: Urn, *, key: bytes, code: str, by_digits: bool) -> Card:
    """The card that votes. Raises UnknownCard, or PollNotOpen once the urn was counted.

    Closing deletes the cards that were not used: after it, a card that is not found may be good.
    """
    try:
        return find_card(urns, kept.poll_id, key=key, code=code, by_digits=by_digits)
    except UnknownCard as unknown:
        if kept.result is not None:
            raise PollNotOpen from unknown
        raise


def was_cast_before(card: Card, gesture_mac: bytes) -> bool:
    """Whether this gesture used the card. Raises CardVoid, or CardUsed for another gesture."""
    if card.state is CardState.VOID:
        raise CardVoid
    if card.state is not CardState.USED:
        return False
    if not hmac.compare_digest(bytes(card.gesture_mac or b""), gesture_mac):
        raise CardUsed
    return True


def rehearse(urns: Session, kept: Urn, ballots: Ballots, marks: Marks) -> bool:
    """A test card votes as often as one likes, before the real vote only."""
    if kept.is_open or kept.result is not None:
        raise TestCard
    kept.rehearsal = urn.add(bytes(kept.rehearsal), marks, ballots.layout)
    urns.flush()
    return True


def void_card(urns: Session, poll_id: int, *, key: bytes, digits: str) -> None:
    """Take a spoilt card out of use. Raises UnknownCard, or CardUsed once it has voted."""
    card = find_card(urns, poll_id, key=key, code=digits, by_digits=True)
    if card.state is CardState.USED:
        raise CardUsed
    card.state = CardState.VOID
    urns.flush()


def open_urn(urns: Session, poll_id: int) -> None:
    """Empty the rehearsal and take real ballots."""
    kept = urns.get_one(Urn, poll_id, with_for_update=True)
    kept.is_open, kept.rehearsal = True, b""
    urns.flush()


def close_urn(urns: Session, ballots: Ballots) -> dict[str, object]:
    """Count, keep the result, delete the ballots and the cards that were not used.

    Raises UrnDisagrees, and closes nothing, unless each used card left one ballot. Closing again
    gives the same result: a crash between the two databases loses nothing.
    """
    kept = urns.get_one(Urn, ballots.poll_id, with_for_update=True)
    if kept.result is not None:
        return kept.result
    cast_ballots = urn.ballots(bytes(kept.ballots), ballots.layout)
    if len(cast_ballots) != cards_used(urns, ballots.poll_id):
        raise UrnDisagrees
    kept.result = ballots.tally(cast_ballots)
    kept.is_open, kept.ballots, kept.rehearsal = False, b"", b""
    urns.execute(delete(Card).where(Card.poll_id == ballots.poll_id, Card.state != CardState.USED))
    urns.flush()
    return kept.result


def cards_used(urns: Session, poll_id: int) -> int:
    """How many cards have voted: the only figure that anybody sees before the reveal."""
    used = select(func.count()).select_from(Card)
    return urns.scalar(used.where(Card.poll_id == poll_id, Card.state == CardState.USED)) or 0


def digest_of(figures: Mapping[str, object]) -> str:
    """The fingerprint of a tally, with the version of the program that counted."""
    canonical = json.dumps({**figures, "program": __version__}, sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()
