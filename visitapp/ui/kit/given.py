"""What somebody made of a question, without Qt: so that presenters can turn it into answers."""

from msgspec import Struct

from visitapp.domain.codes import AnswerHow


class Given(Struct, frozen=True):
    """What somebody made of a question. `words`: answer or reason.

    When somebody was told: `whom`, `at` (HH:MM or words), and by code who that is (`role`) and how one did it (`by`).
    """

    how: AnswerHow
    words: str = ""
    whom: str = ""
    at: str = ""
    role: str = ""
    by: str = ""
