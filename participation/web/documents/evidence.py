"""What an evaluation file may take from a synthesis: facts beside the codes of the HAS manual."""

from collections.abc import Iterator
from dataclasses import dataclass

from participation.reports.synthesis import Synthesis
from participation.web.documents.catalogue import gettext


@dataclass(frozen=True, slots=True)
class Evidence:
    """One criterion, its shortened title, the facts, and the section that holds them."""

    code: str
    about: str
    proof: str
    section: int


def evidence_of(synthesis: Synthesis) -> list[Evidence]:
    """The criteria that this document has facts for; a criterion without facts is left out."""
    return [*_expression(synthesis), *_support(synthesis), *_rights(synthesis)]


def _expression(synthesis: Synthesis) -> Iterator[Evidence]:
    turnout, decision = synthesis.turnout, synthesis.decision
    responses = sum(count for _, count in turnout.responses)
    if responses or decision.voters:
        yield Evidence(
            "1.5.1",
            gettext("Taking part in councils or other forms of expression"),
            gettext(
                "Responses: %(responses)s. Ballots: %(ballots)s.",
                responses=responses,
                ballots=decision.voters,
            ),
            2,
        )
    if decision.answered:
        yield Evidence(
            "1.5.2",
            gettext("Being told what became of it"),
            gettext(
                "%(answered)s proposals out of %(proposals)s have an answer with its reason.",
                answered=decision.answered,
                proposals=decision.proposals,
            ),
            5,
        )
    if synthesis.disagreements:
        yield Evidence(
            "1.5.3",
            gettext("Being able to follow what was said"),
            gettext("Minority views written down: %(count)s.", count=len(synthesis.disagreements)),
            4,
        )


def _support(synthesis: Synthesis) -> Iterator[Evidence]:
    turnout, method = synthesis.turnout, synthesis.method
    interpreters = sum(meeting.interpreters for meeting in turnout.meetings)
    if turnout.idea_languages > 1 or interpreters or method.assisted:
        yield Evidence(
            "1.6.1",
            gettext("Being supported in speaking up"),
            gettext(
                "Languages of ideas: %(languages)s. Interpreters: %(interpreters)s. Responses "
                "given with help: %(assisted)s.",
                languages=turnout.idea_languages,
                interpreters=interpreters,
                assisted=method.assisted,
            ),
            2,
        )
    if turnout.breakdown and turnout.breakdown.channels:
        yield Evidence(
            "1.6.2",
            gettext("Fitting tools to speak up"),
            gettext("Ways to answer: %(count)s.", count=len(turnout.breakdown.channels)),
            2,
        )
    if synthesis.figures and synthesis.commitments:
        yield Evidence(
            "1.6.3",
            gettext("Analysing what was said"),
            gettext(
                "Questions analysed: %(questions)s. Commitments: %(commitments)s.",
                questions=len(synthesis.figures),
                commitments=len(synthesis.commitments),
            ),
            3,
        )


def _rights(synthesis: Synthesis) -> Iterator[Evidence]:
    yield Evidence(
        "2.2.7",
        gettext("Protecting personal data (imperative)"),
        gettext(
            "No name and no hour are kept. Thresholds: %(shown)s and %(split)s.",
            shown=synthesis.method.smallest_shown,
            split=synthesis.method.smallest_split,
        ),
        9,
    )
    if synthesis.commitments:
        yield Evidence(
            "3.10.2",
            gettext("Carrying out the quality policy"),
            gettext("Dated commitments: %(count)s.", count=len(synthesis.commitments)),
            6,
        )
