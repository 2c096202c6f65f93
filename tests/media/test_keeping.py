"""The same file is kept once; a person's voice is kept apart."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from participation.errors import NotFound
from participation.media import operations, queries
from participation.media.files import picture, sound
from participation.media.models import Media
from tests.sounds import a_drawing, a_wav


def kept_files(session: Session) -> int:
    """How many rows there are."""
    return session.scalar(select(func.count()).select_from(Media)) or 0


def test_the_same_file_is_kept_once(session: Session) -> None:
    first, again = (operations.keep(session, picture(a_drawing())) for _ in "ab")
    assert first.id == again.id
    assert kept_files(session) == 1


def test_the_same_bytes_as_a_voice_are_another_row(session: Session) -> None:
    medium = sound(a_wav(), longest=60)
    of_the_service = operations.keep(session, medium)
    voices = [operations.keep_voice(session, medium) for _ in "ab"]
    assert len({of_the_service.id, *(one.id for one in voices)}) == 3
    assert all(medium.digest not in one.digest for one in voices)


def test_a_file_is_found_with_its_type(session: Session) -> None:
    medium = sound(a_wav(), longest=60)
    made = operations.keep(session, medium)
    found = queries.kept(session, Media.id == made.id)
    assert (found.content_type, found.content) == ("audio/wav", medium.content)


def test_a_file_that_is_not_there_is_not_found(session: Session) -> None:
    with pytest.raises(NotFound):
        queries.kept(session, Media.digest == "nothing")
