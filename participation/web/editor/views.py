"""Every view of the editor: importing this module puts them on the blueprint."""

from participation.web.editor import (
    acts,
    file_refusals,
    files,
    preview,
    questionnaire,
    refusals,
    saving,
    shelves,
    words,
    words_sound,
)
from participation.web.editor.blueprint import editor

__all__ = [
    "acts",
    "editor",
    "file_refusals",
    "files",
    "preview",
    "questionnaire",
    "refusals",
    "saving",
    "shelves",
    "words",
    "words_sound",
]
