"""The three questionnaires, where they were open, and every response."""

from datetime import date
from uuid import uuid4

from sqlalchemy import select

from participation.campaigns.models import Campaign
from participation.campaigns.rules import Channel
from participation.demo.loading.stage import Stage, moment
from participation.demo.responses import Response, responses_of
from participation.demo.shapes.asking import OwnText, Questionnaire, Series
from participation.languages import REGISTRY
from participation.questionnaires import operations as questionnaires
from participation.questionnaires.drafts import OptionDraft, OptionRole, QuestionDraft
from participation.questionnaires.models import FreeText, Opening
from participation.questionnaires.queries import asked
from participation.questionnaires.rules import Assistance
from participation.voices import operations as voices
from participation.voices.models import Utterance
from participation.voices.rules import Moderation
from participation.wording import State


def load_questionnaires(stage: Stage, *, published_on: date) -> None:
    """Write and publish one version of each questionnaire."""
    for told in stage.story.questionnaires:
        made = questionnaires.create_questionnaire(
            stage.session, stage.structure.id, short_name=told.slug, title=told.title
        )
        version = questionnaires.draft_version(stage.session, made)
        version.languages = [tag for tag in REGISTRY if tag in told.title.texts]
        for question in told.questions:
            questionnaires.add_question(
                stage.session,
                version,
                QuestionDraft(
                    key=question.key,
                    kind=question.kind,
                    words=question.text,
                    options=[
                        OptionDraft(one.key, one.label, one.pictogram, OptionRole(one.role))
                        for one in question.options
                    ],
                    maximum=question.maximum,
                    pictogram=question.pictogram,
                ),
            )
        questionnaires.publish_version(stage.session, version, at=moment(published_on, 9))
        stage.versions[told.key] = version


def load_responses(stage: Stage, campaign: Campaign) -> None:
    """Open each questionnaire as the story says, receive its responses, and close it."""
    told = {one.key: one for one in stage.story.questionnaires}
    for series in stage.story.series:
        openings = open_for(stage, campaign, series)
        receive(stage, openings, series, told[series.questionnaire])
        read_over(stage, openings, series.texts)
        for opening in openings.values():
            questionnaires.close_opening(stage.session, opening, at=moment(series.ends, 18))


def open_for(stage: Stage, campaign: Campaign, series: Series) -> dict[str, Opening]:
    """One opening for each service of a series."""
    return {
        key: questionnaires.open_questionnaire(
            stage.session,
            stage.versions[series.questionnaire],
            campaign,
            stage.services[key],
            channels=[Channel(channel) for channel in series.channels],
            opens_on=series.begins,
            closes_on=series.ends,
        )
        for key in series.services
    }


def open_reception(stage: Stage, campaign: Campaign) -> Opening:
    """The questionnaire of the reception, by tablet and link, as long as a campaign runs."""
    return questionnaires.open_questionnaire(
        stage.session,
        stage.versions["q1"],
        campaign,
        stage.services["espace"],
        channels=[Channel.KIOSK, Channel.LINK],
        opens_on=campaign.opens_on,
        closes_on=campaign.closes_on,
    )


def receive(
    stage: Stage, openings: dict[str, Opening], series: Series, told: Questionnaire
) -> None:
    """Send every response as a tablet, a phone or a desk would."""
    version = asked(stage.session, stage.versions[series.questionnaire].id)
    for response in sorted(responses_of(series, told), key=day_of):
        questionnaires.respond(
            stage.session,
            openings[response.service],
            gesture=uuid4(),
            language=response.language,
            read_in=response.read_in,
            channel=Channel(response.channel),
            assistance=Assistance(response.assistance),
            answers=response.answers,
            texts={key: text.original for key, text in response.texts.items()},
            day=response.day,
            at=moment(response.day, 12),
            version=version,
        )


def day_of(response: Response) -> date:
    """When it came."""
    return response.day


def read_over(stage: Stage, openings: dict[str, Opening], texts: tuple[OwnText, ...]) -> None:
    """Publish the texts that were given, each with its French."""
    french = {text.original: text.french for text in texts}
    ids = [opening.id for opening in openings.values()]
    given = stage.session.scalars(
        select(Utterance)
        .join(FreeText, FreeText.utterance_id == Utterance.id)
        .where(FreeText.opening_id.in_(ids))
        .order_by(Utterance.id)
    ).all()
    for said in given:
        publish(stage, said, french[said.text or ""])


def publish(stage: Stage, said: Utterance, french: str) -> None:
    """Read over, translate where the words are not French, and show."""
    if french:
        reviewer = REVIEWERS.get(said.language, "")
        state = State.REVIEWED if reviewer else State.DRAFT
        voices.translate(stage.session, said, french=french, state=state, reviewer=reviewer)
    voices.moderate(
        stage.session, said, moderation=Moderation.PUBLISHED, by=stage.name_of("thomas")
    )


REVIEWERS = {"uk": "worker", "ru": "worker", "fa-AF": "volunteer"}
"""The languages that somebody of the staff speaks, with the role of who read the translation."""
