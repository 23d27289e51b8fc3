"""The reference page, put together."""

from collections.abc import Sequence

from visitapp.actions.asking import rules_and_limits
from visitapp.actions.session import Session
from visitapp.ui.case.wiring import keeps_fresh
from visitapp.ui.reference.page import ReferencePage
from visitapp.ui.reference.presenter import Reference, reference
from visitapp.ui.run import Run
from visitapp.words import Say


def reference_page(
    say: Say, run: Run, session: Session, rules: Sequence[str] = (), sources: Sequence[str] = ()
) -> ReferencePage:
    """Where questions come from. `rules`, `sources`: of the question from which one came."""
    page = ReferencePage(say)

    def load() -> Reference:
        book, limits = rules_and_limits(session)
        return reference(say, book, limits, rules, sources)

    keeps_fresh(page, say, run, load, page.show_reference)
    return page
