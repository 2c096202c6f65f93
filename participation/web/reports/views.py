"""The synthesis and the posters of a campaign, for those who answer and decide."""

from flask import Response, redirect, url_for
from flask.typing import ResponseReturnValue

from participation import clock
from participation.campaigns.models import Campaign
from participation.errors import NotFound
from participation.languages import INTERFACE, REGISTRY
from participation.reports import operations, queries
from participation.reports.posters import poster_of
from participation.web.access import named_within_reach, open_to, staff
from participation.web.database import session, writing
from participation.web.documents.renderer import renderer
from participation.web.documents.synthesis import headline
from participation.web.documents.writing import poster_html, synthesis_html
from participation.web.journaling import noted
from participation.web.languages import language
from participation.web.render import render
from participation.web.reports import loop, sentences
from participation.web.reports.addresses import changes_address
from participation.web.reports.blueprint import reports
from participation.web.reports.forms import PublishForm
from participation.web.reports.pages import SynthesisPage

__all__ = ["loop", "reports", "sentences"]
PDF = "application/pdf"


@reports.get("/<language>/desk/campaigns/<short_name>/synthesis")
@open_to("worker", "manager", "administrator")
def show_synthesis(short_name: str) -> ResponseReturnValue:
    """What may be read and downloaded."""
    campaign = named_within_reach(session(), Campaign, short_name)
    found = queries.synthesis_of(session(), campaign, on=clock.today())
    return render(
        SynthesisPage(
            campaign,
            found,
            headline(found),
            queries.editions(session(), campaign),
            INTERFACE,
            PublishForm(),
            may_publish=staff().may_publish,
        )
    )


@reports.get("/<language>/desk/campaigns/<short_name>/synthesis/read")
@open_to("worker", "manager", "administrator")
def read_synthesis(short_name: str) -> ResponseReturnValue:
    """The same synthesis in the browser: quotes say their language to screen readers."""
    campaign = named_within_reach(session(), Campaign, short_name)
    found = queries.synthesis_of(session(), campaign, on=clock.today())
    back = url_for(".show_synthesis", short_name=short_name)
    return synthesis_html(found, language().tag, back=back)


@reports.get("/<language>/desk/campaigns/<short_name>/synthesis.pdf")
@open_to("worker", "manager", "administrator")
def download_synthesis(short_name: str) -> ResponseReturnValue:
    """The synthesis as it stands today."""
    campaign = named_within_reach(session(), Campaign, short_name)
    found = queries.synthesis_of(session(), campaign, on=clock.today())
    pdf = renderer().pdf(synthesis_html(found, language().tag))
    return as_pdf(pdf, f"synthesis-{short_name}-{language().tag}.pdf")


@reports.post("/<language>/desk/campaigns/<short_name>/synthesis")
@open_to("manager")
def publish_synthesis(short_name: str) -> ResponseReturnValue:
    """Freeze an edition; it is rendered before the write begins."""
    campaign = named_within_reach(session(), Campaign, short_name)
    number = 1 + queries.last_edition(session(), campaign, language().tag)
    found = queries.synthesis_of(session(), campaign, on=clock.today(), edition=number)
    pdf = renderer().pdf(synthesis_html(found, language().tag))
    with writing() as opened:
        operations.publish_synthesis(
            opened,
            campaign,
            found,
            pdf,
            language=language().tag,
            at=clock.now(),
            by=staff().name,
            may_publish=staff().may_publish,
        )
        noted(opened, "publish-synthesis", short_name)
    return redirect(url_for(".show_synthesis", short_name=short_name))


@reports.get("/<language>/desk/campaigns/<short_name>/editions/<int:number>.pdf")
@open_to("worker", "manager", "administrator")
def download_edition(short_name: str, number: int) -> ResponseReturnValue:
    """An edition exactly as it was published."""
    campaign = named_within_reach(session(), Campaign, short_name)
    pdf = queries.edition_pdf(session(), campaign, language().tag, number)
    return as_pdf(pdf, f"synthesis-{short_name}-{number}.pdf")


@reports.get("/<language>/desk/campaigns/<short_name>/poster-<tag>.pdf")
@open_to("worker", "manager", "administrator")
def download_poster(short_name: str, tag: str) -> ResponseReturnValue:
    """The poster in one of the residents' languages."""
    if tag not in REGISTRY or not REGISTRY[tag].is_interface:
        raise NotFound
    campaign = named_within_reach(session(), Campaign, short_name)
    address = changes_address(campaign, tag)
    poster = poster_of(session(), campaign, tag, on=clock.today(), address=address)
    return as_pdf(renderer().pdf(poster_html(poster)), f"poster-{short_name}-{tag}.pdf")


def as_pdf(document: bytes, name: str) -> Response:
    """A file that the browser may show, with a name to keep it by."""
    response = Response(document, mimetype=PDF)
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response
