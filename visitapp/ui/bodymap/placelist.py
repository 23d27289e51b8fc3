"""All places in words: grouped, to be searched, with sides. Does everything that the pictures do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from visitapp.domain.regions import REGIONS
from visitapp.ui.bodymap.wording import place_name
from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.fields import LineField
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.press import Button, PrimaryButton
from visitapp.ui.kit.text import Heading, Hint
from visitapp.ui.theme.theme import percent_of
from visitapp.ui.theme.tokens import M, scaled
from visitapp.words import Say

_GROUPS = ("head", "neck", "torso", "arm", "leg", "unknown")
_SIDES = ("left", "right", "")
_PLACE = Qt.ItemDataRole.UserRole


def all_places() -> tuple[tuple[str, str, str], ...]:
    """Every place as (group, region, side), in the order in which they are listed; a side left open is listed too."""
    return tuple(
        (group, region.id, side)
        for group in _GROUPS
        for region in REGIONS.values()
        if region.group == group
        for side in (_SIDES if region.sided else ("",))
    )


class _List(QListWidget):
    """Return chooses; the height is that of a few rows, so that the page scrolls and not a sliver of a list."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)


class PlaceList(QWidget):
    """The list with its search. `place_chosen` to mark there, `place_held` with the arrows, `left` to go back."""

    place_chosen = Signal(str, str)
    place_held = Signal(str, str)
    left = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self.search = LineField(say("bodymap.list.search"), say("bodymap.list.search_hint"))
        self.list = _List()
        self.list.setAccessibleName(say("bodymap.list.title"))
        self.list.setUniformItemSizes(False)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.list.setMinimumHeight(scaled(300, percent_of(self)))
        self.none = Hint(say("bodymap.list.none"))
        self.none.hide()
        self.mark = PrimaryButton(say("bodymap.list.mark"), "plus")
        self.back = Button(say("bodymap.list.back"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(M)
        box.addWidget(Heading(say("bodymap.list.title")))
        box.addWidget(self.search)
        box.addWidget(self.none)
        box.addWidget(self.list, 1)
        box.addWidget(Row(self.mark, self.back))
        self._fill()
        self.search.edited.connect(self._filter)
        self.search.entered.connect(self._choose)
        self.list.entered.connect(self._choose)
        self.list.itemDoubleClicked.connect(lambda _item: self._choose())
        self.list.currentItemChanged.connect(self._moved)
        self.mark.clicked.connect(self._choose)
        self.back.clicked.connect(self.left)
        self.setFocusProxy(self.search.control)

    def _fill(self) -> None:
        last = ""
        for group, region, side in all_places():
            if group != last:
                heading = QListWidgetItem(self._say(f"bodymap.group.{group}"))
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                font = heading.font()
                font.setBold(True)
                heading.setFont(font)
                self.list.addItem(heading)
                last = group
            words = self._say(place_name(region, side))
            item = QListWidgetItem(words)
            item.setData(_PLACE, (group, region, side))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, self._say(f"bodymap.group.{group}"))
            self.list.addItem(item)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def shown(self) -> list[str]:
        """The words of the places that are listed now."""
        return [item.text() for item in self._items() if item.data(_PLACE) and not item.isHidden()]

    def _filter(self, typed: str) -> None:
        wanted = typed.lower().split()
        kept: set[str] = set()
        first: QListWidgetItem | None = None
        for item in self._items():
            place = item.data(_PLACE)
            if place:
                item.setHidden(not all(part in item.text().lower() for part in wanted))
                if not item.isHidden():
                    kept.add(item.data(_PLACE)[0])
                    first = first or item
        group = iter(_GROUPS)
        for item in self._items():
            if not item.data(_PLACE):
                item.setHidden(next(group) not in kept)
        self.none.setVisible(first is None)
        if first is not None and (self.list.currentItem() is None or self.list.currentItem().isHidden()):
            self.list.setCurrentItem(first)
        announce(self.search.control, self._say("bodymap.list.found", n=len(self.shown())))

    def hold(self, region: str, side: str) -> None:
        """Go to a place; sends nothing."""
        for item in self._items():
            if item.data(_PLACE) and tuple(item.data(_PLACE)[1:]) == (region, side):
                self.list.blockSignals(True)
                self.list.setCurrentItem(item)
                self.list.blockSignals(False)
                self.list.scrollToItem(item)

    def _current(self) -> tuple[str, str] | None:
        item = self.list.currentItem()
        place = item.data(_PLACE) if item is not None and not item.isHidden() else None
        return (place[1], place[2]) if place else None

    def _moved(self) -> None:
        place = self._current()
        if place:
            self.place_held.emit(*place)

    def _choose(self) -> None:
        place = self._current()
        if place:
            self.place_chosen.emit(*place)
