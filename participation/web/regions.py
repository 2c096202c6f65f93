"""Parts of a campaign's page that each feature fills, without knowing the others.

A feature registers a function when its views are imported; the page of the campaign calls it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from markupsafe import Markup
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign

PLACES = ("campaign", "campaign-side", "campaign-acts")
"""The wide column, the narrow one, and the buttons beside the title."""
STEPS = ("listen", "understand", "choose", "reply", "act")
"""The five steps of the loop, as in components/loop.html."""


@dataclass(frozen=True, slots=True)
class StepLink:
    """One step of the loop: where it leads, and what there is ("86 answers")."""

    address: str
    text: str


@dataclass(frozen=True, slots=True)
class Wait:
    """Something that waits for the person who asks, since a day, and the page where it is done."""

    since: date
    title: str
    text: str
    address: str


Region = Callable[[Campaign], str | None]
FindStep = Callable[[Campaign], StepLink | None]
FindWaits = Callable[[Campaign], Iterable[Wait]]
Close = Callable[[Session, Campaign, datetime], None]
Found = TypeVar("Found", bound=Callable[..., object])

_regions: dict[tuple[str, int, str], Region] = {}
_steps: dict[str, FindStep] = {}
_waits: dict[str, FindWaits] = {}
_closings: dict[tuple[int, str], Close] = {}


def fills(place: str, order: int) -> Callable[[Region], Region]:
    """`@fills("campaign", 10)`: the function returns rendered HTML, or None for nothing."""
    if place not in PLACES:
        raise ValueError(f"no place is called {place}")

    def register(region: Region) -> Region:
        _regions[place, order, region.__qualname__] = region
        return region

    return register


def leads(step: str) -> Callable[[FindStep], FindStep]:
    """`@leads("reply")`: the function says where a step of the loop leads, and its counts."""
    if step not in STEPS:
        raise ValueError(f"no step is called {step}")

    def register(find: FindStep) -> FindStep:
        _steps[step] = find
        return find

    return register


def waits(find: FindWaits) -> FindWaits:
    """`@waits`: the function lists what waits for the person who asks in a campaign."""
    _waits[f"{find.__module__}.{find.__qualname__}"] = find
    return find


def closes(order: int) -> Callable[[Close], Close]:
    """`@closes(10)`: done, in the same transaction, when a campaign closes; may refuse."""

    def register(close: Close) -> Close:
        _closings[order, f"{close.__module__}.{close.__qualname__}"] = close
        return close

    return register


def filled(place: str, campaign: Campaign) -> list[Markup]:
    """What the features put in a place, in order."""
    asked = [region for key, region in sorted(_regions.items()) if key[0] == place]
    found = [region(campaign) for region in asked]
    return [Markup(html) for html in found if html]  # noqa: S704  # Rendered by a template.


def step_link(step: str, campaign: Campaign) -> StepLink | None:
    """Where a step of the loop leads, if a feature says so."""
    find = _steps.get(step)
    return find(campaign) if find else None


def waiting_in(campaigns: Iterable[Campaign]) -> list[Wait]:
    """What waits in these campaigns, oldest first."""
    found = [one for campaign in campaigns for find in _waits.values() for one in find(campaign)]
    return sorted(found, key=lambda wait: (wait.since, wait.title))


def close_everything(session: Session, campaign: Campaign, at: datetime) -> None:
    """What each feature does when a campaign closes, in order."""
    for _key, close in sorted(_closings.items(), key=lambda one: one[0]):
        close(session, campaign, at)
