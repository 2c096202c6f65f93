"""What a printed document may be made of: our fonts, style sheets and pictograms, nothing else."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

STATIC = Path(__file__).parents[2] / "static"
SVG = "http://www.w3.org/2000/svg"
FACES = (
    "BitterLatin",
    "BitterLatinExt",
    "BitterCyrillic",
    "BitterCyrillicExt",
    "NotoSansLatin",
    "NotoSansLatinExt",
    "NotoSansCyrillic",
    "NotoSansCyrillicExt",
    "NotoSansGeorgian",
    "NotoSansBengali",
    "NotoSansEthiopic",
    "Arabic",
)
"""The font files of `static/fonts-print`, without their weight."""
FAMILY_PREFIX = "Participation"
WEIGHTS = (400, 700)
COLOURS = {
    "ink": "#16302C",
    "none": "none",
    "sun": "#F6D58F",
}


class NotOurs(ValueError):
    """A document asked for something that is not part of the kit."""


def family(face: str) -> str:
    """The family name in the style sheet: one for each face, or the files overwrite one another."""
    return FAMILY_PREFIX + face


def font_faces() -> str:
    """One @font-face rule for each file of the kit."""
    return "\n".join(
        f"@font-face{{font-family:{family(face)};font-weight:{weight};"
        f"src:url(kit:fonts-print/{face}-{weight}.ttf)}}"
        for face in FACES
        for weight in WEIGHTS
    )


def drawings() -> str:
    """One class for each pictogram of the sprite, as a poster shows it."""
    return "".join(
        f".picto-{name}{{background-image:url(kit:picto/{name}/ink/sun)}}"
        for name in _sprite()
        if not name.startswith("face-")
    )


def style() -> str:
    """The whole style sheet of the printed documents."""
    sheets = sorted((STATIC / "css" / "print").glob("*.css"))
    written = "\n".join(sheet.read_text("utf-8") for sheet in sheets)
    ours = written.replace("url(marks/", "url(kit:css/print/marks/").replace(
        "url(../../", "url(kit:"
    )
    return "\n".join((font_faces(), drawings(), ours))


@lru_cache(maxsize=256)
def asset(address: str) -> tuple[bytes, str]:
    """The bytes and type behind a `kit:` address. Raises NotOurs for any other address."""
    if not address.startswith("kit:"):
        raise NotOurs(address)
    path = address.removeprefix("kit:")
    if drawn := re.fullmatch(r"picto/([a-z0-9-]+)/([a-z]+)/([a-z]+)", path):
        return pictogram(*drawn.groups()), "image/svg+xml"
    if re.fullmatch(r"fonts-print/[A-Za-z]+-(400|700)\.ttf", path):
        return (STATIC / path).read_bytes(), "font/ttf"
    if re.fullmatch(r"css/print/marks/[a-z0-9-]+\.svg|img/frieze\.svg", path):
        return (STATIC / path).read_bytes(), "image/svg+xml"
    raise NotOurs(address)


def is_drawn(name: str) -> bool:
    """Whether the sprite has a pictogram of this name."""
    return name in _sprite()


def pictogram(name: str, ink: str, tint: str) -> bytes:
    """One pictogram of the product's sprite as a drawing of its own, in two colours of the kit."""
    if name not in _sprite() or not {ink, tint} <= set(COLOURS):
        raise NotOurs(name)
    inside = _sprite()[name]
    for variable, value in (
        (r"var\(--picto-stroke,\s*[\d.]+\)", "2.4"),
        (r"var\(--picto-tint,\s*\w+\)", COLOURS[tint]),
        (r"currentColor", COLOURS[ink]),
    ):
        inside = re.sub(variable, value, inside)
    return f'<svg xmlns="{SVG}" width="48" height="48" viewBox="0 0 48 48">{inside}</svg>'.encode()


@lru_cache(maxsize=1)
def _sprite() -> Mapping[str, str]:
    """Pictogram name -> what its symbol holds."""
    ET.register_namespace("", SVG)
    root = ET.parse(STATIC / "pictograms" / "sprite.svg").getroot()  # noqa: S314 - our own file.
    return {
        symbol.attrib["id"]: "".join(ET.tostring(child, "unicode") for child in symbol)
        for symbol in root.iter(f"{{{SVG}}}symbol")
    }
