"""What a screen may change in a draft: pure functions that give a `Change`. No Qt, no clock, no disk.

A `Change` takes the draft and a maker of fresh ids and gives the draft as it is then. Screens send changes, the
presenter applies them: so every input is a value that tests can apply too.
"""

from collections.abc import Callable

from visitapp.domain.draft import Draft

NewId = Callable[[], str]
Change = Callable[[Draft, NewId], Draft]
