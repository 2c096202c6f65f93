"""Make the fonts of the printed documents from the @fontsource packages, version 5.3.0.

    npm pack @fontsource/bitter@5.3.0        and unpack it as SOURCE/bitter; likewise noto-sans,
    noto-sans-bengali, noto-sans-ethiopic, noto-sans-georgian and vazirmatn
    python build_fonts.py SOURCE             writes the .ttf files and their licences beside itself

WeasyPrint reads .ttf faster than .woff2, and it mixes up files that share one family name: here
each script of a face has a family of its own. Vazirmatn is changed: see `split_lam_alef`. The Open
Font License asks for another name then, and every face gets one.
"""

import shutil
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

HERE = Path(__file__).parent
SERIF, SANS = "Participation Bitter", "Participation Noto Sans"
FACES = (
    ("bitter", "latin", f"{SERIF} Latin", "BitterLatin"),
    ("bitter", "latin-ext", f"{SERIF} Latin Ext", "BitterLatinExt"),
    ("bitter", "cyrillic", f"{SERIF} Cyrillic", "BitterCyrillic"),
    ("bitter", "cyrillic-ext", f"{SERIF} Cyrillic Ext", "BitterCyrillicExt"),
    ("noto-sans", "latin", f"{SANS} Latin", "NotoSansLatin"),
    ("noto-sans", "latin-ext", f"{SANS} Latin Ext", "NotoSansLatinExt"),
    ("noto-sans", "cyrillic", f"{SANS} Cyrillic", "NotoSansCyrillic"),
    ("noto-sans", "cyrillic-ext", f"{SANS} Cyrillic Ext", "NotoSansCyrillicExt"),
    ("noto-sans-georgian", "georgian", f"{SANS} Georgian", "NotoSansGeorgian"),
    ("noto-sans-bengali", "bengali", f"{SANS} Bengali", "NotoSansBengali"),
    ("noto-sans-ethiopic", "ethiopic", f"{SANS} Ethiopic", "NotoSansEthiopic"),
    ("vazirmatn", "arabic", "Participation Arabic", "Arabic"),
)
WEIGHTS = {400: "Regular", 700: "Bold"}


def build(source: Path) -> None:
    """Write every file of the kit, and the licence of each package once."""
    for package, script, family, stem in FACES:
        for weight, style in WEIGHTS.items():
            font = TTFont(source / package / "files" / f"{package}-{script}-{weight}-normal.woff2")
            font.flavor = None
            rename(font, family, style)
            if script == "arabic":
                split_lam_alef(font)
            font["head"].modified = font["head"].created
            font.recalcTimestamp = False
            font.save(HERE / f"{stem}-{weight}.ttf")
        shutil.copyfile(source / package / "LICENSE", HERE / f"LICENSE-{package}.txt")


def rename(font: TTFont, family: str, style: str) -> None:
    """Give the file one family name, in every record that a reader may look at."""
    names = font["name"]
    for record in list(names.names):
        if record.nameID in {1, 2, 3, 4, 6, 16, 17, 21, 22, 25}:
            names.removeNames(nameID=record.nameID)
    solid = family.replace(" ", "")
    for name_id, text in (
        (1, family),
        (2, style),
        (3, f"{family} {style}"),
        (4, f"{family} {style}"),
        (6, f"{solid}-{style}"),
    ):
        names.setName(text, name_id, 3, 1, 0x409)


def split_lam_alef(font: TTFont) -> None:
    """Draw lam-alef with two glyphs, the whole drawing for lam and nothing for alef.

    As one glyph, two common readers give the letters back in the wrong order when a page is
    searched, copied or read aloud. The shape on paper is the same.
    """
    substitutions = font["GSUB"].table
    pairs = _take_lam_alef_out(substitutions)
    for drawn_from, (lam, alef) in pairs.items():
        _add_glyph(font, f"{drawn_from}.lam", drawn_from)
        _add_glyph(font, f"{drawn_from}.alef", None)
        _append_lookup(substitutions, _swap(drawn_from, lam, alef), flag=8)
    first = len(substitutions.LookupList.Lookup) - len(pairs)
    contexts = [
        _when_together(lam, alef, first + place) for place, (lam, alef) in enumerate(pairs.values())
    ]
    index = _append_lookup(substitutions, *contexts, flag=8)
    for record in substitutions.FeatureList.FeatureRecord:
        if record.FeatureTag == "rlig":
            record.Feature.LookupListIndex.append(index)
            record.Feature.LookupCount = len(record.Feature.LookupListIndex)
    _carry_anchors(font, list(pairs))


def _subtables(lookup: Any) -> list[Any]:
    return [getattr(table, "ExtSubTable", table) for table in lookup.SubTable]


def _take_lam_alef_out(substitutions: otTables.GSUB) -> dict[str, tuple[str, str]]:
    """Remove the two-letter ligatures that begin with lam: {ligature: (lam, alef)}."""
    lams, taken = {"uniFEDF", "uniFEE0"}, {}
    for lookup in substitutions.LookupList.Lookup:
        for table in _subtables(lookup):
            for lam in lams & set(getattr(table, "ligatures", ())):
                for ligature in table.ligatures.pop(lam):
                    taken[ligature.LigGlyph] = (lam, ligature.Component[0])
    return dict(sorted(taken.items()))


def _add_glyph(font: TTFont, name: str, like: str | None) -> None:
    """Add a copy of a glyph, or an empty one of no width."""
    glyphs, metrics = font["glyf"], font["hmtx"]
    empty = deepcopy(glyphs["space"])
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    glyphs.glyphs[name] = deepcopy(glyphs[like]) if like else empty
    glyphs.glyphOrder = font.getGlyphOrder()
    metrics.metrics[name] = metrics.metrics[like] if like else (0, 0)
    font["GDEF"].table.GlyphClassDef.classDefs[name] = 1


def _coverage(*glyphs: str) -> otTables.Coverage:
    coverage = otTables.Coverage()
    coverage.glyphs = list(glyphs)
    return coverage


def _append_lookup(table: Any, *subtables: Any, flag: int) -> int:
    lookup = otTables.Lookup()
    lookup.LookupType, lookup.LookupFlag = subtables[0].LookupType, flag
    lookup.SubTable, lookup.SubTableCount = list(subtables), len(subtables)
    table.LookupList.Lookup.append(lookup)
    table.LookupList.LookupCount = len(table.LookupList.Lookup)
    return int(table.LookupList.LookupCount) - 1


def _swap(drawn: str, lam: str, alef: str) -> otTables.SingleSubst:
    single = otTables.SingleSubst()
    single.mapping = {lam: f"{drawn}.lam", alef: f"{drawn}.alef"}
    return single


def _when_together(lam: str, alef: str, swap: int) -> otTables.ChainContextSubst:
    chain = otTables.ChainContextSubst()
    chain.Format = 3
    chain.BacktrackCoverage, chain.BacktrackGlyphCount = [], 0
    chain.LookAheadCoverage, chain.LookAheadGlyphCount = [], 0
    chain.InputCoverage, chain.InputGlyphCount = [_coverage(lam), _coverage(alef)], 2
    chain.SubstLookupRecord, chain.SubstCount = [_at(0, swap), _at(1, swap)], 2
    return chain


def _at(place: int, lookup: int) -> otTables.SubstLookupRecord:
    record = otTables.SubstLookupRecord()
    record.SequenceIndex, record.LookupListIndex = place, lookup
    return record


def _carry_anchors(font: TTFont, ligatures: list[str]) -> None:
    """Vowel marks keep their place: the anchors of each half of the ligature go to its glyph."""
    positions = font["GPOS"].table
    for number, lookup in enumerate(list(positions.LookupList.Lookup)):
        for table in _subtables(lookup):
            if isinstance(table, otTables.MarkLigPos):
                index = _append_lookup(positions, _as_bases(font, table, ligatures), flag=0)
                _follow(positions, number, index)


def _as_bases(
    font: TTFont, table: otTables.MarkLigPos, ligatures: list[str]
) -> otTables.MarkBasePos:
    anchors = {}
    attached = dict(
        zip(table.LigatureCoverage.glyphs, table.LigatureArray.LigatureAttach, strict=True)
    )
    for ligature in ligatures:
        if ligature in attached:
            lam, alef = attached[ligature].ComponentRecord
            anchors[f"{ligature}.lam"], anchors[f"{ligature}.alef"] = lam, alef
    base = otTables.MarkBasePos()
    base.Format, base.ClassCount = 1, table.ClassCount
    base.MarkCoverage, base.MarkArray = deepcopy(table.MarkCoverage), deepcopy(table.MarkArray)
    order = sorted(anchors, key=font.getGlyphID)
    base.BaseCoverage, base.BaseArray = _coverage(*order), otTables.BaseArray()
    base.BaseArray.BaseRecord = [_base_record(anchors[name]) for name in order]
    base.BaseArray.BaseCount = len(order)
    return base


def _base_record(component: otTables.ComponentRecord) -> otTables.BaseRecord:
    record = otTables.BaseRecord()
    record.BaseAnchor = deepcopy(component.LigatureAnchor)
    return record


def _follow(positions: otTables.GPOS, number: int, index: int) -> None:
    """Every feature that used one lookup uses the other one too."""
    for record in positions.FeatureList.FeatureRecord:
        if number in record.Feature.LookupListIndex:
            record.Feature.LookupListIndex.append(index)
            record.Feature.LookupCount = len(record.Feature.LookupListIndex)


if __name__ == "__main__":
    build(Path(sys.argv[1]))
