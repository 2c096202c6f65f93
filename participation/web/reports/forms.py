"""The one act of this feature."""

from participation.web.forms.base import BaseForm


class PublishForm(BaseForm):
    """Publish an edition: nothing to type, only the token."""
