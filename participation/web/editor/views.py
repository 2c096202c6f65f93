"""Every view of the editor: importing this module puts them on the blueprint."""

from participation.web.editor.blueprint import editor

__all__ = ["editor"]
