"""Compile resources/words/en/*.po into resources/words/en.mo. Does nothing when nothing changed."""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

WORDS = Path(__file__).parent.parent / "resources" / "words"


def main() -> int:
    """0: done or nothing to do. 1: an id stands in two files."""
    sources = sorted((WORDS / "en").glob("*.po"))
    target = WORDS / "en.mo"
    if target.exists() and all(source.stat().st_mtime < target.stat().st_mtime for source in [*sources, WORDS / "en"]):
        return 0
    whole = Catalog(locale="en_GB", charset="utf-8")
    seen: dict[str, str] = {}
    for source in sources:
        with source.open("rb") as file:
            for message in read_po(file, abort_invalid=True):
                if not message.id:
                    continue
                key = message.id if isinstance(message.id, str) else message.id[0]
                if key in seen:
                    print(f"{key} stands in {seen[key]} and in {source.name}", file=sys.stderr)
                    return 1
                seen[key] = source.name
                whole.add(message.id, message.string)
    partial = target.with_suffix(".mo.part")
    with partial.open("wb") as file:
        write_mo(file, whole)
    partial.replace(target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
