"""A case as it stands: children, who lives there, what was promised, views; and the ways on from here."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from visitapp.actions.timeline import Timeline
from visitapp.ui.case.overview.standing import CaseWords, ChildWords, ViewWords
from visitapp.ui.case.timeline.panel import TimelinePanel
from visitapp.ui.kit.card import Banner, Card, Facts, Fold
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.page import Command
from visitapp.ui.kit.part import Part
from visitapp.ui.kit.press import Button, LinkButton, PrimaryButton
from visitapp.ui.kit.rowlist import RowList
from visitapp.ui.kit.rows import RowButton
from visitapp.ui.kit.text import Heading, Hint, Label, Para, Rule, Small, Tag
from visitapp.ui.kit.turn import next_turn
from visitapp.ui.theme.tokens import XS, M, S
from visitapp.words import Say

_WAYS = (
    ("patterns", "eye"),
    ("chronology", "history"),
    ("body", "body"),
    ("said", "quote"),
    ("views", "view"),
    ("family", "people"),
)

_PICTURE_AFTER = 60


class OverviewPage(LivePage):
    """`begin_wanted` (visit, quick_note, no_reply), `draft_opened` (its id, its kind), `visit_opened` (contact), and
    the ways on: `patterns_wanted`, `chronology_wanted`, `body_wanted`, `said_wanted`, `views_wanted`,
    `family_wanted`.

    `timeline_wanted` once the page is shown: the picture comes when the rest is painted.
    """

    begin_wanted = Signal(str)
    draft_opened = Signal(str, str)
    visit_opened = Signal(str)
    chronology_wanted = Signal()
    patterns_wanted = Signal()
    body_wanted = Signal()
    said_wanted = Signal()
    views_wanted = Signal()
    family_wanted = Signal()
    timeline_wanted = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("overview.title"), parent=parent)
        self._say = say
        self._shown: CaseWords | None = None
        self._through_time: Timeline | None = None
        self.begin = {
            "visit": PrimaryButton(say("overview.prepare"), "car"),
            "quick_note": Button(say("overview.quick_note"), "phone"),
            "no_reply": Button(say("overview.no_reply"), "door"),
        }
        for kind, button in self.begin.items():
            button.clicked.connect(lambda _on=False, kind=kind: self.begin_wanted.emit(kind))
        self.add_across(Row(*self.begin.values()))
        self.timeline = TimelinePanel(say)
        self.timeline.visit_opened.connect(self.visit_opened)
        self.timeline.hide()
        self.add_across(self.timeline)
        self.drafts = RowList(say("today.unfinished"), say("today.more"))
        self.drafts.opened.connect(lambda key: self.draft_opened.emit(*key.split("/")))
        self._drafts_card = Card(say("today.unfinished"), say("today.unfinished.hint"))
        self._drafts_card.add(self.drafts)
        self._drafts_card.hide()
        self.add(self._drafts_card)
        self._main = Part()
        self.add(self._main)
        self.ways = {
            way: RowButton(say(f"overview.way.{way}"), (say(f"overview.way.{way}.hint"),), icon=icon)
            for way, icon in _WAYS
        }
        ways = Card(say("overview.read"))
        for way, row in self.ways.items():
            row.clicked.connect(getattr(self, f"{way}_wanted"))
            ways.add(row)
        self.add_beside(ways)
        self._aside_part = Part()
        self.add_beside(self._aside_part)
        self.start_at = self.begin["visit"]

    def show_case(self, found: CaseWords) -> None:
        """All of it. What has not changed stays as it is."""
        self.show_failure("")
        # Not before the rest is painted: the screen comes first.
        QTimer.singleShot(_PICTURE_AFTER, self, self.timeline_wanted.emit)
        if found == self._shown:
            return
        self._shown = found
        self.set_title(found.title, found.hint)
        self.drafts.show_rows(found.drafts)
        self._drafts_card.setVisible(bool(found.drafts))
        self._main.empty()
        if found.half_here:
            self._main.add(Banner("warn", found.half_here, heading=self._say("firstsync.half_here")))
        for note in found.safety:
            self._main.add(Banner("warn", note, heading=self._say("overview.safety")))
        self._main.add(self._children(found))
        if found.ours or found.theirs:
            self._main.add(self._promises(found))
        self._main.add(self._views(found))
        next_turn(self, partial(self._show_aside, found))
        self.focus_when_shown()

    def _show_aside(self, found: CaseWords) -> None:
        self._aside_part.empty()
        for heading, facts, none in (
            ("overview.household", found.household, "overview.household.none"),
            ("overview.around", found.around, ""),
            ("overview.addresses", found.addresses, ""),
            ("overview.professionals", found.professionals, ""),
        ):
            if facts or none:
                card = Card(self._say(heading))
                card.add(_people(facts) if facts else Hint(self._say(none)))
                self._aside_part.add(card)

    def show_timeline(self, found: Timeline) -> None:
        """The case through time; what has not changed stays as it is."""
        if found != self._through_time:
            self._through_time = found
            self.timeline.show_timeline(found)
            self.timeline.show()

    def _children(self, found: CaseWords) -> Card:
        card = Card(self._say("overview.children"))
        for place, child in enumerate(found.children):
            if place:
                card.add(Rule())
            card.add(_child(child))
        if not found.children:
            card.add(Hint(self._say("cases.no_children")))
        if found.unexplained:
            card.add(Rule())
            card.add(Para(found.unexplained))
            button = LinkButton(self._say("overview.way.said"))
            button.clicked.connect(self.said_wanted)
            card.add(button)
        return card

    def _promises(self, found: CaseWords) -> Card:
        card = Card(self._say("overview.promised"))
        for heading, facts in (("overview.ours", found.ours), ("overview.theirs", found.theirs)):
            if facts:
                card.add(Label(self._say(heading)))
                card.add(Facts(facts))
        return card

    def _views(self, found: CaseWords) -> Card:
        card = Card(self._say("overview.views"), self._say("overview.views.hint"))
        for view in found.views:
            card.add(self._view(view))
        if found.held_back:
            card.add(Hint(found.held_back))
        elif not found.views:
            card.add(Hint(self._say("overview.views.none")))
        return card

    def _view(self, view: ViewWords) -> QWidget:
        part = Part(XS)
        part.add(Row(Label(view.holds), Small(self._say("overview.view_by", by=view.by, on=view.on)), gap=M))
        if view.more:
            fold = Fold(self._say("overview.view_more"))
            fold.button.setAccessibleName(self._say("overview.view_more_of", by=view.by))
            fold.add(Facts(view.more))
            if view.contact:
                link = LinkButton(self._say("overview.open_visit"))
                link.clicked.connect(lambda _on=False: self.visit_opened.emit(view.contact))
                fold.add(link)
            part.add(fold)
        return part

    def commands(self) -> Sequence[Command]:
        begin = [Command(button.words(), partial(self.begin_wanted.emit, kind)) for kind, button in self.begin.items()]
        ways = [Command(self._say(f"overview.way.{way}"), getattr(self, f"{way}_wanted").emit) for way, _ in _WAYS]
        return (*begin, *ways)


def _child(child: ChildWords) -> QWidget:
    """A child's name and age, the plans as tags, and the facts."""
    part = Part(S)
    part.add(Row(Heading(child.name), Small(child.age), *(Tag(words, kind) for words, kind in child.tags), gap=M))
    part.add(Facts(child.facts))
    return part


def _people(people: Sequence[tuple[str, str]]) -> QWidget:
    """People or places, each with what is known below the name: narrow cards have no room for two columns."""
    part = Part(S)
    for name, known in people:
        one = Part(0)
        one.add(Label(name))
        if known:
            one.add(Small(known))
        part.add(one)
    return part
