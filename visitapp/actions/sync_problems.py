"""Why a sync cycle ended early, by the code that is remembered of it."""

from visitapp.words import Text, text

_PROBLEMS = {
    "offline": "error.offline",
    "signed-out": "error.signed_out",
    "locked": "error.locked",
    "other-organisation": "error.other_organisation",
    "went_back": "error.server_went_back",
    "heads_differ": "error.server_went_back",
    "altered": "error.server_went_back",
    "withheld": "error.server_went_back",
    "two_stories": "error.server_went_back",
}
ALARMS = frozenset({"went_back", "heads_differ", "altered", "withheld", "two_stories"})


def problem_of(code: str) -> Text | None:
    """Why a cycle ended early, by the code that is remembered of it; None for ""."""
    return text(_PROBLEMS.get(code, "status.problem.other")) if code else None
