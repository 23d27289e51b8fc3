"""A part of what was written of a contact, to be read: every item, corrections beside the original."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from visitapp.ui.case.said.beside import Beside
from visitapp.ui.case.visit.words import EarlierWords, ItemWords, PartWords, PieceWords
from visitapp.ui.kit.card import Card
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.part import Block, Part
from visitapp.ui.kit.text import Label, Para, Small, Tag
from visitapp.ui.theme.tokens import XL, XS, S
from visitapp.words import Say


def part_card(say: Say, part: PartWords) -> Card:
    """A part under its heading; a corrected item beside what it was before."""
    card = Card(part.heading, part.hint)
    for item in part.items:
        card.add(_item(say, item))
    return card


def _item(say: Say, item: ItemWords) -> QWidget:
    now = _pieces(item.pieces)
    whole = Part(S)
    if item.under:
        whole.box.setContentsMargins(XL, 0, 0, 0)
    if item.heading:
        whole.add(Small(item.heading))
    if item.tags:
        whole.add(Row(*(Tag(words, "warn") for words in item.tags)))
    if not item.earlier:
        whole.add(now)
        return whole
    blocks = [_block(say, "visit_read.withdrawn" if item.withdrawn else "visit_read.now", now)]
    for earlier in item.earlier:
        if earlier.pieces:
            blocks.append(_block(say, "visit_read.before", _pieces(earlier.pieces)))
    whole.add(Beside(blocks, least=220))
    for earlier in item.earlier:
        whole.add(_why(earlier))
    return whole


def _block(say: Say, heading: str, words: QWidget) -> Block:
    block = Block()
    block.add(Label(say(heading)))
    block.add(words)
    return block


def _why(earlier: EarlierWords) -> QWidget:
    part = Part(XS)
    part.add(Para(earlier.why))
    part.add(Small(earlier.who))
    return part


def _pieces(pieces: Sequence[PieceWords]) -> QWidget:
    part = Part(S)
    for piece in pieces:
        words, kind = piece.tag
        if words:
            one = Part(XS)
            one.add(Row(Tag(words, kind)))
            one.add(Para(piece.words, selectable=True))
            part.add(one)
        else:
            part.add(Para(piece.words, selectable=True))
    return part
