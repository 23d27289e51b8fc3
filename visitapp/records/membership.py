"""Who may read and write a stream: a fold over its epochs and grants, checked again by everyone.

A statement follows the membership head (the id of the newest of them) or is stale: members change by compare-and-swap.
A stream's first epoch may be made by any certified device that is in it; the organisation's only by a lead, and its
stream id is the organisation's id, so that there is one. After that only a lead of the stream says who is in it, and
only a device with an issuer's certificate can be a lead.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from visitapp.errors import ChainBroken, NotAMember, NotAuthentic
from visitapp.records.certificates import Certificate, Role
from visitapp.records.epochs import Epoch, Grant, StreamKind, StreamRole


class Membership(Struct, frozen=True):
    """A stream's members and keys as they stand. `epochs`: id -> commitment to the key, oldest first.

    `epoch`: the newest, under which one writes. `head`: the id of the newest EPOCH or GRANT statement.
    """

    organisation: bytes
    stream: bytes
    kind: StreamKind
    members: dict[bytes, StreamRole]
    epochs: dict[bytes, bytes]
    epoch: bytes
    head: bytes

    def check_writer(self, device: bytes, epoch: bytes) -> None:
        """Raises NotAMember: "member" (may not write here), "epoch" (not an epoch of this stream)."""
        role = self.members.get(device)
        if role is None or (self.kind == StreamKind.ORGANISATION and role != StreamRole.LEAD):
            raise NotAMember("member")
        if epoch not in self.epochs:
            raise NotAMember("epoch")


def advance(
    before: Membership | None, statement: Epoch | Grant, certificates: Mapping[bytes, Certificate]
) -> Membership:
    """The membership with one more statement. `before` None: a new stream. `certificates`: checked ones, by id.

    Raises NotAuthentic ("signature", "organisation", "stream", "kind", "epoch"), ChainBroken("stale") when it does
    not follow the head, NotAMember ("uncertified", "author", "role").
    """
    author = certificates.get(statement.author)
    if author is None or author.role == Role.RECEIPT:
        raise NotAMember("uncertified")
    if author.organisation != statement.organisation:
        raise NotAuthentic("organisation")
    statement.signed.verify(author.signing)
    _check_members(statement.members, certificates)
    if before is None:
        return _begin(statement)
    if statement.stream != before.stream or statement.organisation != before.organisation:
        raise NotAuthentic("stream")
    if statement.previous != before.head:
        raise ChainBroken("stale")
    if before.members.get(statement.author) != StreamRole.LEAD:
        raise NotAMember("author")
    if isinstance(statement, Grant):
        return _granted(before, statement)
    return _rotated(before, statement)


def fold_membership(statements: Iterable[Epoch | Grant], certificates: Mapping[bytes, Certificate]) -> Membership:
    """The membership after all of a stream's statements, oldest first. Raises as advance(), ValueError for none."""
    membership: Membership | None = None
    for statement in statements:
        membership = advance(membership, statement, certificates)
    if membership is None:
        raise ValueError("a stream has at least its first epoch")
    return membership


def _check_members(members: Iterable[tuple[bytes, StreamRole]], certificates: Mapping[bytes, Certificate]) -> None:
    for member, role in members:
        certificate = certificates.get(member)
        if certificate is None or certificate.role == Role.RECEIPT:
            raise NotAMember("uncertified")
        if role == StreamRole.LEAD and certificate.role != Role.ISSUER:
            raise NotAMember("role")


def _begin(statement: Epoch | Grant) -> Membership:
    if isinstance(statement, Grant) or statement.parent or statement.previous:
        raise ChainBroken("stale")
    if (statement.kind == StreamKind.ORGANISATION) != (statement.stream == statement.organisation):
        raise NotAuthentic("kind")
    members = dict(statement.members)
    if statement.author not in members:
        raise NotAMember("author")
    if statement.kind == StreamKind.ORGANISATION and members[statement.author] != StreamRole.LEAD:
        raise NotAMember("author")
    return Membership(
        statement.organisation,
        statement.stream,
        statement.kind,
        members,
        {statement.id: statement.commitment},
        statement.id,
        statement.statement,
    )


def _granted(before: Membership, grant: Grant) -> Membership:
    if any(epoch not in before.epochs for epoch in grant.epochs):
        raise NotAuthentic("epoch")
    return replace(before, members={**before.members, **dict(grant.members)}, head=grant.statement)


def _rotated(before: Membership, epoch: Epoch) -> Membership:
    if epoch.kind != before.kind:
        raise NotAuthentic("kind")
    if epoch.parent != before.epoch:
        raise ChainBroken("stale")
    return replace(
        before,
        members=dict(epoch.members),
        epochs={**before.epochs, epoch.id: epoch.commitment},
        epoch=epoch.id,
        head=epoch.statement,
    )
