"""A poster out of the database, in one of the residents' languages."""

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.commitments.queries import standings
from participation.commitments.rules import Outcome, Progress
from participation.commitments.standing import CommitmentLine, DecisionLine, Standing
from participation.reports.poster import Change, Line, Notice, Poster
from participation.wording import State, Words

MOST_CHANGES, MOST_NOTICES = 6, 2
TOLD = (Progress.DONE, Progress.PARTLY_DONE, Progress.IN_PROGRESS)


def poster_of(
    session: Session, campaign: Campaign, language: str, *, on: date, address: str = ""
) -> Poster:
    """What residents said and what became of it, the proposals voted first before the others."""
    found = standings(session, campaign, on=on)
    parts = [(one, decision) for one in found for decision in one.current]
    told = list(changes(parts, language))[:MOST_CHANGES]
    shown = {one.asked for one in told}
    later = [one.on for one in campaign.milestones if one.on > on]
    return Poster(
        language=language,
        structure=campaign.structure.name,
        service=", ".join(service.name for service in campaign.services[:1]),
        on=on,
        changes=tuple(told),
        ongoing=tuple(ongoing(parts, language, shown))[:MOST_NOTICES],
        refused=tuple(with_outcome(parts, Outcome.NOT_RETAINED, language))[:MOST_NOTICES],
        unanswered=(*silent(found, language), *with_outcome(parts, Outcome.UNDER_STUDY, language))[
            :MOST_NOTICES
        ],
        next_meeting=min(later, default=None),
        address=address,
        is_reviewed=all(is_reviewed(decision.message, language) for _, decision in parts),
        is_demonstration=campaign.structure.is_demonstration,
    )


Part = tuple[Standing, DecisionLine]


def changes(parts: Sequence[Part], language: str) -> Iterator[Change]:
    """What was done: one line for each proposal."""
    seen: set[int] = set()
    for standing, decision in parts:
        line = next((one for one in decision.commitments if is_news(one)), None)
        if line is not None and standing.number not in seen:
            seen.add(standing.number)
            yield Change(
                line_of(standing.title, language),
                line_of(line.result, language),
                standing.pictogram,
            )


def is_news(line: CommitmentLine) -> bool:
    """Whether there is something to tell."""
    return bool(line.result) and line.progress in TOLD and not line.is_late


def ongoing(parts: Sequence[Part], language: str, shown: set[Line]) -> list[Notice]:
    """What is late, then what is promised about something that the sheet does not tell yet."""
    late, promised = [], []
    for standing, decision in parts:
        title = line_of(standing.title, language)
        for line in decision.commitments:
            told = line_of(line.result or line.what, language)
            notice = Notice(title, told, line.new_due_on or line.due_on)
            if line.is_late:
                late.append(notice)
            elif not line.progress.is_over and not is_news(line) and title not in shown:
                promised.append(notice)
    return [*late, *promised]


def with_outcome(parts: Sequence[Part], outcome: Outcome, language: str) -> Iterator[Notice]:
    """The message that was given with an answer."""
    for standing, decision in parts:
        if decision.outcome is outcome:
            yield Notice(line_of(standing.title, language), line_of(decision.message, language))


def silent(found: Sequence[Standing], language: str) -> Iterator[Notice]:
    """Proposals that nobody answered."""
    for standing in found:
        if not standing.current:
            yield Notice(line_of(standing.title, language), Line("", language))


def line_of(words: Words, language: str) -> Line:
    """A text in the reader's language, else in French, and which one it is."""
    chosen = words.best(language)
    return Line(chosen.text, chosen.language)


def is_reviewed(words: Words, language: str) -> bool:
    """Whether somebody read the text again in that language."""
    return not words or words.best(language).state is State.REVIEWED
