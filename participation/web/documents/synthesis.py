"""The synthesis as a page of HTML, ready for the child process that makes the PDF."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from participation.commitments.rules import Outcome
from participation.languages import Language
from participation.reports.synthesis import Synthesis
from participation.web.documents.calendar import Calendar, calendar_of
from participation.web.documents.catalogue import gettext, ngettext
from participation.web.documents.evidence import Evidence, evidence_of
from participation.web.documents.say import Say


@dataclass(frozen=True, slots=True)
class SynthesisDocument:
    """What templates/documents/synthesis.html may use."""

    template: ClassVar[str] = "documents/synthesis.html"
    synthesis: Synthesis
    say: Say
    language: Language
    back: str
    headline: str
    otherwise: str
    footer: str
    method: str
    calendar: Calendar | None
    outcomes: list[tuple[str, int]]
    usual: tuple[str, date] | None
    evidence: list[Evidence]
    indicators: list[tuple[str, str]]


def synthesis_document(
    synthesis: Synthesis, language: Language, *, back: str = ""
) -> SynthesisDocument:
    """Put a synthesis into words."""
    say = Say(language)
    return SynthesisDocument(
        synthesis=synthesis,
        say=say,
        language=language,
        back=back,
        headline=headline(synthesis),
        otherwise=otherwise(synthesis, say),
        footer=footer(synthesis, say),
        method=synthesis.votes[0].method if synthesis.votes else "dots",
        calendar=calendar_of(synthesis.commitments, synthesis.cover.on, say),
        outcomes=outcomes(synthesis),
        usual=usual_decider(synthesis),
        evidence=evidence_of(synthesis),
        indicators=list(indicators(synthesis)),
    )


def headline(synthesis: Synthesis) -> str:
    """The decision that is asked for, not the title of a programme."""
    page = synthesis.decision
    if page.asks and len(page.priorities) > 1:
        return ngettext(
            "%(priorities)s priorities of the residents, %(num)s decision to take",
            "%(priorities)s priorities of the residents, %(num)s decisions to take",
            page.asks,
            priorities=len(page.priorities),
        )
    if page.waiting:
        count = len(page.waiting)
        return ngettext(
            "%(num)s request waits for an answer", "%(num)s requests wait for an answer", count
        )
    if page.proposals and page.answered == page.proposals:
        return gettext("Every proposal has its answer")
    return gettext("What the residents say, what is still to be decided")


def outcomes(synthesis: Synthesis) -> list[tuple[str, int]]:
    """How many answers of each kind, the unanswered last."""
    counts = Counter(one.outcome for one in synthesis.answers if not one.replaced)
    return [(outcome, counts[outcome]) for outcome in (*Outcome, "") if counts[outcome]]


def usual_decider(synthesis: Synthesis) -> tuple[str, date] | None:
    """Who gave most of the answers, and when: said once, above the table."""
    signed = Counter(
        (one.decider, one.decided_on) for one in synthesis.answers if one.decided_on is not None
    )
    return signed.most_common(1)[0][0] if signed else None


def otherwise(synthesis: Synthesis, say: Say) -> str:
    """What happens when the reader does nothing; empty where nothing is asked before a date."""
    asks = [one.ask.before for one in synthesis.decision.priorities if one.ask]
    if not asks:
        return ""
    return gettext(
        "the first date asked for is %(date)s; after it the request is printed as late, and it "
        "stays on the poster of residents and on the screen at reception.",
        date=say.day(min(asks)),
    )


def footer(synthesis: Synthesis, say: Say) -> str:
    """What each page says at its foot."""
    cover = synthesis.cover
    return " · ".join(
        part
        for part in (
            cover.structure,
            gettext("Synthesis"),
            gettext("state on %(date)s", date=say.day(cover.on))
            if not cover.edition
            else gettext(
                "edition %(number)s, %(date)s", number=cover.edition, date=say.day(cover.on)
            ),
            gettext("Draft, not to be circulated") if cover.is_draft else "",
            gettext("Demonstration: everything is invented") if cover.is_demonstration else "",
        )
        if part
    )


def indicators(synthesis: Synthesis) -> Iterator[tuple[str, str]]:
    """Measures of what was done with people's words, never an average of satisfaction."""
    page, turnout = synthesis.decision, synthesis.turnout
    yield gettext("Proposals with an answer and its reason"), out_of(page.answered, page.proposals)
    if page.median_days is not None:
        delay = ngettext("%(num)s day", "%(num)s days", page.median_days)
        yield gettext("Median delay of an answer"), delay
    if page.commitments:
        shared = sum(1 for line in synthesis.commitments if line.residents)
        yield gettext("Commitments kept"), out_of(page.kept, page.commitments)
        yield gettext("Commitments carried with residents"), out_of(shared, page.commitments)
    if turnout.idea_languages:
        yield gettext("Languages of ideas"), str(turnout.idea_languages)
    if synthesis.means:
        granted = sum(1 for line in synthesis.means if line.is_granted)
        yield gettext("Means granted"), out_of(granted, len(synthesis.means))


def out_of(count: int, total: int) -> str:
    """Never a share: the count and what it is counted from."""
    return gettext("%(count)s out of %(total)s", count=count, total=total)
