"""One mark in words: what it is, how large, which colours, who saw it, and what people said. Nothing here dates it."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visitapp.domain.codes import Edges, MarkChange, MarkKind, Pattern, Photograph, Side, codes
from visitapp.domain.marks import Hours, Mark
from visitapp.ui.bodymap.accounts import AccountsPanel, WhoField
from visitapp.ui.bodymap.features import FeaturesFold
from visitapp.ui.bodymap.mobility import Mobility
from visitapp.ui.bodymap.sheet import Editing, Sheet
from visitapp.ui.bodymap.wording import COLOURS, LIGHT
from visitapp.ui.kit.card import Banner
from visitapp.ui.kit.choice import Choice, TickRow
from visitapp.ui.kit.fields import AreaField, LineField, SelectField
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.press import Button, QuietButton
from visitapp.ui.kit.text import Heading, Hint, Rule
from visitapp.ui.theme.tokens import L
from visitapp.words import Say


class MarkEditor(QWidget):
    """The panel for one mark. `changed` carries the fields that are different now."""

    changed = Signal(dict)
    size_typed = Signal(str, str)
    moves_chosen = Signal(str)
    removed = Signal(str)
    done = Signal()

    def __init__(self, say: Say, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._today = today
        self._mark = ""
        self._fits: tuple[object, ...] = ()
        self._parts_of = ""
        self._sheet = Sheet(contact="", child="", name="")
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(L)
        self.heading = Heading("")
        self.quiet = Banner("danger", say("bodymap.quiet.words"), heading=say("bodymap.quiet.heading"))
        self.clothes = Banner("info", "")
        self.clothes.hide()
        self.dated = Banner("info", "")
        self.dated.hide()
        self._parts: list[Callable[[], None]] = [
            self._make_fields, self._make_sight, self._make_sources, self._make_ends, self._lay_out_what_it_is,
            self._lay_out_the_rest, self._connect,
        ]  # fmt: skip

    def build_some(self) -> bool:
        """Make the next part, so that making it all holds nobody up; False when it is whole."""
        if self._parts:
            self._parts.pop(0)()
        return bool(self._parts)

    def _options(self, name: str, values: Sequence[str]) -> list[tuple[str, str]]:
        return [(value, self._say(f"{name}.{value}")) for value in values]

    def _make_fields(self) -> None:
        say = self._say
        self.side = Choice(say("bodymap.field.side"), self._options("code.side", codes(Side)))
        self.kind = SelectField(say("bodymap.field.kind"), tuple(self._options("code.mark_kind", codes(MarkKind))))
        self.part = SelectField(say("bodymap.field.part"), (), say("bodymap.field.part_hint"))
        self.mobility = Mobility(say, "")
        self.certain = Choice(say("bodymap.field.certain"), self._options("bodymap.certain", ("yes", "no")))
        self.pattern = SelectField(
            say("bodymap.field.pattern"),
            tuple(self._options("code.pattern", codes(Pattern))),
            say("bodymap.field.pattern_hint"),
        )
        self.shape = LineField(say("bodymap.field.shape"), characters=34)
        self.count = LineField(say("bodymap.field.count"), say("bodymap.field.count_hint"), characters=5)
        self.length = LineField(say("bodymap.field.length"), characters=6)
        self.wide = LineField(say("bodymap.field.width"), characters=6)
        self.measured = Choice(say("bodymap.field.measured"), self._options("bodymap.measured", ("yes", "no")))

    def _make_sight(self) -> None:
        say = self._say
        self.colours = TickRow(
            say("bodymap.field.colours"), self._options("bodymap.colour", COLOURS), say("bodymap.field.colours_hint")
        )
        self.features = FeaturesFold(say)
        self.light = Choice(say("bodymap.field.light"), self._options("bodymap.light", LIGHT), look="row")
        self.edges = Choice(say("bodymap.field.edges"), self._options("code.edges", codes(Edges)), look="row")
        self.least = LineField(say("bodymap.field.hours_least"), characters=6)
        self.most = LineField(say("bodymap.field.hours_most"), characters=6)
        self.hours = QWidget()
        hours = QVBoxLayout(self.hours)
        hours.setContentsMargins(0, 0, 0, 0)
        hours.addWidget(Hint(say("bodymap.field.hours")))
        hours.addWidget(Row(self.least, self.most, gap=L))

    def _make_sources(self) -> None:
        say = self._say
        self.words = AreaField(say("bodymap.field.words"), say("bodymap.field.words_hint"), 3)
        self.found = Choice(say("bodymap.field.found"), self._options("bodymap.found", ("yes", "no")), look="row")
        self.seen = Choice(say("bodymap.field.seen_by"), self._options("bodymap.seen_by", ("us", "told")))
        self.told_by = WhoField(say, say("bodymap.field.told_by"), ())
        self.photograph = Choice(
            say("bodymap.field.photograph"),
            self._options("code.photograph", codes(Photograph)),
            say("bodymap.field.photograph_hint"),
            look="list",
        )
        self.held_by = LineField(say("bodymap.field.held_by"), characters=34)
        self.same_as = SelectField(say("bodymap.field.same_as"), (), say("bodymap.field.same_as_hint"))
        self.change = Choice(say("bodymap.field.change"), self._options("code.mark_change", codes(MarkChange)))

    def _make_ends(self) -> None:
        self.accounts = AccountsPanel(self._say, self._today)
        self.remove = QuietButton(self._say("bodymap.remove"), "bin")
        self.finish = Button(self._say("bodymap.finish"), "tick")

    def _lay_out_what_it_is(self) -> None:
        self._size = Row(self.length, self.wide, gap=L)
        for widget in (
            self.heading, self.quiet, self.clothes, self.part, self.kind, self.mobility, self.certain, self.side,
            self.seen, self.told_by, self.found, self.words, self.dated, self.pattern,
        ):  # fmt: skip
            self.box.addWidget(widget)

    def _lay_out_the_rest(self) -> None:
        for widget in (
            self.shape, self.count, self._size, self.measured, self.colours, self.features, self.light, self.edges,
            self.hours, self.photograph, self.held_by, self.same_as, self.change, Rule(), self.accounts, Rule(),
        ):  # fmt: skip
            self.box.addWidget(widget)
        self.box.addWidget(Row(self.finish, self.remove))
        self._only_when_looked = (
            self.certain, self.pattern, self.shape, self.count, self._size, self.measured, self.colours, self.features,
            self.light, self.photograph,
        )  # fmt: skip

    def _connect(self) -> None:
        send = self.changed.emit
        self.side.chosen.connect(lambda code: send({"side": code or "unknown"}))
        self.kind.chosen.connect(lambda code: send({"kind": code}))
        self.part.chosen.connect(lambda code: send({"region": code}))
        self.mobility.chosen.connect(self.moves_chosen)
        self.certain.chosen.connect(lambda code: send({"certain": code != "no"}))
        self.pattern.chosen.connect(lambda code: send({"pattern": code}))
        self.shape.edited.connect(lambda words: send({"shape": words}))
        self.count.edited.connect(self._count_typed)
        for line in (self.length, self.wide):
            line.edited.connect(lambda _words: self.size_typed.emit(self.length.value(), self.wide.value()))
        self.measured.chosen.connect(lambda code: send({"measured": code == "yes"}))
        self.colours.changed.connect(lambda chosen: send({"colours": self._said("colour", chosen)}))
        self.features.changed.connect(lambda said: send({"features": said}))
        self.light.chosen.connect(lambda code: send({"light": "".join(self._said("light", (code,) if code else ()))}))
        self.edges.chosen.connect(lambda code: send({"edges": code or None}))
        for line in (self.least, self.most):
            line.edited.connect(lambda _words: self._hours_typed())
        self.words.edited.connect(lambda words: send({"text": words}))
        self.found.chosen.connect(lambda code: send({"found": code or "yes"}))
        self.seen.chosen.connect(self._seen_chosen)
        self.told_by.chosen.connect(lambda who: send({"seen_by": who}))
        self.photograph.chosen.connect(lambda code: send({"photograph": code or None}))
        self.held_by.edited.connect(lambda words: send({"held_by": words}))
        self.same_as.chosen.connect(lambda code: send({"same_as": code or None}))
        self.change.chosen.connect(lambda code: send({"change": code or None}))
        self.remove.clicked.connect(lambda: self.removed.emit(self._mark))
        self.finish.clicked.connect(lambda: self.done.emit())
        self.setFocusProxy(self.kind.control)

    def _said(self, name: str, chosen: Sequence[str]) -> tuple[str, ...]:
        """Kept as the words themselves, so that they read the same in every place and copy."""
        return tuple(self._say(f"bodymap.{name}.{code}").lower() for code in chosen)

    def _codes_of(self, name: str, known: Sequence[str], words: Sequence[str]) -> tuple[str, ...]:
        return tuple(code for code in known if self._said(name, (code,))[0] in words)

    def _count_typed(self, typed: str) -> None:
        whole = typed.strip()
        self.count.show_error("" if not whole or whole.isdecimal() else self._say("bodymap.error.count"))
        if not whole or (whole.isdecimal() and int(whole) > 0):
            self.changed.emit({"count": int(whole) if whole else None})

    def _hours_typed(self) -> None:
        numbers = [line.value().strip().replace(",", ".") for line in (self.least, self.most)]
        numbers = [one or other for one, other in zip(numbers, numbers[::-1], strict=True)]
        if not any(numbers):
            self.changed.emit({"hours_to_help": None})
        elif all(one.replace(".", "", 1).isdecimal() for one in numbers):
            least, most = sorted(float(one) for one in numbers)
            self.changed.emit({"hours_to_help": Hours(least, most)})

    def _seen_chosen(self, code: str) -> None:
        self.told_by.setVisible(code == "told")
        self.changed.emit({"seen_by": "us" if code == "us" else ""})

    def show_size_error(self, wrong: bool) -> None:
        """Length and width cannot be read, or can again."""
        self.length.show_error(self._say("bodymap.error.size") if wrong else "")

    def shown(self) -> str:
        """The id of the mark that is shown, or was last."""
        return self._mark

    def begin(self, sheet: Sheet) -> None:
        """Another child: who may have spoken or seen."""
        self._sheet, self._mark, self._fits = sheet, "", ()
        self.told_by.set_people((*sheet.people, *sheet.listeners[1:]))
        self.accounts.set_people(sheet.people, sheet.listeners)
        self.mobility.show_child(sheet.name, sheet.moves)
        self.mobility.setVisible(sheet.asks_mobility)

    def show_editing(self, editing: Editing) -> None:
        """Show a mark. While it is the same one, only what follows from its fields changes: nobody is interrupted."""
        anew = editing.mark.id != self._mark
        self._mark = editing.mark.id
        self.heading.setText(self._say(editing.heading))
        others = [(mark, self._say(words)) for mark, words in editing.others]
        if anew:
            earlier = tuple((mark, self._say(words)) for mark, words in editing.earlier)
            self.same_as.control.set_options((("", self._say("bodymap.same_as.new")), *earlier))
            self._show_values(editing.mark)
            self.dated.hide()
        before = {
            account: tuple((id_, self._say(words)) for id_, words in said)
            for account, said in editing.said_before.items()
        }
        self.accounts.show_accounts(editing.accounts, others, before, anew=anew)
        self._show_what_fits(editing)

    def _show_what_fits(self, editing: Editing) -> None:
        """Open and close fields; does nothing while the same ones fit, because every letter typed comes by here."""
        mark = editing.mark
        fits = (mark.id, editing.quiet, editing.heat, editing.help_matters, editing.dated, mark.size_mm is None,
                mark.photograph, self.seen.value(), mark.region)  # fmt: skip
        if fits == self._fits:
            return
        self._fits = fits
        self.quiet.setVisible(editing.quiet)
        if editing.parts or self._parts_of != mark.region:
            self._parts_of = mark.region
            self.part.control.set_options(tuple((code, self._say(words)) for code, words in editing.parts))
        self.part.setVisible(bool(editing.parts))
        clothes = editing.clothes and self.seen.value() != "us"
        if clothes != self.clothes.isVisibleTo(self):
            self.clothes.show_words(self._say("ask.note.clothes", child=self._sheet.name) if clothes else "")
        self.side.setVisible(editing.sided)
        for widget in self._only_when_looked:
            widget.setVisible(not editing.quiet)
        self.words.label.setText(self._say("bodymap.field.words_used" if editing.quiet else "bodymap.field.words"))
        self.words.set_hint("" if editing.quiet else self._say("bodymap.field.words_hint"))
        self.seen.setVisible(not editing.quiet)
        self.found.setVisible(not editing.quiet)
        self.told_by.setVisible(editing.quiet or self.seen.value() == "told")
        self.measured.setVisible(mark.size_mm is not None and not editing.quiet)
        self.edges.setVisible(editing.heat and not editing.quiet)
        self.hours.setVisible(editing.help_matters)
        self.held_by.setVisible((mark.photograph or "none") != "none" and not editing.quiet)
        for widget in (self.same_as, self.change):
            widget.setVisible(bool(editing.earlier))
        if editing.dated != self.dated.isVisibleTo(self):
            self.dated.show_words(self._say("bodymap.dated") if editing.dated else "")

    def _show_values(self, mark: Mark) -> None:
        self.side.set_value(mark.side)
        self.kind.set_value(mark.kind)
        self.certain.set_value("yes" if mark.certain else "no")
        self.pattern.set_value(mark.pattern)
        self.shape.set_value(mark.shape)
        self.count.set_value(_number(mark.count))
        self.count.show_error("")
        length, width = mark.size_mm or (None, None)
        self.length.set_value(_number(length))
        self.wide.set_value(_number(width))
        self.length.show_error("")
        self.measured.set_value("yes" if mark.measured else "no")
        self.colours.set_value(self._codes_of("colour", COLOURS, mark.colours))
        self.features.show_features(mark.features)
        self.light.set_value("".join(self._codes_of("light", LIGHT, (mark.light,))))
        self.edges.set_value(mark.edges or "")
        self.least.set_value(_number(mark.hours_to_help.least if mark.hours_to_help else None))
        self.most.set_value(_number(mark.hours_to_help.most if mark.hours_to_help else None))
        self.words.set_value(mark.text)
        self.found.set_value(mark.found)
        told = bool(mark.seen_by) and mark.seen_by != "us"
        self.seen.set_value("us" if mark.seen_by == "us" else "told" if told else "")
        self.told_by.set_value(mark.seen_by if told else "")
        self.photograph.set_value(mark.photograph or "")
        self.held_by.set_value(mark.held_by)
        self.same_as.set_value(mark.same_as or "")
        self.change.set_value(mark.change or "")


def _number(value: float | None) -> str:
    """As typed: no decimals that say nothing."""
    return "" if value is None else f"{value:g}"
