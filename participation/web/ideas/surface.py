"""Where a resident reads: on their own telephone, or on a tablet of the service."""

from dataclasses import dataclass

from participation.campaigns.rules import Channel


@dataclass(frozen=True, slots=True)
class Surface:
    """The layout of a resident's page, and what the place where it is read decides.

    `home` is where a tablet goes back to, with nothing left of the person before.
    """

    layout: str
    channel: Channel
    service_id: int | None = None
    idle_seconds: int | None = None
    home: str = ""
    page_size: int = 12

    @property
    def is_kiosk(self) -> bool:
        """Whether it is a tablet of the service."""
        return self.channel is Channel.KIOSK


def surface() -> Surface:
    """The surface of this request."""
    return Surface("layout/phone.html", Channel.LINK)
