"""Setting the organisation up, once: its founding statement, the first lead, this server's certificate, its stream."""

import hmac

from msgspec.structs import replace
from sqlalchemy import Connection

from visitapp.errors import RecordError
from visitapp.records.certificates import (
    Certificate,
    Role,
    check_certificate,
    read_certificate,
    read_organisation,
)
from visitapp.records.cose import What, read1
from visitapp.records.epochs import Epoch, StreamKind, read_epoch
from visitapp.records.membership import Membership, advance
from visitapp.records.receipts import first_head, next_head
from visitapp.server.bodies import SetUp, StreamReceipt
from visitapp.server.judging import code_of
from visitapp.server.refusals import RequestRefused
from visitapp.server.service import Service
from visitapp.server.storage import certificates, entries, organisation, streams
from visitapp.server.storage.entries import NewRow
from visitapp.server.storage.organisation import Served


def set_up(service: Service, body: SetUp) -> StreamReceipt:
    """Found the organisation: four entries in its stream, in this order: founding, lead, server, epoch.

    The same body again is harmless. Raises RequestRefused: wrong_code, already_set_up, other_server_key, or the code
    that the check of a statement gives.
    """
    if not hmac.compare_digest(body.code.strip().upper().encode(), service.setup_code.strip().upper().encode()):
        raise RequestRefused(403, "wrong_code", "This is not the set-up code that the server printed.")
    try:
        served, issuer, epoch, membership = _checked(body)
    except RecordError as error:
        code = code_of(error)
        raise RequestRefused(400, code, "A statement does not hold.", {"code": code}) from None
    if served.server.signing != service.keys.receipt.public:
        raise RequestRefused(409, "other_server_key", "The receipt certificate is for the key of another server.")
    rows = _rows(body, issuer, served, epoch)
    with service.database.writing() as db:
        standing = organisation.find(db)
        if standing is None:
            _write(db, served, issuer, membership, rows)
        elif standing != served:
            raise RequestRefused(409, "already_set_up", "This server serves an organisation already.")
    stream = served.organisation.id
    return StreamReceipt(stream, 1, first_head(stream), service.receipt(served, stream, len(rows), rows[-1].head))


def _checked(body: SetUp) -> tuple[Served, Certificate, Epoch, Membership]:
    founding = read_organisation(body.organisation)
    issuer, server = read_certificate(body.issuer), read_certificate(body.receipt)
    check_certificate(issuer, founding, {})
    check_certificate(server, founding, {})
    epoch = read_epoch(body.epoch)
    membership = advance(None, epoch, {issuer.id: issuer})
    right = issuer.role == Role.ISSUER and server.role == Role.RECEIPT and membership.kind == StreamKind.ORGANISATION
    if not right or membership.organisation != founding.id:
        raise RequestRefused(400, "bad_form", "These are not the statements that found an organisation.")
    return Served(founding, server), issuer, epoch, membership


def _rows(body: SetUp, issuer: Certificate, served: Served, epoch: Epoch) -> list[NewRow]:
    statements = (
        (What.ORGANISATION, read1(What.ORGANISATION, body.organisation).id, body.organisation),
        (What.CERTIFICATE, issuer.id, body.issuer),
        (What.CERTIFICATE, served.server.id, body.receipt),
        (What.EPOCH, epoch.statement, body.epoch),
    )
    rows, head = [], first_head(served.organisation.id)
    for sequence, (what, id_, signed) in enumerate(statements, 1):
        head = next_head(head, id_)
        rows.append(NewRow(sequence, id_, int(what), head, signed, b""))
    return rows


def _write(db: Connection, served: Served, issuer: Certificate, membership: Membership, rows: list[NewRow]) -> None:
    row = streams.make(db, served.organisation.id)
    organisation.found(db, served)
    certificates.add(db, issuer)
    certificates.add(db, served.server)
    entries.add(db, row.number, rows)
    streams.write_membership(db, row.number, None, membership)
    streams.advance(
        db,
        replace(
            row,
            kind=int(membership.kind),
            sequence=len(rows),
            head=rows[-1].head,
            membership=membership.head,
            epoch=membership.epoch,
        ),
    )
