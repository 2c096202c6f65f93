"""The two campaigns: the finished season, and the one that is open today."""

from datetime import date, timedelta

from participation.campaigns import operations as campaigns
from participation.campaigns.models import Campaign
from participation.campaigns.rules import ParticipationLevel
from participation.demo.loading.stage import Stage, moment
from participation.demo.shapes.setting import Campaign as Told
from participation.questionnaires import operations as questionnaires


def load_finished(stage: Stage) -> None:
    """The season whose follow-up was last week, with its calendar; still open while it is filled."""
    told = stage.story.setting.campaigns[0]
    if told.opens is None or told.closes is None:
        raise ValueError("the first campaign says its days")
    limits = stage.story.choosing.limits
    campaign = prepare(stage, told, told.opens, told.closes)
    campaigns.edit_campaign(
        stage.session,
        campaign,
        reply_by=told.reply_by,
        missing_people="\n".join(limits.missing_fr),
        biases="\n".join(limits.biases_fr),
    )
    for milestone in stage.story.setting.milestones:
        campaigns.add_milestone(stage.session, campaign, on=milestone.on, words=milestone.says)


def load_open(stage: Stage, today: date) -> None:
    """The campaign that runs today."""
    told = stage.story.setting.campaigns[1]
    opens = today - timedelta(days=told.opens_days_ago)
    prepare(stage, told, opens, today + timedelta(days=told.closes_in_days))


def prepare(stage: Stage, told: Told, opens: date, closes: date) -> Campaign:
    """One campaign between two days, with the notice that both share."""
    setting = stage.story.setting
    made = campaigns.create_campaign(
        stage.session,
        stage.structure.id,
        short_name=told.slug,
        title=told.title,
        level_aimed=ParticipationLevel(told.level),
        services=[stage.services[key] for key in told.services],
        languages=setting.structure.languages,
        opens_on=opens,
        closes_on=closes,
        purpose=told.question,
        instance=told.instance,
        notice=[
            {"pictogram": line.pictogram, "words": line.says.to_json()} for line in setting.notice
        ],
        read_when=setting.read_when,
    )
    stage.campaigns[told.slug] = made
    return made


def close_finished(stage: Stage) -> None:
    """Close the season: rare values are folded, and days go."""
    campaign = stage.campaigns["a-vous-la-parole"]
    campaigns.close_campaign(stage.session, campaign, at=moment(campaign.closes_on, 18))
    questionnaires.fold_responses(stage.session, campaign)
