"""Four digits that prove that a telephone reached an address."""

import pytest

from participation.errors import NotFound
from participation.web.reach.proof import Prover, structure_and_digits

KEY = "a key"
HERE, THERE = "http://192.168.1.20:8000", "http://10.0.0.7:8000"


def test_the_page_at_the_address_shows_the_digits_that_the_desk_waits_for() -> None:
    proofs = Prover(KEY, 7).proofs([HERE, THERE])
    for address, proof in proofs.items():
        assert structure_and_digits(KEY, proof.token, address) == (7, proof.digits)
        assert proof.digits.isdigit()
        assert len(proof.digits) == 4


def test_at_any_other_address_the_token_is_nothing() -> None:
    proofs = Prover(KEY, 7).proofs([HERE, THERE])
    with pytest.raises(NotFound):
        structure_and_digits(KEY, proofs[HERE].token, THERE)


@pytest.mark.parametrize(
    "token",
    ["", "7", "7-0", "7-0-", "7-0-0123456789", "8-0-{mark}", "7-1-{mark}", "-1-0-{mark}",
     "7-0-{mark}0", "07-0-{mark}", "٧-0-{mark}", "x-0-{mark}", "7-0-{mark}-", "9" * 400 + "-0-a"],
)  # fmt: skip
def test_a_token_that_nobody_made_is_nothing(token: str) -> None:
    mark = Prover(KEY, 7).proof(HERE, 0).token.rpartition("-")[2]
    with pytest.raises(NotFound):
        structure_and_digits(KEY, token.format(mark=mark), HERE)


def test_another_key_and_another_structure_prove_something_else() -> None:
    made = {Prover(key, who).proof(HERE, 0) for key in (KEY, "other") for who in (7, 8)}
    assert len({one.token for one in made}) == 4


def test_no_two_addresses_share_their_digits() -> None:
    many = [f"http://10.0.{high}.{low}:8000" for high in range(3) for low in range(1, 101)]
    proofs = Prover(KEY, 7).proofs(many[:40])
    assert len({one.digits for one in proofs.values()}) == 40
    alone = {one: Prover(KEY, 7).proof(one, 0).digits for one in many}
    shared = next(
        (one, other) for one in many for other in many if one < other and alone[one] == alone[other]
    )
    assert {one.token.split("-")[1] for one in Prover(KEY, 7).proofs(shared).values()} == {"1"}
