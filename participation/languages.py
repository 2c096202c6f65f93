"""The registry of languages: our own tags, because Babel knows neither Dari's "prs" nor Soninke."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Language:
    """A language that people may speak here; `locale` names its catalogue, if it has one."""

    tag: str
    endonym: str
    french: str
    direction: str = "ltr"
    locale: str = ""

    @property
    def is_interface(self) -> bool:
        """Whether the residents' screens exist in this language."""
        return bool(self.locale)


def _(
    tag: str,
    own: str,
    french: str,
    direction: str = "ltr",
    locale: str = "",
) -> Language:
    return Language(tag, own, french, direction, locale)


REGISTRY = {
    language.tag: language
    for language in (
        _("fr", "Français", "français", "ltr", "fr"),
        _("fr-simple", "Français facile", "français simple"),
        _("en", "English", "anglais", "ltr", "en"),
        _("ar", "العربية", "arabe", "rtl", "ar"),
        _("fa-AF", "دری", "dari", "rtl", "fa_AF"),
        _("uk", "Українська", "ukrainien", "ltr", "uk"),
        _("ps", "پښتو", "pachto", "rtl"),
        _("ru", "Русский", "russe"),
        _("es", "Español", "espagnol"),
        _("pt", "Português", "portugais"),
        _("tr", "Türkçe", "turc"),
        _("ro", "Română", "roumain"),
        _("bn", "বাংলা", "bengali"),
        _("ur", "اردو", "ourdou", "rtl"),
        _("ti", "ትግርኛ", "tigrigna"),
        _("so", "Soomaali", "somali"),
        _("am", "አማርኛ", "amharique"),
        _("ka", "ქართული", "géorgien"),
        _("sq", "Shqip", "albanais"),
        _("ckb", "سۆرانی", "sorani", "rtl"),
        _("ku", "Kurmancî", "kurmandji"),
        _("ht", "Kreyòl", "créole haïtien"),
        _("snk", "Sooninkanxanne", "soninké"),
        _("bm", "Bamanankan", "bambara"),
        _("ln", "Lingála", "lingala"),
        _("wo", "Wolof", "wolof"),
        _("ff", "Pulaar", "peul"),
    )
}
SPOKEN = {tag: language for tag, language in REGISTRY.items() if tag != "fr-simple"}
"""What people speak; simple French is only a way to write for them."""
INTERFACE = tuple(language for language in REGISTRY.values() if language.is_interface)
STAFF = (REGISTRY["fr"], REGISTRY["en"])


def is_known(tag: str) -> bool:
    """Whether a tag is in the registry."""
    return tag in REGISTRY


def direction_of(tag: str) -> str:
    """ltr or rtl; an unknown tag reads from left to right."""
    return REGISTRY[tag].direction if tag in REGISTRY else "ltr"


def written_as(tag: str) -> str:
    """What the `lang` attribute says: simple French is French."""
    return "fr" if tag == "fr-simple" else tag


def french_name(tag: str) -> str:
    """How a French document names a language."""
    return REGISTRY[tag].french if tag in REGISTRY else tag


def missing_catalogues(folder: Path) -> Iterator[Path]:
    """The compiled catalogues that are not there: without them, pages fall back to English."""
    for domain, languages in (("resident", INTERFACE), ("staff", STAFF)):
        for language in languages:
            file = folder / language.locale / "LC_MESSAGES" / f"{domain}.mo"
            if not file.is_file():
                yield file
