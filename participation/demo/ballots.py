"""The 23 ballots of the workshop, rebuilt from a seed so that the totals of the story are exact."""

import random
from collections import Counter
from collections.abc import Mapping, Sequence

from participation.demo.shapes.choosing import Poll, Proposal

SEED = 15102026


def workshop_ballots(proposals: Sequence[Proposal], poll: Poll) -> list[dict[int, int]]:
    """Proposal number -> dots, one ballot a voter, none over the cap; in no order that means anything."""
    totals = {one.number: one.dots for one in proposals if one.dots}
    rng = random.Random(SEED)
    hands = _dealt(totals, poll, rng)
    while _mended(hands, poll.cap, rng):
        pass
    return [dict(sorted(Counter(hand).items())) for hand in hands]


def _dealt(totals: Mapping[int, int], poll: Poll, rng: random.Random) -> list[list[int]]:
    """Every dot in somebody's hand, at most `poll.dots` in each."""
    dots = [number for number, total in totals.items() for _ in range(total)]
    rng.shuffle(dots)
    return [
        dots[start : start + poll.dots] for start in range(0, poll.voters * poll.dots, poll.dots)
    ]


def _mended(hands: list[list[int]], cap: int, rng: random.Random) -> bool:
    """Swap one dot out of a hand that holds too many of a proposal; False when there is none."""
    for hand in hands:
        number, held = Counter(hand).most_common(1)[0]
        if held > cap:
            other = rng.choice([one for one in hands if number not in one])
            mine, theirs = hand.index(number), rng.randrange(len(other))
            hand[mine], other[theirs] = other[theirs], hand[mine]
            return True
    return False
