"""What somebody made of a question, without Qt: so that presenters can turn it into answers."""

from msgspec import Struct

from visitapp.domain.codes import AnswerHow


class Given(Struct, frozen=True):
    """What somebody made of a question. `words`: answer or reason; `whom` and `at` (HH:MM or words) when told."""

    how: AnswerHow
    words: str = ""
    whom: str = ""
    at: str = ""
