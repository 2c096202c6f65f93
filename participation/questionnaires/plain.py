"""Plain language: what may be hard to read in a question. It advises and never blocks.

The rules are those of easy-to-read writing that a machine can look for: short sentences, one idea,
common words, no acronym, no percentage, active and positive. Metaphors, leading questions and what
a picture really says are for people who read the questionnaire over.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from participation.questionnaires import plain_words as tables

MOST_WORDS = 12
"""In one sentence."""
FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Four digits that name a year are no large number."""
SMALLEST_LARGE_DIGITS = 4
MOST_ACRONYM_SIGNS = 6


class Rule(StrEnum):
    """What a reader may stumble over."""

    LONG_SENTENCE = "long_sentence"
    SEVERAL_SENTENCES = "several_sentences"
    SEVERAL_QUESTIONS = "several_questions"
    SEVERAL_CLAUSES = "several_clauses"
    ACRONYM = "acronym"
    ABBREVIATION = "abbreviation"
    PERCENTAGE = "percentage"
    LARGE_NUMBER = "large_number"
    SPECIAL_SIGN = "special_sign"
    PARENTHESES = "parentheses"
    PASSIVE = "passive"
    DOUBLE_NEGATIVE = "double_negative"
    HARD_WORD = "hard_word"


@dataclass(frozen=True, slots=True)
class Remark:
    """A piece of a text to look at again; `rather` is the word to say instead, if there is one."""

    rule: Rule
    what: str
    limit: int | None = None
    rather: str = ""


def remarks(text: str, tag: str) -> list[Remark]:
    """Everything to look at again in a text, each thing once, rule after rule.

    French (`fr`, `fr-simple`) has all the rules; other languages those that do not need grammar.
    """
    language = tag.partition("-")[0]
    finders = (*EVERYWHERE, *(IN_FRENCH if language == "fr" else ()))
    found = (one for finder in finders for one in finder(text))
    return list(dict.fromkeys([*found, *_shortened(text, language)]))


def _any_of(words: Sequence[str], flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """A pattern that finds any of some whole words; a straight apostrophe is as good as ours."""
    joined = "|".join(words).replace("’", "[’']")
    return re.compile(rf"(?<!\w)(?:{joined})(?!(?<=\w)\w)", flags)


SENTENCE_END = re.compile(r"(?<=[.!?…؟।])\s+")
SHORTENED_END = re.compile(r"(?:^|[\s(.])(?:[^\W\d_]|ex|etc|min|max|env|Mr|Mrs|Dr)\.$")
LONGEST_SHORTENED = 6
"""Signs to look back at, one more than the longest of them with a space before it."""
QUESTION_END = re.compile(r"[?؟]\W*$")
CAPITALS = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}|(?<!\w)[^\W\d_]{2,}(?!\w)")
NUMBERS = re.compile(r"\d+(?:[ \u00a0\u202f.,]\d{3})*(?!\d)")
PERCENT_SIGN = re.compile(r"(?:\d[\d.,]*[ \u00a0\u202f]?)?[%‰٪]")
SPECIAL = re.compile(r"[&#§/\\*_|~<>=+@^{}\[\]•·]")
PARENTHESIS = re.compile(r"\([^()]*\)?|\)")
INVERSION = re.compile(r"(?<!rendez)-(?:t-)?(?:je|tu|ils?|elles?|on|nous|vous|ce)\b", re.IGNORECASE)
JOINED = _any_of(("et", "ou bien", "ou alors", "ou encore"))
PAIR = _any_of(tables.PAIRS)
CLAUSE = _any_of(tables.CLAUSE_WORDS)
NEGATION = re.compile(r"\b(?:ne\b|n[’'])", re.IGNORECASE)
NEGATIVE = re.compile(rf"\b(?:{'|'.join(tables.NEGATIVE)})", re.IGNORECASE)
REFLEXIVE = re.compile(r"(?:\b(?:se|me|te|vous vous|nous nous)\s+|\b[smt][’'])$", re.IGNORECASE)
PASSIVE = re.compile(
    rf"\b(?:{tables.BE})(?:-(?:t-)?(?P<subject>je|tu|ils?|elles?|on|nous|vous|ce))?"
    rf"(?:\s+(?:{tables.BETWEEN}))*\s+"
    rf"(?!(?:{tables.NOT_PASSIVE})(?:e|s|es)?\b)"
    rf"(?:[^\W\d_]+é|{tables.IRREGULAR_PARTICIPLES})(?:e|s|es)?\b",
    re.IGNORECASE,
)
HARD = [(_any_of([words]), rather) for words, rather in tables.RATHER.items()]
SHORTENED = {tag: _any_of(words) for tag, words in tables.ABBREVIATIONS.items()}
PERCENT_WORDS = {tag: _any_of([words]) for tag, words in tables.PERCENT_WORDS.items()}


def sentences(text: str) -> list[str]:
    """The sentences of a text; a shortened word (M., ex.) ends none."""
    found: list[str] = []
    start = 0
    for gap in SENTENCE_END.finditer(text):
        end = gap.start()
        if not SHORTENED_END.search(text[max(start, end - LONGEST_SHORTENED) : end]):
            found.append(text[start:end])
            start = gap.end()
    return [one.strip() for one in (*found, text[start:]) if one.strip()]


def word_count(sentence: str) -> int:
    """Words as spaces part them: "l’accueil" is one, a sign alone is none."""
    return sum(any(sign.isalnum() for sign in word) for word in sentence.split())


def _questions(text: str) -> list[str]:
    return [one for one in sentences(text) if QUESTION_END.search(one)]


def _long_sentences(text: str) -> Iterator[Remark]:
    for sentence in sentences(text):
        if word_count(sentence) > MOST_WORDS:
            yield Remark(Rule.LONG_SENTENCE, sentence, MOST_WORDS)


def _several_sentences(text: str) -> Iterator[Remark]:
    """More than one question, or a question with a sentence around it."""
    asked = len(_questions(text))
    if asked > 1:
        yield Remark(Rule.SEVERAL_QUESTIONS, text.strip())
    elif asked and len(sentences(text)) > 1:
        yield Remark(Rule.SEVERAL_SENTENCES, text.strip())


def _acronyms(text: str) -> Iterator[Remark]:
    """Two to six capitals; nothing in a text that is all capitals."""
    if len(text.split()) > 1 and text.isupper():
        return
    for word in (one.group() for one in CAPITALS.finditer(text)):
        is_shortened = len(word) <= MOST_ACRONYM_SIGNS or "." in word
        if word.isupper() and is_shortened and word not in {*tables.EVERYDAY, "RDV", "SVP"}:
            yield Remark(Rule.ACRONYM, word)


def _shortened(text: str, language: str) -> Iterator[Remark]:
    """Shortened words and percent words, in the languages that have a table of them."""
    if language in SHORTENED:
        yield from _each(Rule.ABBREVIATION, SHORTENED[language])(text)
        yield from _each(Rule.PERCENTAGE, PERCENT_WORDS[language])(text)


def _large_numbers(text: str) -> Iterator[Remark]:
    for found in (one.group() for one in NUMBERS.finditer(text)):
        digits = re.sub(r"\D", "", found)
        if len(digits) >= SMALLEST_LARGE_DIGITS and not _is_year(found):
            yield Remark(Rule.LARGE_NUMBER, found)


def _is_year(number: str) -> bool:
    return len(number) == SMALLEST_LARGE_DIGITS and FIRST_YEAR <= int(number) <= LAST_YEAR


def _each(rule: Rule, pattern: re.Pattern[str]) -> Callable[[str], Iterator[Remark]]:
    """A finder that has a remark for each place where a pattern is found."""
    return lambda text: (Remark(rule, one.group()) for one in pattern.finditer(text))


def _joined_questions(text: str) -> Iterator[Remark]:
    """Two verbs turned around, or "et" and "ou bien" between two things to judge."""
    for question in _questions(text):
        if len(INVERSION.findall(question)) > 1 or JOINED.search(PAIR.sub("", question)):
            yield Remark(Rule.SEVERAL_QUESTIONS, question)


def _passives(text: str) -> Iterator[Remark]:
    """The verb to be with a participle, unless the verb is reflexive (il s’est trompé)."""
    for found in PASSIVE.finditer(text):
        before = text[: found.start()]
        turned = found["subject"] or ""
        is_reflexive = turned and re.search(rf"\b{turned}\s+$", before, re.IGNORECASE)
        if not (REFLEXIVE.search(before) or is_reflexive):
            yield Remark(Rule.PASSIVE, found.group())


def _double_negatives(text: str) -> Iterator[Remark]:
    for sentence in sentences(text):
        said_no = len(NEGATION.findall(sentence))
        if said_no > 1 or (said_no and NEGATIVE.search(sentence)):
            yield Remark(Rule.DOUBLE_NEGATIVE, sentence)


def _hard_words(text: str) -> Iterator[Remark]:
    for pattern, rather in HARD:
        for found in pattern.finditer(text):
            yield Remark(Rule.HARD_WORD, found.group(), rather=rather)


EVERYWHERE: tuple[Callable[[str], Iterator[Remark]], ...] = (
    _long_sentences,
    _several_sentences,
    _acronyms,
    _each(Rule.PERCENTAGE, PERCENT_SIGN),
    _large_numbers,
    _each(Rule.SPECIAL_SIGN, SPECIAL),
    _each(Rule.PARENTHESES, PARENTHESIS),
)
"""What is hard in any language."""
IN_FRENCH: tuple[Callable[[str], Iterator[Remark]], ...] = (
    _joined_questions,
    _each(Rule.SEVERAL_CLAUSES, CLAUSE),
    _passives,
    _double_negatives,
    _hard_words,
)
"""What needs the grammar and the words of French."""
