"""The request of `participation tally`: one object in, one object out.

Each function below reads the shape of one method; the help of the command shows them all.
"""

import json
from collections.abc import Callable, Mapping
from typing import Never

from participation.voting import approval, budget, colours, dots
from participation.voting.ballot import (
    BallotRefused,
    NamedPairs,
    Reason,
    first_repeated,
    is_whole,
)
from participation.voting.result import Result

Answer = dict[str, object]


class MalformedRequest(Exception):
    """The request cannot be read; the message says why in one plain sentence."""


def read_json(text: str) -> object:
    """Read JSON strictly, keeping names that were written twice. Raises MalformedRequest."""
    try:
        return json.loads(text, object_pairs_hook=NamedPairs, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise MalformedRequest(
            f"The request is not JSON: line {error.lineno}, column {error.colno}."
        ) from error
    except ValueError as error:
        raise MalformedRequest("A number in the request is too long to be read.") from error
    except RecursionError as error:
        raise MalformedRequest("The request is nested too deeply to be read.") from error


def _no_constant(name: str) -> Never:
    raise MalformedRequest(f"The request is not JSON: {name} is not a number.")


def tally(request: object) -> Answer:
    """Count what the request holds. Raises MalformedRequest, or BallotRefused."""
    if not isinstance(request, Mapping):
        raise MalformedRequest("The request must be one JSON object.")
    _written_once(request, "The request")
    method = request.get("method")
    if not isinstance(method, str) or method not in METHODS:
        raise MalformedRequest(f"The method must be one of: {', '.join(METHODS)}.")
    return METHODS[method](request)


def _approval(request: Mapping[str, object]) -> Answer:
    return _common(approval.count(_proposals(request), _ballots(request)))


def _dots(request: Mapping[str, object]) -> Answer:
    each = _at_least_one(request.get("dots"), "dots")
    rules = dots.Rules(dots=each, cap=_at_least_one(request.get("cap", each), "cap"))
    result = dots.count(_proposals(request), rules, _ballots(request))
    shares = {"given": result.given, "used": result.used, "unused": result.unused}
    return {**_common(result), "dots": shares}


def _colours(request: Mapping[str, object]) -> Answer:
    grades = _names(request.get("grades"), "grades")
    missing = request.get("missing", "pass")
    if not isinstance(missing, str) or missing not in list(colours.Missing):
        raise MalformedRequest('"missing" must be "pass" or "worst".')
    if ("profiles" in request) == ("ballots" in request):
        raise MalformedRequest('Colours are counted from either "profiles" or "ballots".')
    counted = _from_profiles if "profiles" in request else _from_ballots
    result = counted(request, grades, colours.Missing(missing))
    return {
        "ranking": [list(tied) for tied in result.ranking],
        "grades": {
            name: None if grade is None else grades[grade] for name, grade in result.grades.items()
        },
        "profiles": {name: list(profile) for name, profile in result.profiles.items()},
        "unranked": list(result.unranked),
        "ballots": result.ballots,
        "blank": result.blank,
    }


def _from_profiles(
    request: Mapping[str, object], grades: list[str], missing: colours.Missing
) -> colours.ColoursResult:
    given = request["profiles"]
    if not isinstance(given, Mapping):
        raise MalformedRequest('"profiles" must name the proposals and count their grades.')
    if (repeated := getattr(given, "repeated", None)) is not None:
        raise BallotRefused(repeated, Reason.NAMED_TWICE, repeated)
    known = _proposals(request) if "proposals" in request else list(given)
    if (unknown := next((name for name in given if name not in known), None)) is not None:
        raise BallotRefused(unknown, Reason.UNKNOWN_PROPOSAL, unknown)
    nobody = [0] * len(grades)
    profiles = {
        name: colours.read_profile(name, given.get(name, nobody), len(grades)) for name in known
    }
    most = max((sum(profile) for profile in profiles.values()), default=0)
    return colours.count_profiles(profiles, ballots=most, missing=missing)


def _from_ballots(
    request: Mapping[str, object], grades: list[str], missing: colours.Missing
) -> colours.ColoursResult:
    ballots = _ballots(request)
    proposals = _proposals(request) if "proposals" in request else colours.named(ballots)
    rows = [
        colours.read(proposals, grades, ballot, position=position)
        for position, ballot in enumerate(ballots, 1)
    ]
    return colours.count_marks(proposals, len(grades), rows, missing)


def _budget(request: Mapping[str, object]) -> Answer:
    costs = request.get("costs")
    if not isinstance(costs, Mapping) or not costs:
        raise MalformedRequest('"costs" must say what each proposal costs.')
    _written_once(costs, '"costs"')
    priced = {name: _money(cost, f"The cost of {name}") for name, cost in costs.items()}
    envelope = _money(request.get("envelope"), '"envelope"')
    try:
        result = budget.count(priced, envelope, _ballots(request))
    except budget.UnitTooSmall as error:
        raise MalformedRequest("The amounts are too large: write them in a larger unit.") from error
    return {
        **_common(result),
        "selected": list(result.selected),
        "left": result.left,
        "tied": list(result.tied),
    }


def _money(value: object, where: str) -> int:
    if not is_whole(value) or value < 0:
        raise MalformedRequest(f"{where} must be a whole number, not less than 0.")
    return value


def _common(result: Result) -> Answer:
    return {
        "ranking": [list(tied) for tied in result.ranking],
        "totals": dict(result.totals),
        "ballots": result.ballots,
        "blank": result.blank,
    }


def _proposals(request: Mapping[str, object]) -> list[str]:
    return _names(request.get("proposals"), "proposals")


def _names(value: object, field: str) -> list[str]:
    names = [name for name in value if isinstance(name, str)] if isinstance(value, list) else []
    if not names or names != value or first_repeated(names) is not None:
        raise MalformedRequest(f'"{field}" must be a list of names, each written once.')
    return names


def _ballots(request: Mapping[str, object]) -> list[object]:
    ballots = request.get("ballots")
    if not isinstance(ballots, list):
        raise MalformedRequest('"ballots" must be a list of ballots.')
    return ballots


def _at_least_one(value: object, field: str) -> int:
    if not is_whole(value) or value < 1:
        raise MalformedRequest(f'"{field}" must be a whole number, at least 1.')
    return value


def _written_once(pairs: Mapping[str, object], where: str) -> None:
    repeated = getattr(pairs, "repeated", None)
    if repeated is not None:
        raise MalformedRequest(f'{where} holds "{repeated}" twice.')


METHODS: Mapping[str, Callable[[Mapping[str, object]], Answer]] = {
    "approval": _approval,
    "dots": _dots,
    "colours": _colours,
    "budget": _budget,
}
