"""Keys made from words: nobody types them, and they stay the same for years."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import replace

from participation.questionnaires.drafts import OptionDraft, QuestionDraft, StatementDraft
from participation.wording import Words

LONGEST = 40
RESERVED = frozenset({"new", "files"})
"""Words that already mean something in the addresses of the editor."""


def slug(text: str, *, joint: str) -> str:
    """Small letters and digits without accents, joined by a sign; empty when there are none."""
    plain = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "oe"))
    ascii_only = "".join(sign for sign in plain if not unicodedata.combining(sign)).lower()
    words = re.findall(r"[a-z0-9]+", ascii_only)
    while len(words) > 1 and len(joint.join(words)) > LONGEST:
        words.pop()
    return joint.join(words)[:LONGEST]


def short_name_of(title: Words) -> str:
    """What stands in the address of a questionnaire with this title."""
    found = slug(title.get("fr"), joint="-")
    return f"questionnaire-{found}" if found in RESERVED else found or "questionnaire"


def free_key(words: Words, taken: Collection[str], *, letter: str) -> str:
    """A key from the French words that nothing else has; from a letter where they give none."""
    wanted = slug(words.get("fr"), joint="_") or f"{letter}{len(taken) + 1}"
    names = (wanted, *(f"{wanted}_{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


def keyed(draft: QuestionDraft, taken: Collection[str]) -> QuestionDraft:
    """The question with a key for each part that has none yet; `taken` are those of the others."""
    return replace(
        draft,
        key=draft.key or free_key(draft.words, taken, letter="q"),
        options=keyed_options(draft.options),
        statements=keyed_statements(draft.statements),
    )


def keyed_options(options: Iterable[OptionDraft]) -> tuple[OptionDraft, ...]:
    """The same for answers."""
    options = tuple(options)
    taken = {one.key for one in options if one.key}
    found = []
    for one in options:
        key = one.key or free_key(one.words, taken, letter="a")
        taken.add(key)
        found.append(replace(one, key=key))
    return tuple(found)


def keyed_statements(statements: Iterable[StatementDraft]) -> tuple[StatementDraft, ...]:
    """The same for the rows of a table."""
    statements = tuple(statements)
    taken = {one.key for one in statements if one.key}
    found = []
    for one in statements:
        key = one.key or free_key(one.words, taken, letter="r")
        taken.add(key)
        found.append(replace(one, key=key))
    return tuple(found)
