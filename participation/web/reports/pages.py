"""What the templates of reports may use."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from participation.campaigns.models import Campaign
from participation.languages import Language
from participation.reports.queries import Edition
from participation.reports.synthesis import Synthesis
from participation.web.reports.forms import PublishForm


@dataclass(frozen=True, slots=True)
class SynthesisPage:
    """templates/reports/synthesis.html: what there is to read and to download."""

    template: ClassVar[str] = "reports/synthesis.html"
    campaign: Campaign
    synthesis: Synthesis
    headline: str
    editions: Sequence[Edition]
    posters: Sequence[Language]
    form: PublishForm
    may_publish: bool
