"""Say something, and decide what others may see of it."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.errors import UnknownLanguage
from participation.languages import is_known
from participation.media import operations as media
from participation.media.models import Media
from participation.media.rules import Medium
from participation.voices.hints import hidden
from participation.voices.models import Utterance
from participation.voices.rules import (
    AlreadyErased,
    CauseMissing,
    ModeratedMeanwhile,
    Moderation,
    NothingHidden,
    NotWrittenDown,
    ReasonMissing,
    Source,
    cleaned,
)
from participation.wording import State


def say(  # noqa: PLR0913  # Words are nothing without where they come from.
    session: Session,
    *,
    structure_id: int,
    language: str,
    text: str,
    day: date,
    source: Source = Source.RESIDENT,
    told_original_may_show: bool = False,
    is_oral: bool = False,
    french: str = "",
    french_state: State = State.DRAFT,
    sound: Medium | None = None,
) -> Utterance:
    """Keep a person's own words, waiting to be read. Oral words were written down in French.

    With a recording the text may be empty. Raises NothingSaid, TooLong and UnknownLanguage.
    """
    if not is_known(language):
        raise UnknownLanguage
    utterance = Utterance(
        structure_id=structure_id,
        language=language,
        text=cleaned(text) if text or sound is None else "",
        recording_id=media.keep_voice(session, sound).id if sound else None,
        source=source,
        told_original_may_show=told_original_may_show,
        day=day,
        is_oral=is_oral,
        french=cleaned(french) if french.strip() else "",
        french_state=french_state,
    )
    session.add(utterance)
    session.flush()
    return utterance


def moderate(
    session: Session,
    utterance: Utterance,
    *,
    moderation: Moderation,
    by: str,
    reason: str = "",
    seen: Moderation | None = None,
) -> None:
    """Decide what becomes of somebody's words; `by` is the name and role of who decides.

    `seen` is the state that the moderator was looking at. Raises ReasonMissing, AlreadyErased,
    NotWrittenDown, and ModeratedMeanwhile when a colleague was faster.
    """
    refuse_decided_meanwhile(session, utterance, seen=seen)
    if moderation is Moderation.REFUSED and not reason.strip():
        raise ReasonMissing
    if moderation is Moderation.PUBLISHED and not utterance.shown:
        raise NotWrittenDown
    utterance.moderation = moderation
    utterance.reason = reason.strip()[:300]
    utterance.moderated_by = by[:300]
    session.flush()


def transcribe(session: Session, utterance: Utterance, *, text: str) -> None:
    """Write down what a voice says, in the language that it speaks; an empty text goes.

    What was hidden or translated belonged to the words before: hidden words that were published
    wait to be read again. Raises AlreadyErased and TooLong.
    """
    hold(session, utterance)
    transcript = cleaned(text) if text.strip() else ""
    if transcript == utterance.transcript:
        return
    utterance.transcript = transcript
    if utterance.moderation is Moderation.PUBLISHED and (utterance.mask or not transcript):
        utterance.moderation = Moderation.WAITING
    utterance.mask = ""
    session.flush()


def translate(
    session: Session, utterance: Utterance, *, french: str, state: State, reviewer: str = ""
) -> None:
    """Write the French that stands beside the words; `reviewer` is a role. An empty one goes.

    Raises AlreadyErased and TooLong.
    """
    hold(session, utterance)
    utterance.french = cleaned(french) if french.strip() else ""
    utterance.french_state = state if utterance.french else State.DRAFT
    utterance.french_reviewer = reviewer if utterance.french_state is State.REVIEWED else ""
    session.flush()


def simplify(session: Session, utterance: Utterance, *, text: str) -> None:
    """Write an easy French version beside the words. Raises AlreadyErased and TooLong."""
    hold(session, utterance)
    utterance.simple = cleaned(text) if text.strip() else ""
    session.flush()


def mask(session: Session, utterance: Utterance, *, text: str) -> None:
    """Have `text`, the words with parts hidden, shown in place of the words; empty unmasks.

    Raises AlreadyErased and TooLong.
    """
    hold(session, utterance)
    utterance.mask = cleaned(text) if text.strip() else ""
    session.flush()


def erase(session: Session, utterance: Utterance, *, cause: str) -> None:
    """Erase the words, the voice and all that was made of them; the row stays, with the cause.

    Raises AlreadyErased and CauseMissing.
    """
    if not cause.strip():
        raise CauseMissing
    hold(session, utterance)
    recording_id = utterance.recording_id
    utterance.text = utterance.recording_id = None
    utterance.french = utterance.simple = utterance.mask = utterance.transcript = ""
    utterance.french_state, utterance.french_reviewer = State.DRAFT, ""
    utterance.erased_cause = cause.strip()[:80]
    utterance.recording_erased_cause = utterance.erased_cause if recording_id else ""
    session.flush()
    if recording_id:
        drop_recording(session, recording_id)


def erase_recording(session: Session, utterance: Utterance, *, cause: str) -> None:
    """Erase the voice and keep what is written; when nothing is, everything is erased.

    Without a voice nothing changes. Raises AlreadyErased and CauseMissing.
    """
    if not cause.strip():
        raise CauseMissing
    hold(session, utterance)
    recording_id = utterance.recording_id
    if recording_id is None:
        return
    if not utterance.said:
        erase(session, utterance, cause=cause)
        return
    utterance.recording_id = None
    utterance.recording_erased_cause = cause.strip()[:80]
    session.flush()
    drop_recording(session, recording_id)


def drop_recording(session: Session, recording_id: int) -> None:
    """Delete a sound that nobody's words use any more."""
    used = select(Utterance.id).where(Utterance.recording_id == recording_id).limit(1)
    sound = session.get(Media, recording_id)
    if sound is not None and session.scalar(used.order_by(Utterance.id)) is None:
        session.delete(sound)
        session.flush()


def refuse_decided_meanwhile(
    session: Session, utterance: Utterance, *, seen: Moderation | None
) -> None:
    """Raise ModeratedMeanwhile unless the words are still in the state that the moderator saw."""
    hold(session, utterance)
    if seen is not None and utterance.moderation is not seen:
        raise ModeratedMeanwhile(by=utterance.moderated_by)


def hide(session: Session, utterance: Utterance, *, pieces: Sequence[str]) -> None:
    """Hide pieces of the words, and of the French beside them, from everybody else.

    Raises NothingHidden when none of the pieces is there, and AlreadyErased.
    """
    hold(session, utterance)
    before = (utterance.shown, utterance.french, utterance.simple)
    after = tuple(hidden(text, pieces) for text in before)
    if after == before:
        raise NothingHidden
    utterance.mask, utterance.french, utterance.simple = after
    session.flush()


def hold(session: Session, utterance: Utterance) -> None:
    """Look at the words as they are now, and keep others from changing them meanwhile."""
    session.flush()
    session.refresh(utterance, with_for_update=True)
    if utterance.erased_cause:
        raise AlreadyErased
