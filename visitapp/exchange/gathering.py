"""Reads the mappings of a file into items, as the table says: one walk, everything wrong noted on the way.

An item without an id of its own in the file is called after where it stands: `c4.marks[1]`, `ann.milestones[2]`.
"""

from typing import Any

from visitapp.domain.contact import Contact
from visitapp.domain.marks import Mark
from visitapp.exchange.places import NEVER, Part, Place, missing, none_of, read_fields
from visitapp.exchange.reading import Found, Reading
from visitapp.exchange.tree import Fields, Leaf, Node, Rows
from visitapp.words import text


def gather(place: Place, node: Node, path: str, reading: Reading, above: Found | None, called: str) -> None:
    """Read one mapping and all that stands in it. `called`: the id that it gets where the file gives none."""
    if place.bare and isinstance(node, Leaf):
        node = Fields({place.bare: node}, {place.bare: node.line}, node.line)
    if not isinstance(node, Fields):
        reading.odd(node, path, text("exchange.allowed.record", names=", ".join(place.names)))
        return
    given = node.pairs.get("id") if "id" in place.by_name else None
    own_id = given.text if isinstance(given, Leaf) and given.text and not given.nothing else reading.made_id(called)
    if place.item is Contact:
        reading.contact, reading.marks_here = own_id, []
    found = _item(place, place.names, node, path, reading, above, own_id)
    for part in place.parts:
        if not part.inline:
            _part(part, node, path, reading, found, own_id)
        elif any(name in node.pairs for name in part.place.names):
            part_id = reading.made_id(f"{own_id}.{part.name}")
            _item(part.place, place.names, node, path, reading, found, part_id)


def _part(part: Part, node: Fields, path: str, reading: Reading, above: Found | None, above_id: str) -> None:
    """Read what stands under one name: a list of mappings, or one."""
    where = f"{path}.{part.name}" if path else part.name
    called = f"{above_id}.{part.name}" if path else part.name
    one = node.pairs.get(part.name)
    if one is None or (isinstance(one, Leaf) and (one.nothing or (one.text == "unknown" and not part.place.bare))):
        if part.required:
            missing(node, path, part.name, _allowed(part), reading)
    elif not part.many:
        gather(part.place, one, where, reading, above, called)
    elif isinstance(one, Rows):
        for number, row in enumerate(one.items, 1):
            gather(part.place, row, f"{where}[{number}]", reading, above, f"{called}[{number}]")
    else:
        reading.odd(one, where, _allowed(part))


def _allowed(part: Part) -> Any:
    return text("exchange.allowed.list", of=text("exchange.allowed.record", names=", ".join(part.place.names)))


def _item(
    place: Place,
    names: tuple[str, ...],
    node: Fields,
    path: str,
    reading: Reading,
    above: Found | None,
    own_id: str,
) -> Found | None:
    """The item of a mapping, kept; None where something is wrong with it, which is noted. Its id is known."""
    reading.know(own_id, place.kind, node.line, path)
    values = read_fields(place.by_name, names, node, path, reading)
    lacking = none_of(values, place.either, node, path, reading)
    if lacking or not place.required <= values.keys():
        return None
    recorded = values.pop(place.recorded, None)
    made: dict[str, Any] | None = {place.by_name[name].into: value for name, value in values.items()}
    if place.shape is not None and made is not None:
        made = place.shape.into(made, node, path, reading)
    if made is None:
        return None
    if place.item is Mark:
        reading.marks_here.append(own_id)
    if place.owner:
        made[place.owner] = above.item.id if above is not None else ""
    never = recorded == NEVER or place.known == "never"
    made = {name: value for name, value in made.items() if name in place.item.__struct_fields__} | {"id": own_id}
    found = Found(place.item(**made), node.line, above, None if never else recorded, never)
    reading.found.append(found)
    return found
