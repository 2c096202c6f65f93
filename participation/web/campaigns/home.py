"""The first page of the desk."""

from flask.typing import ResponseReturnValue

from participation.campaigns import queries
from participation.web.access import open_to, staff
from participation.web.campaigns.blueprint import campaigns
from participation.web.campaigns.pages import HomePage
from participation.web.database import session
from participation.web.render import render


@campaigns.get("/<language>/desk")
@open_to("staff")
def show_home() -> ResponseReturnValue:
    """The campaigns within reach, where they stand, and what waits."""
    asking = staff()
    found = queries.campaigns_of(session(), asking.structure_id, asking.services)
    return render(HomePage(list(found)))
