"""Where a resident reads: on their own telephone, or on a tablet of the service."""

from dataclasses import dataclass

from flask import url_for

from participation.campaigns.rules import Channel
from participation.web.devices import current_device, idle_seconds


@dataclass(frozen=True, slots=True)
class Surface:
    """The layout of a resident's page, and what the place where it is read decides.

    `home` is where a tablet goes back to, with nothing left of the person before.
    """

    layout: str
    channel: Channel
    page_size: int
    service_id: int | None = None
    idle_seconds: int | None = None
    home: str = ""

    @property
    def is_kiosk(self) -> bool:
        """Whether it is a tablet of the service."""
        return self.channel is Channel.KIOSK


def surface() -> Surface:
    """The surface of this request."""
    device = current_device()
    if device is None:
        return Surface("layout/phone.html", Channel.LINK, page_size=12)
    return Surface(
        "layout/kiosk.html",
        Channel.KIOSK,
        page_size=4,
        service_id=device.service_id,
        idle_seconds=idle_seconds(),
        home=url_for("kiosk.show_languages"),
    )
