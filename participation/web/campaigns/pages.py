"""What the templates of campaigns may use."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from participation.campaigns.models import Campaign
from participation.web.campaigns.forms import CampaignForm, MilestoneForm, NoticeForm
from participation.web.forms.base import BaseForm
from participation.web.regions import Wait


@dataclass(frozen=True, slots=True)
class CampaignLine:
    """A campaign on the first page of the desk.

    `address` and `step` are empty for those who only welcome; `acts` (address, label) are theirs.
    """

    campaign: Campaign
    address: str
    state: str
    dates: str
    step: str
    acts: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class HomePage:
    """templates/campaigns/home.html."""

    template: ClassVar[str] = "campaigns/home.html"
    lines: Sequence[CampaignLine]
    waiting: Sequence[tuple[int, Wait]]
    may_create: bool
    may_start: bool
    lacks: str


@dataclass(frozen=True, slots=True)
class CampaignPage:
    """templates/campaigns/campaign.html: `steps` are five pairs of an address and a text."""

    template: ClassVar[str] = "campaigns/campaign.html"
    campaign: Campaign
    meta: Markup
    steps: Sequence[tuple[str, str]]
    current: str
    main: Sequence[Markup]
    side: Sequence[Markup]
    acts: Sequence[Markup]
    calendar: Sequence[tuple[str, str, Markup, str]]
    act: BaseForm
    is_closed: bool


@dataclass(frozen=True, slots=True)
class CampaignFormPage:
    """templates/campaigns/edit.html; `campaign` is None for a new one."""

    template: ClassVar[str] = "campaigns/edit.html"
    campaign: Campaign | None
    form: CampaignForm


@dataclass(frozen=True, slots=True)
class NoticePage:
    """templates/campaigns/notice.html."""

    template: ClassVar[str] = "campaigns/notice.html"
    campaign: Campaign
    form: NoticeForm


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """templates/campaigns/calendar.html."""

    template: ClassVar[str] = "campaigns/calendar.html"
    campaign: Campaign
    form: MilestoneForm
    act: BaseForm


@dataclass(frozen=True, slots=True)
class ClosingPage:
    """templates/campaigns/closing.html: what closing does, before it is done."""

    template: ClassVar[str] = "campaigns/closing.html"
    campaign: Campaign
    act: BaseForm
