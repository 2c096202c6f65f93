"""Plain values in, HTML of a document out, in the document's own language."""

from flask_babel import force_locale

from participation.languages import REGISTRY
from participation.reports.poster import Poster
from participation.reports.synthesis import Synthesis
from participation.web.documents.invitation import Invitation, invitation_document
from participation.web.documents.resident import poster_document
from participation.web.documents.synthesis import synthesis_document
from participation.web.render import render


def synthesis_html(synthesis: Synthesis, language: str, *, back: str = "") -> str:
    """The synthesis as HTML: for the child process or, with a way back, for a browser."""
    with force_locale(REGISTRY[language].locale):
        return render(synthesis_document(synthesis, REGISTRY[language], back=back))


def poster_html(poster: Poster) -> str:
    """The poster as HTML, in the language that it was read for."""
    with force_locale(REGISTRY[poster.language].locale):
        return render(poster_document(poster, REGISTRY[poster.language]))


def invitation_html(invitation: Invitation) -> str:
    """The poster that asks people to answer, as HTML, in the languages it was made for."""
    with force_locale(invitation.languages[0].locale):
        return render(invitation_document(invitation))
