"""What is said when a document cannot be made."""

from flask_babel import lazy_gettext as _

from participation.reports import rules
from participation.web.documents.renderer import PdfUnavailable
from participation.web.errors import REASONS

REASONS.update(
    {
        PdfUnavailable: _(
            "This machine cannot write PDF files yet. An administrator types this line: %(line)s"
        ),
        rules.MayNotPublish: _("Your role may read this document but not publish it."),
        rules.NothingToPublish: _("There is nothing to publish yet: no proposal has its answer."),
        rules.AlreadyPublished: _("Somebody published this edition a moment before."),
    }
)
