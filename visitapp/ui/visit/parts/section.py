"""A framed part of a page of a visit that shows what the draft says and sends what is changed."""

from PySide6.QtCore import Signal

from visitapp.domain.draft import Draft
from visitapp.ui.kit.card import Card


class Section(Card):
    """`changed` carries a Change."""

    changed = Signal(object)

    def show_draft(self, draft: Draft) -> None:
        """Show what the draft says; text that is just being typed stays untouched."""
