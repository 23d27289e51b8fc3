"""Opening a session: a nonce, a signature over it by a certified device, a token."""

from visitapp.errors import NotAuthentic
from visitapp.records.certificates import Role
from visitapp.records.sessions import check_session
from visitapp.server.bodies import Nonce, Session, SessionRequest
from visitapp.server.refusals import Code, RequestRefused, signed_out
from visitapp.server.service import Service
from visitapp.server.storage import certificates, spent


def nonce(service: Service) -> Nonce:
    """A fresh nonce, and with whom it is signed."""
    served = service.served()
    return Nonce(service.sessions.new_nonce(), served.organisation.id, service.keys.receipt.public)


def open_session(service: Service, body: SessionRequest) -> Session:
    """A token for a device that signed our nonce. Raises RequestRefused: unknown_device, bad_signature, signed_out."""
    served = service.served()
    end = service.sessions.nonce_end(body.nonce)
    with service.database.reading() as db:
        certificate = certificates.find(db, [body.device]).get(body.device)
    if certificate is None or certificate.role == Role.RECEIPT:
        raise RequestRefused(403, Code.UNKNOWN_DEVICE, "This device is not certified here.")
    server_key = service.keys.receipt.public
    try:
        check_session(certificate.signing, body.signature, served.organisation.id, server_key, body.nonce, body.device)
    except NotAuthentic:
        raise RequestRefused(403, Code.BAD_SIGNATURE, "The signature over the nonce is not this device's.") from None
    with service.database.writing() as db:
        if not spent.spend(db, body.nonce, end, service.now() // 1000):
            raise signed_out("The nonce was used before; ask for a new one.")
    token, until = service.sessions.new_token(body.device)
    return Session(token, until * 1000, service.settings.session_seconds)
