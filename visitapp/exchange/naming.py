"""Forms that name something else of the file: people, professionals, children, marks; and what must be kept from whom.

In a vault the ids in these places are mapped to fresh ones; plain words stay as they are.
"""

from typing import Any

from visitapp.domain.item import HANDLING_CODES, KEEP_FROM
from visitapp.exchange.forms import ABSENT, Form, Rename
from visitapp.exchange.reading import CHILD_PREFIX, CHILDREN, Naming, Reading, means_a_child
from visitapp.exchange.tree import Leaf, Node
from visitapp.words import Text, text

_PEOPLE = frozenset({"person"})
_KEPT_FROM = Naming(_PEOPLE, before=KEEP_FROM)


def _allowed(naming: Naming) -> Text:
    also = [*(["child:ID"] if naming.spoken else []), *([naming.word] if naming.word else [])]
    kinds = ", ".join([*sorted(naming.kinds), *also])
    return text("exchange.allowed.id_or_words" if naming.free else "exchange.allowed.id_of", kinds=kinds)


def ref(*kinds: str, free: bool = False, spoken: bool = False, word: str = "") -> Form:
    """The id of something of these kinds. `free`: or plain words; `spoken`: or child:ID; `word`: or this word."""
    wanted = frozenset(kinds)
    spoken = spoken or free
    naming = Naming(wanted, free, spoken, word)
    allowed = _allowed(naming)

    def read(node: Node, path: str, reading: Reading) -> Any:
        if not isinstance(node, Leaf) or not node.text:
            reading.odd(node, path, allowed)
            return ABSENT
        if not word or node.text != word:
            reading.refer(node, path, naming)
        return node.text

    def renamed(value: str, rename: Rename) -> Any:
        if word and value == word:
            return value
        if spoken and value.startswith(CHILD_PREFIX):
            new = rename(value.removeprefix(CHILD_PREFIX), CHILDREN)
            if new is not None:
                return CHILD_PREFIX + new
            return value if free and not means_a_child(value) else ABSENT
        new = rename(value, wanted)
        if new is None:
            return value if free else ABSENT
        return new

    return Form(allowed, read, str, renamed)


def _new_id(node: Node, path: str, reading: Reading) -> Any:
    if isinstance(node, Leaf) and node.text.strip():
        return node.text
    reading.odd(node, path, ID.allowed)
    return ABSENT


def _handling(node: Node, path: str, reading: Reading) -> Any:
    if isinstance(node, Leaf):
        if node.text in HANDLING_CODES:
            return node.text
        person = node.text.removeprefix(KEEP_FROM)
        if person != node.text and person:
            reading.refer(node, path, _KEPT_FROM)
            return node.text
    reading.odd(node, path, HANDLING.allowed)
    return ABSENT


def _handling_renamed(value: str, rename: Rename) -> Any:
    if not value.startswith(KEEP_FROM):
        return value
    person = rename(value.removeprefix(KEEP_FROM), _PEOPLE)
    return ABSENT if person is None else KEEP_FROM + person


def _question(node: Node, path: str, reading: Reading) -> Any:
    if isinstance(node, Leaf) and node.text in reading.questions:
        return node.text
    reading.odd(node, path, text("exchange.allowed.codes", codes=", ".join(sorted(reading.questions))))
    return ABSENT


ID = Form(text("exchange.allowed.own_id"), _new_id, str)
HANDLING = Form(
    text("exchange.allowed.codes", codes=", ".join(("keep_from:PERSON", *HANDLING_CODES))),
    _handling,
    str,
    _handling_renamed,
)
QUESTION = Form(text("exchange.allowed.own_id"), _question, str)
