"""Keep `review.csv` in step with the catalogues: a new string awaits a native reader.

`./run translations` calls it. A row keeps its state while its message exists; French and English
are written by the team and are not listed.
"""

import csv
from pathlib import Path

from babel.messages.pofile import read_po

HERE = Path(__file__).parent
FIELDS = ("domain", "locale", "message", "state", "reviewer", "on")
WRITTEN_BY_THE_TEAM = {"fr", "en"}


def main() -> None:
    """Rewrite the table, sorted."""
    file = HERE / "review.csv"
    known: dict[tuple[str, str, str], dict[str, str]] = {}
    if file.exists():
        with file.open(encoding="utf-8", newline="") as source:
            for row in csv.DictReader(source):
                known[row["domain"], row["locale"], row["message"]] = row
    with file.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, FIELDS, lineterminator="\n")
        writer.writeheader()
        for key in sorted(wanted()):
            fresh = dict(zip(FIELDS, (*key, "draft", "", ""), strict=True))
            writer.writerow(known.get(key, fresh))


def wanted() -> set[tuple[str, str, str]]:
    """Each string of each language that needs a native reader."""
    found = set()
    for catalogue in HERE.glob("*/LC_MESSAGES/*.po"):
        locale, domain = catalogue.parts[-3], catalogue.stem
        if locale in WRITTEN_BY_THE_TEAM:
            continue
        with (HERE / f"{domain}.pot").open("rb") as source:
            for message in read_po(source):
                if message.id:
                    first = message.id[0] if isinstance(message.id, tuple) else message.id
                    found.add((domain, locale, str(first)))
    return found


if __name__ == "__main__":
    main()
