"""Keeps what is written: saves at most a second after the first unsaved keystroke, and asks the questions again.

Owns the two timers of a page of a visit and nothing else; what there is to do, the presenter knows.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from visitapp.actions.session import Session
from visitapp.errors import VisitAppError
from visitapp.questions.choosing import Offer
from visitapp.ui.run import Run
from visitapp.ui.visit.changes import Change
from visitapp.ui.visit.presenter import VisitPresenter
from visitapp.ui.visit.verbs import VisitVerbs

SAVE_WITHIN_MS = 700
ASK_AFTER_MS = 250
SAVE_AGAIN_MS = 5_000


class Keeper(QObject):
    """`saved` carries the time (HH:MM) at which the laptop last took the draft, `failed` why it did not."""

    changed = Signal()
    saved = Signal(str)
    failed = Signal(object)
    cards_came = Signal(tuple)

    def __init__(
        self, presenter: VisitPresenter, run: Run, verbs: VisitVerbs, session: Session, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self._run, self._verbs, self._session = run, verbs, session
        self._asking = False
        self._over = False
        self._save_soon = QTimer(self)
        self._save_soon.setSingleShot(True)
        self._save_soon.timeout.connect(self.save_now)
        self._ask_soon = QTimer(self)
        self._ask_soon.setSingleShot(True)
        self._ask_soon.timeout.connect(self.ask_now)

    def apply(self, change: Change) -> None:
        """Change the draft; saving and asking follow by themselves."""
        if self.presenter.apply(change):
            self.soon()
            self.changed.emit()

    def soon(self) -> None:
        """See that what changed is saved and asked about. The first change sets the time, later ones do not move it."""
        if self.presenter.unsaved and not self._save_soon.isActive():
            self._save_soon.start(SAVE_WITHIN_MS)
        if self.presenter.wants_cards():
            self._ask_soon.start(ASK_AFTER_MS)

    def save_now(self) -> None:
        """Save what is not saved yet, before all other work that waits."""
        self._save_soon.stop()
        if self._over or self.presenter.frozen or not self.presenter.unsaved:
            return
        draft, version = self.presenter.draft, self.presenter.version
        self._run(
            lambda: self._verbs.save(self._session, draft),
            lambda at: self._is_saved(version, at),
            self._not_saved,
            owner=self,
            first=True,
        )

    def _is_saved(self, version: int, at: str) -> None:
        self.presenter.saved(version)
        self.saved.emit(at)

    def _not_saved(self, problem: VisitAppError) -> None:
        self.failed.emit(problem)
        if not self._save_soon.isActive():
            self._save_soon.start(SAVE_AGAIN_MS)

    def ask_now(self) -> None:
        """Ask which questions are due with what is written now; one asking at a time."""
        self._ask_soon.stop()
        if self._over or self._asking or self.presenter.frozen:
            return
        draft = self.presenter.asking()
        self._asking = True
        self._run(lambda: self._verbs.offer(self._session, draft), self._offered, self._no_cards, owner=self)

    def _offered(self, offer: Offer) -> None:
        self._asking = False
        self.presenter.beside = offer.beside
        self.cards_came.emit(self.presenter.cards_came(offer.cards))
        if self.presenter.wants_cards():
            self._ask_soon.start(ASK_AFTER_MS)

    def _no_cards(self, problem: VisitAppError) -> None:
        self._asking = False
        self.failed.emit(problem)

    def put_down(self) -> None:
        """Save and note that the worker left on purpose: locked, covered, closed or gone to another page."""
        self._save_soon.stop()
        if self._over or self.presenter.frozen:
            return
        draft, version = self.presenter.draft, self.presenter.version
        self._run(
            lambda: self._verbs.pause(self._session, draft),
            lambda _none: self.presenter.saved(version),
            self._not_saved,
            owner=self,
            first=True,
        )

    def freeze(self) -> None:
        """Save, and let nothing change while it is signed."""
        self.save_now()
        self.presenter.frozen = True
        self._ask_soon.stop()

    def thaw(self) -> None:
        """It was not signed: go on."""
        self.presenter.frozen = False
        self.soon()

    def stop(self) -> None:
        """Nothing more by itself: the draft is signed, or thrown away."""
        self._over = True
        self._save_soon.stop()
        self._ask_soon.stop()
