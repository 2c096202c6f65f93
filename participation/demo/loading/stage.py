"""What the loaders share: the story, the sessions, and who and what was made so far."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.clock import LOCAL
from participation.demo.reading import Scenario
from participation.ideas.models import Proposal
from participation.people.models import Service, Structure
from participation.questionnaires.models import Version


@dataclass(slots=True)
class Stage:
    """Filled by one loader after the other; keys are those of the story."""

    session: Session
    urns: Session
    story: Scenario
    card_key: bytes
    structure: Structure
    services: dict[str, Service] = field(default_factory=dict)
    versions: dict[str, Version] = field(default_factory=dict)
    campaigns: dict[str, Campaign] = field(default_factory=dict)
    proposals: dict[int, Proposal] = field(default_factory=dict)

    def name_of(self, key: str) -> str:
        """The name of a member of staff or of a partner; nothing for no key."""
        setting = self.story.setting
        staff = {one.key: one.name for one in setting.staff}
        return {"": "", **staff, **{one.key: one.name for one in setting.partners}}[key]

    def title_of(self, key: str) -> str:
        """A member of staff as a decision names them: name and title."""
        [found] = [one for one in self.story.setting.staff if one.key == key]
        return f"{found.name}, {found.title_fr}"

    def day_of(self, step: str) -> date:
        """The day of a step of the first campaign."""
        [found] = [one for one in self.story.setting.milestones if one.step == step]
        return found.on


def moment(day: date, hour: int) -> datetime:
    """An hour of a day where the services are."""
    return datetime.combine(day, time(hour), tzinfo=LOCAL)
