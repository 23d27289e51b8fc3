"""The rooms: all of them as last time and seen today in one tick, or one by one."""

from PySide6.QtWidgets import QWidget

from visitapp.domain.codes import Bedroom
from visitapp.domain.draft import Draft
from visitapp.ui.kit.card import Fold
from visitapp.ui.kit.choice import Choice
from visitapp.ui.kit.fields import LineField
from visitapp.ui.kit.ticks import Tick
from visitapp.ui.visit.changes import basics, home
from visitapp.ui.visit.fieldname import named
from visitapp.ui.visit.parts.asking import listed, shown, value_of, yes_no
from visitapp.ui.visit.parts.section import Section
from visitapp.words import Say


class TheHome(Section):
    """Rooms, where the children sleep, food, animals, signs of somebody else."""

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("visit.home"), parent=parent)
        self.same = Tick(say("visit.home.same"))
        self.same.clicked.connect(lambda on: self.changed.emit(home.as_last_time(yes=on)))
        self.bedroom = Choice(say("visit.home.bedroom"), listed(say, "bedroom", Bedroom))
        self.bedroom.chosen.connect(lambda code: self.changed.emit(home.looked(bedroom=value_of(code))))
        self.add(named(self.same, "home:same"))
        self.add(named(self.bedroom, "home:bedroom"))
        self.more = Fold(say("visit.home.more"))
        self.add(named(self.more, "home:more"))
        self.food = yes_no(say, say("visit.home.food"))
        self.declined = LineField(say("visit.home.declined"), say("visit.home.declined.hint"))
        self.animal = LineField(say("visit.home.animal"), say("visit.home.animal.hint"), characters=40)
        self.signs = yes_no(say, say("visit.home.signs"))
        self.food.chosen.connect(lambda code: self.changed.emit(home.looked(food=value_of(code))))
        self.declined.edited.connect(lambda words: self.changed.emit(home.looked(rooms_refused=_several(words))))
        self.animal.edited.connect(lambda words: self.changed.emit(home.looked(animal=words.strip())))
        self.signs.chosen.connect(lambda code: self.changed.emit(basics.contact(unknown_adult_signs=value_of(code))))
        for name in ("food", "declined", "animal", "signs"):
            self.more.add(named(getattr(self, name), f"home:{name}"))

    def show_draft(self, draft: Draft) -> None:
        """Show what was looked at."""
        looked = home.looked_at(draft)
        self.signs.set_value(shown(draft.contact.unknown_adult_signs))
        if looked is None:
            return
        self.same.setChecked(looked.same_as_last_time)
        self.bedroom.set_value(shown(looked.bedroom))
        self.food.set_value(shown(looked.food))
        if _several(self.declined.value()) != looked.rooms_refused:
            self.declined.set_value(", ".join(looked.rooms_refused))
        if self.animal.value().strip() != looked.animal:
            self.animal.set_value(looked.animal)


def _several(words: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in words.split(",") if part.strip())
