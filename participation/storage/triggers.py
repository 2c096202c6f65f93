"""Promises that the database keeps by itself, against our own code and against SQL by hand.

A guard refuses one kind of change. Its condition is written once, over OLD and NEW, in the SQL
that SQLite (3.39 and later) and PostgreSQL share; subqueries are allowed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

PUBLISHED_VERSION = (
    "EXISTS (SELECT 1 FROM version WHERE version.id = {row}.version_id"
    " AND version.published_at IS NOT NULL)"
)
PUBLISHED_QUESTION = (
    "EXISTS (SELECT 1 FROM question JOIN version ON version.id = question.version_id"
    " WHERE question.id = {row}.question_id AND version.published_at IS NOT NULL)"
)
OPENED_POLL = (
    "EXISTS (SELECT 1 FROM poll WHERE poll.id = {row}.poll_id AND poll.state <> 'prepared')"
)
RANK = "CASE {row}.state WHEN 'prepared' THEN 0 WHEN 'open' THEN 1 WHEN 'closed' THEN 2 ELSE 3 END"


@dataclass(frozen=True, slots=True)
class Guard:
    """Refuse `event` (UPDATE, DELETE or INSERT) on `table` when `condition` holds.

    `since` is the migration that brings the guard.
    """

    name: str
    table: str
    event: str
    condition: str
    message: str
    since: str = "0001"

    def sqlite(self) -> str:
        """The trigger for SQLite."""
        return (
            f'CREATE TRIGGER {self.name} BEFORE {self.event} ON "{self.table}" FOR EACH ROW '
            f"WHEN {self.condition} BEGIN SELECT RAISE(ABORT, '{self.message}'); END"
        )

    def postgresql(self) -> Iterator[str]:
        """The function and the trigger for PostgreSQL, whose WHEN takes no subquery."""
        kept = "OLD" if self.event == "DELETE" else "NEW"
        yield (
            f"CREATE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF ({self.condition}) THEN RAISE EXCEPTION '{self.message}' "
            f"USING ERRCODE = 'restrict_violation'; END IF; RETURN {kept}; END $$"
        )
        yield (
            f'CREATE TRIGGER {self.name} BEFORE {self.event} ON "{self.table}" '
            f"FOR EACH ROW EXECUTE FUNCTION {self.name}()"
        )


def frozen(table: str, when: str, message: str) -> tuple[Guard, Guard]:
    """Neither changed nor deleted once `when` (over OLD) holds."""
    return (
        Guard(f"{table}_stays", table, "UPDATE", when, message),
        Guard(f"{table}_is_kept", table, "DELETE", when, message),
    )


def part_of(table: str, condition: str, message: str, *, since: str = "0001") -> tuple[Guard, ...]:
    """Parts of something frozen: none added, changed or deleted."""
    new, old = condition.format(row="NEW"), condition.format(row="OLD")
    return (
        Guard(f"{table}_not_added", table, "INSERT", new, message, since),
        Guard(f"{table}_not_changed", table, "UPDATE", old, message, since),
        Guard(f"{table}_not_deleted", table, "DELETE", old, message, since),
    )


GUARDS: tuple[Guard, ...] = (
    Guard(
        "own_words_never_change",
        "utterance",
        "UPDATE",
        "(NEW.text IS DISTINCT FROM OLD.text AND NOT (NEW.text IS NULL AND NEW.erased_cause <> ''))"
        " OR (NEW.recording_id IS DISTINCT FROM OLD.recording_id"
        " AND NOT (NEW.recording_id IS NULL AND NEW.recording_erased_cause <> ''))"
        " OR NEW.language IS DISTINCT FROM OLD.language"
        " OR NEW.structure_id IS DISTINCT FROM OLD.structure_id"
        " OR NEW.told_original_may_show IS DISTINCT FROM OLD.told_original_may_show",
        "own words never change; they are only erased, with a cause",
    ),
    Guard("utterances_are_kept", "utterance", "DELETE", "1 = 1", "erase the words, keep the row"),
    *frozen("version", "OLD.published_at IS NOT NULL", "a published version never changes"),
    *part_of("question", PUBLISHED_VERSION, "a published version never changes"),
    *part_of("question_option", PUBLISHED_QUESTION, "a published version never changes"),
    *part_of(
        "question_statement",
        PUBLISHED_QUESTION,
        "a published version never changes",
        since="0002",
    ),
    Guard(
        "a_breakdown_is_chosen_once",
        "breakdown",
        "UPDATE",
        "NEW.attribute IS DISTINCT FROM OLD.attribute",
        "a breakdown is chosen once",
        since="0002",
    ),
    Guard(
        "breakdowns_are_kept",
        "breakdown",
        "DELETE",
        "1 = 1",
        "a breakdown is chosen once",
        since="0002",
    ),
    *frozen("decision", "OLD.published_at IS NOT NULL", "a published decision never changes"),
    *frozen("tally", "1 = 1", "a tally never changes"),
    *frozen("snapshot", "1 = 1", "a published snapshot never changes"),
    *frozen("follow_up", "1 = 1", "a follow-up is dated and never changes"),
    *part_of("ballot_line", OPENED_POLL, "an opened poll keeps its lines"),
    Guard("receipts_stay", "received", "UPDATE", "1 = 1", "a receipt never changes"),
    Guard("journal_stays", "journal_entry", "UPDATE", "1 = 1", "the journal only grows"),
    Guard(
        "a_poll_only_goes_forward",
        "poll",
        "UPDATE",
        f"{RANK.format(row='NEW')} < {RANK.format(row='OLD')}",
        "a poll only goes forward",
    ),
    Guard(
        "secrecy_is_one_way",
        "poll",
        "UPDATE",
        "(OLD.is_secret AND NOT NEW.is_secret) OR (OLD.is_hidden AND NOT NEW.is_hidden)",
        "secrecy cannot be turned back",
    ),
)


def statements(dialect: str, revision: str) -> Iterator[str]:
    """The statements that make the guards of one migration in a dialect."""
    for guard in GUARDS:
        if guard.since != revision:
            continue
        if dialect == "sqlite":
            yield guard.sqlite()
        else:
            yield from guard.postgresql()
