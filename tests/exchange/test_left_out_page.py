"""The page that says what a case file has no place for names exactly that."""

import re

from msgspec.structs import fields as fields_of

from visitapp.exchange.table import PLACES
from visitapp.resources import resource

_HELD_OTHERWISE = {"id", "handling", "also_by", "paragraphs", "written", "begun", "ended"}
_SHAPED = {"answer.how", "milestone.what", "stay.until_unknown"}  # the file says them in a form of its own


def without_a_place() -> set[str]:
    """Fields of the items that a case file holds, and that its table of fields does not name."""
    found = set()
    for item, place in PLACES.items():
        tag = item.__struct_config__.tag
        named = {field.into for field in place.fields} | {place.owner, *_HELD_OTHERWISE}
        parts = {field.name for part in place.parts if part.inline for field in part.place.fields}
        found |= {f"{tag}.{field.name}" for field in fields_of(item) if field.name not in named | parts}
    return found - _SHAPED


def test_the_page_names_what_is_left_out():
    page = resource("docs", "left-out-of-case-files.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`([a-z_]+\.[a-z_]+)`", page)) == without_a_place()
