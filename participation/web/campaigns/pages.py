"""What the templates of campaigns may use."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from participation.campaigns.models import Campaign


@dataclass(frozen=True, slots=True)
class HomePage:
    """templates/campaigns/home.html."""

    template: ClassVar[str] = "campaigns/home.html"
    campaigns: Sequence[Campaign]
