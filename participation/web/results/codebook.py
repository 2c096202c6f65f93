"""The sheet that says what was asked, word for word."""

from collections.abc import Iterator, Mapping

from flask_babel import gettext as _
from flask_babel import lazy_gettext

from participation.exchange.sheets import Cell, Sheet
from participation.languages import REGISTRY, french_name
from participation.questionnaires.asked import QuestionAsked
from participation.questionnaires.conditions import Condition
from participation.reports.exported import Exported, ExportedQuestionnaire
from participation.web.languages import language
from participation.wording import Words

Row = list[Cell]
LEAVES = {
    "is": lazy_gettext("%(question)s = %(answer)s"),
    "includes": lazy_gettext("%(question)s includes %(answer)s"),
    "row": lazy_gettext("%(question)s, row %(row)s = %(answer)s"),
    "answered": lazy_gettext("%(question)s was answered"),
    "skipped": lazy_gettext("%(question)s was not answered"),
    "at_least": lazy_gettext("%(question)s is at least %(at_least)s"),
    "at_most": lazy_gettext("%(question)s is at most %(at_most)s"),
}


def codebook(found: Exported) -> Sheet:
    """One line for each question, row, answer and unit, with its words in each language."""
    tags = languages_of(found)
    head = [
        _("Questionnaire"),
        _("Version"),
        _("Question number"),
        _("Question key"),
        _("Kind"),
        _("Part"),
        _("Key of the part"),
        *(name_of(tag) for tag in tags),
        _("Lowest"),
        _("Highest"),
        _("Decimals"),
        _("Most answers"),
        _("Precision"),
        _("Answer expected"),
        _("Asked when"),
    ]
    rows = [
        [one.title.best(language().tag).text, *line]
        for one in found.questionnaires
        for line in version_rows(one, tags)
    ]
    return Sheet(_("Codebook"), head, rows)


def languages_of(found: Exported) -> list[str]:
    """Every language in which some version is worded, in the order of the registry."""
    versions = [version for one in found.questionnaires for version in one.versions.values()]
    used = {tag for version in versions for tag in version.languages}
    return [tag for tag in REGISTRY if tag in used]


def name_of(tag: str) -> str:
    """A language by its name, with its tag: two columns never have one name."""
    known = REGISTRY[tag]
    return f"{french_name(tag) if language().tag == 'fr' else known.endonym} ({tag})"


def version_rows(found: ExportedQuestionnaire, tags: list[str]) -> Iterator[Row]:
    """The lines of each version, its number first."""
    for number, version in found.versions.items():
        by_key = {one.key: one for one in version.questions}
        for one in version.questions:
            for line in question_rows(one, tags, by_key):
                yield [number, one.number, one.key, one.kind, *line]


def question_rows(
    one: QuestionAsked, tags: list[str], by_key: Mapping[str, QuestionAsked]
) -> Iterator[Row]:
    """The question itself, then its parts."""
    nothing: Row = [None] * 7
    yield [
        _("question"),
        one.key,
        *texts(one.words, tags),
        one.lowest,
        one.highest,
        one.decimals if one.kind == "number" else None,
        one.maximum,
        one.precision or None,
        _("yes") if one.is_required else _("no"),
        when(one.condition, by_key),
    ]
    for name, words in ((_("help"), one.hint), (_("unit"), one.unit)):
        if words:
            yield [name, None, *texts(words, tags), *nothing]
    for row in one.statements:
        yield [_("row"), row.key, *texts(row.words, tags), *nothing]
    for option in one.options:
        part = _("answer counted apart") if option.role.stands_alone else _("answer")
        yield [part, option.key, *texts(option.words, tags), *nothing]


def texts(words: Words, tags: list[str]) -> Row:
    """The text in each language, nothing where there is none."""
    return [words.get(tag) or None for tag in tags]


def when(condition: Condition | None, by_key: Mapping[str, QuestionAsked]) -> str:
    """A condition in words, with the keys that stand in the other sheets."""
    if not condition:
        return str(_("always"))
    if "not" in condition:
        return str(_("not (%(condition)s)", condition=when(condition["not"], by_key)))
    for name, joint in (("all", _("and")), ("any", _("or"))):
        if name in condition:
            return f" {joint} ".join(f"({when(one, by_key)})" for one in condition[name])
    return leaf_in_words(condition, by_key.get(condition["question"]))


def leaf_in_words(leaf: Condition, other: QuestionAsked | None) -> str:
    """One part of a condition."""
    return str(LEAVES[name_of_leaf(leaf, other)]) % {**leaf, "answer": leaf.get("is")}


def name_of_leaf(leaf: Condition, other: QuestionAsked | None) -> str:
    """Which of LEAVES it is."""
    if "answered" in leaf:
        return "answered" if leaf["answered"] else "skipped"
    if "is" in leaf and "row" not in leaf:
        has_several = other is not None and other.kind in {"several_choices", "ranking"}
        return "includes" if has_several else "is"
    return next(name for name in ("row", "at_least", "at_most") if name in leaf)
