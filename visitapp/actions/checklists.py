"""Which list of questions holds: the product's with what the organisation's leads signed, now or earlier."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from visitapp.domain.case import Case, Kept
from visitapp.domain.checklist import ChecklistVersion, standing, together
from visitapp.domain.organisation import Member, OrganisationSettings, Thresholds
from visitapp.questions.bank import Bank
from visitapp.questions.changed import Changed, changed


class Checklist(Struct, frozen=True):
    """A list of questions: its version, what it came to, the thresholds under which it asks.

    `set_here`: these thresholds were set with the list, not apart from it. `heads`: the versions that it is made of;
    more than one where they were made apart and nobody has answered for both.
    """

    version: str
    changed: Changed
    thresholds: Thresholds
    set_here: bool = False
    heads: tuple[ChecklistVersion, ...] = ()

    @property
    def bank(self) -> Bank:
        """The questions."""
        return self.changed.bank


class Signed(Struct, frozen=True):
    """A version, and how it is kept: who signed it and when it became known."""

    item: ChecklistVersion
    kept: Kept


class Checklists:
    """Makes lists of a product's bank and signed versions; keeps the few that are in use, as each takes a moment."""

    def __init__(self, product: Bank) -> None:
        self.product = product
        self._made: dict[str, Checklist] = {}

    def of(self, organisation: Case, version: str = "") -> Checklist:
        """The list that holds in an organisation; or an earlier `version`, where that is known here."""
        signed = signed_versions(organisation)
        wanted = version.split("+")[1:]
        known = {one.item.id: one.item for one in signed}
        if version and all(one in known for one in wanted):
            heads = tuple(one.item for one in signed if one.item.id in wanted)
        else:
            heads = standing([one.item for one in signed])
        settings = organisation.of(OrganisationSettings)
        made = self._list(heads)
        return made if made.set_here or not settings else replace(made, thresholds=settings[-1].thresholds)

    def _list(self, heads: Sequence[ChecklistVersion]) -> Checklist:
        version = "+".join((self.product.version, *sorted(one.id for one in heads)))
        made = self._made.get(version)
        if made is None:
            changes = together(heads)
            found = changed(self.product.file, changes, version) if heads else Changed(self.product.file, self.product)
            set_here = changes.thresholds is not None
            made = Checklist(version, found, changes.thresholds or Thresholds(), set_here, tuple(heads))
            self._made = ({} if len(self._made) > 4 else self._made) | {version: made}
        return made


def signed_versions(organisation: Case) -> tuple[Signed, ...]:
    """The versions that leads of the organisation signed, in order; those of anybody else say nothing."""
    leads = {one.id for one in organisation.of(Member) if one.role == "lead"}
    return tuple(
        Signed(one.item, one)
        for one in organisation.kept
        if isinstance(one.item, ChecklistVersion) and one.by in leads and one.item.by == one.by
    )
