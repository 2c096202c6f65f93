"""Where a questionnaire is answered: on one's own telephone, or on a tablet of the service."""

from dataclasses import dataclass

from flask import url_for

from participation.campaigns.rules import Channel


@dataclass(frozen=True, slots=True)
class Surface:
    """What differs between the two places; the page itself is the same."""

    name: str
    channel: Channel
    layout: str

    @property
    def is_kiosk(self) -> bool:
        """Whether it is a tablet of the service."""
        return self.channel is Channel.KIOSK

    def form(self, token: str, tag: str) -> str:
        """The address of the form in a language."""
        end = "show_kiosk_form" if self.is_kiosk else "show_form"
        return url_for(f"questionnaires.{end}", token=token, language=tag)

    def thanks(self, token: str, tag: str) -> str:
        """The address of the thank-you page."""
        end = "show_kiosk_thanks" if self.is_kiosk else "show_thanks"
        return url_for(f"questionnaires.{end}", token=token, language=tag)

    def start(self, token: str) -> str:
        """Where one begins anew: with the language."""
        if self.is_kiosk:
            return url_for("kiosk.show_languages")
        return url_for("questionnaires.show_languages", token=token)


LINK = Surface("link", Channel.LINK, "layout/phone.html")
KIOSK = Surface("kiosk", Channel.KIOSK, "layout/kiosk.html")
