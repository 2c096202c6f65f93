"""Every page that the stories pass by is opened once and looked at with the same eyes."""

from collections.abc import Callable

import pytest

from participation.cli.tour import TODAY, board_address, link_of, poll_address
from participation.storage.engine import Database
from tests.stories.world import Visitor, World

SEASON_DESK, TODAY_DESK = (
    f"/fr/desk/campaigns/a-vous-{name}" for name in ("la-parole", "de-jouer")
)
DESK = {
    "worker": [
        "/fr/desk",
        "/fr/desk/kiosk",
        "/fr/desk/password",
        TODAY_DESK,
        f"{TODAY_DESK}/questionnaires",
        f"{TODAY_DESK}/ideas",
        f"{TODAY_DESK}/ideas/dictate",
        f"{TODAY_DESK}/moderation",
        f"{TODAY_DESK}/workshops",
        f"{TODAY_DESK}/workshops/new",
        f"{SEASON_DESK}/questionnaires",
        f"{SEASON_DESK}/ideas",
        f"{SEASON_DESK}/moderation?state=published",
        f"{SEASON_DESK}/workshops",
        f"{SEASON_DESK}/means",
    ],
    "manager": [
        f"{TODAY_DESK}/answers",
        f"{TODAY_DESK}/close",
        f"{SEASON_DESK}/synthesis",
        f"{SEASON_DESK}/synthesis/read",
    ],
    "administrator": [
        "/fr/desk/accounts",
        "/fr/desk/accounts/new",
        "/fr/desk/journal",
        "/fr/desk/structure",
        f"{TODAY_DESK}/edit",
        f"{TODAY_DESK}/calendar",
        f"{TODAY_DESK}/notice",
    ],
    "reception": ["/fr/desk", "/fr/desk/kiosk", "/fr/desk/kiosk/silent"],
}


@pytest.mark.parametrize("role", DESK)
def test_the_pages_of_the_desk(world: World, visitor: Callable[..., Visitor], role: str) -> None:
    somebody = visitor("desk")
    somebody.sign_in(world, role)
    for address in DESK[role]:
        somebody.open(address)


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_pages_of_residents(
    world: World, visitor: Callable[..., Visitor], language: str
) -> None:
    database = Database(world.ready.settings.database_url)
    with database.session() as session:
        link, board = link_of(session), board_address(session).removeprefix("/fr")
        vote = poll_address(session, TODAY).rpartition("/")[2]
    database.close()
    somebody = visitor("phone", language)
    for address in (link, "/v", f"/v/{vote}"):
        somebody.open(address)
    for address in (link, board, f"{board}/propose", f"/v/{vote}", f"/c/{TODAY}/changed"):
        somebody.open(f"/{language}{address}")
