"""Sentences that a printed document makes out of plain values, in its own language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from babel.dates import format_date

from participation.disclosure.groups import OTHER
from participation.disclosure.shares import Precision
from participation.languages import REGISTRY, Language
from participation.reports.figures import QuestionFigures, Row, VoteResult
from participation.reports.promises import Way, WayStep
from participation.web.documents.catalogue import gettext, ngettext


@dataclass(frozen=True, slots=True)
class Say:
    """What templates of documents call to put dates, groups and counts into words."""

    language: Language

    def day(self, on: date) -> str:
        """15 octobre 2026."""
        return self._dated(on, "d MMMM y")

    def day_month(self, on: date) -> str:
        """15 octobre."""
        return self._dated(on, "d MMMM")

    def short_day(self, on: date) -> str:
        """15 oct."""
        return self._dated(on, "d MMM")

    def month(self, on: date) -> str:
        """Oct., above a calendar."""
        return self._dated(on, "MMM")

    def month_year(self, on: date) -> str:
        """Mars 2027, as it stands inside a sentence."""
        return self._dated(on, "MMMM y")

    def weekday(self, on: date) -> str:
        """Jeudi 10 juin 2027, as it stands inside a sentence."""
        return self._dated(on, "EEEE d MMMM y")

    def _dated(self, on: date, pattern: str) -> str:
        if self.language.tag == "fr" and on.day == 1:
            pattern = pattern.replace("d ", "d'er' ", 1)
        written = str(format_date(on, pattern, self.language.locale))
        return written.replace(" ", "\N{NO-BREAK SPACE}")

    def language_name(self, tag: str) -> str:
        """A language as the document names it: in French, or by its own name."""
        known = REGISTRY.get(tag)
        if known is None:
            return tag
        return known.french if self.language.tag == "fr" else known.endonym

    def group(self, tag: str) -> str:
        """A language, or everybody who speaks one that is not named."""
        if tag == OTHER:
            return gettext("All the other languages")
        return self.language_name(tag).capitalize()

    def groups(self, rows: Sequence[Row]) -> Mapping[str, str]:
        """The name of each row's language: its own, then the document's."""
        return {row.label: self._both_names(row.label) for row in rows}

    def _both_names(self, tag: str) -> str:
        known = REGISTRY.get(tag)
        if known is None or tag == self.language.tag:
            return self.group(tag)
        return f"{known.endonym} ({self.language_name(tag)})"

    def share(self, tenths: int, precision: str) -> str:
        """A share of a group, never more exact than tenths."""
        if precision == Precision.FEWER_THAN:
            return gettext("fewer than %(tenths)s in 10", tenths=tenths)
        if precision == Precision.MORE_THAN:
            return gettext("more than %(tenths)s in 10", tenths=tenths)
        return gettext("about %(tenths)s in 10", tenths=tenths)

    def votes(self, count: int, method: str) -> str:
        """19 dots, or 19 votes."""
        if method == "dots":
            return ngettext("%(num)s dot", "%(num)s dots", count)
        return ngettext("%(num)s vote", "%(num)s votes", count)

    def quoted(self, text: str) -> str:
        """Somebody's words inside a sentence."""
        return gettext("“%(words)s”", words=text)

    def by_questionnaire(self, figures: Sequence[QuestionFigures]) -> list[list[QuestionFigures]]:
        """The questions of each questionnaire together, in their order."""
        return [list(found) for _, found in groupby(figures, lambda one: one.questionnaire)]

    def notes(self, figure: QuestionFigures) -> str:
        """What the reader of one question must know so that the rows add up."""
        said = []
        if figure.is_conditional:
            said.append(
                gettext("Asked of %(count)s, because of earlier answers.", count=figure.total)
            )
        if figure.is_first_place:
            said.append(gettext("How many put it first."))
        if figure.at_most == 0:
            said.append(gettext("Several answers possible."))
        elif figure.at_most > 1:
            said.append(gettext("At most %(number)s answers each.", number=figure.at_most))
        if figure.declined:
            said.append(gettext("Did not want to answer: %(count)s.", count=figure.declined))
        if figure.without_answer:
            said.append(gettext("Skipped the question: %(count)s.", count=figure.without_answer))
        if figure.hidden:
            said.append(gettext("Small answers are not shown: %(count)s.", count=figure.hidden))
        return " ".join(said)

    def count_of(self, vote: VoteResult) -> str:
        """Ballots, blanks, and what was placed."""
        said = [
            gettext("Ballots: %(ballots)s.", ballots=vote.ballots),
            gettext("Blank ballots: %(blank)s.", blank=vote.blank),
        ]
        if vote.method == "dots":
            given = vote.ballots * vote.dots_each
            said.append(
                gettext("Dots placed: %(placed)s of %(given)s.", placed=vote.placed, given=given)
            )
        said.append(gettext("Secret vote; the result was shown once, at the end."))
        return " ".join(said)

    def rule_of(self, vote: VoteResult) -> str:
        """How the vote went, for the page on method."""
        if vote.method == "dots":
            return gettext(
                "Anonymous cards, %(dots)s dots each, at most %(cap)s on one proposal; nothing is "
                "shown before the end; as many ballots as cards used.",
                dots=vote.dots_each,
                cap=vote.dots_cap,
            )
        return gettext(
            "Anonymous cards, one vote or none for each proposal; nothing is shown before the end; "
            "as many ballots as cards used."
        )

    def steps(self, way: Way) -> list[tuple[str, str, str]]:
        """The way of an idea as (head, strong words, words)."""
        return [self._step(step) for step in way.steps]

    def _step(self, step: WayStep) -> tuple[str, str, str]:
        if step.step == "idea":
            named = self.language_name(step.code)
            return gettext("Idea, in %(language)s", language=named), "", self.quoted(step.words)
        if step.step == "proposal":
            return gettext("Proposal %(number)s", number=step.code), "", step.words
        if step.step == "decision" and step.on:
            return (
                gettext("Decision, %(date)s", date=self.day_month(step.on)),
                f"{outcome_name(step.code)}.",
                step.words,
            )
        if step.step == "commitment" and step.on:
            promised = gettext("Promised for %(date)s", date=self.day_month(step.on))
            return promised, "", step.words or "—"
        return gettext("What became of it"), "", step.words or "—"


def outcome_name(code: str) -> str:
    """An outcome in a word; empty is no answer."""
    return {
        "retained": gettext("Accepted"),
        "retained_with_changes": gettext("Accepted with changes"),
        "under_study": gettext("Under study"),
        "not_retained": gettext("Not accepted"),
        "forwarded": gettext("Passed on"),
    }.get(code, gettext("No answer"))
