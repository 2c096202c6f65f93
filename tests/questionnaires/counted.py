"""The figures of openings as they are now, whatever was shown."""

from sqlalchemy.orm import Session

from participation.questionnaires import queries
from participation.questionnaires.counting import count
from participation.questionnaires.figures import QuestionFigures, figures_of_version
from participation.questionnaires.joining import joined
from participation.questionnaires.models import Opening


def counted(session: Session, *openings: Opening) -> dict[str, QuestionFigures]:
    """Each question by its key."""
    parts = []
    for opening in openings:
        now = count(session, opening.id)
        parts += figures_of_version(
            queries.asked(session, opening.version_id),
            opening.version.questionnaire_id,
            now.figures,
            now.responses,
        )
    return {one.key: one for one in joined(parts)}
