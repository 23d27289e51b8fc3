"""How a device shows the server who it is: a signature over purpose, organisation, server key, nonce and device.

The server's key is in it, so that another server cannot pass the answer on; the list can be read as nothing else.
"""

from visitapp.crypto.signing import SigningKey, verify
from visitapp.records.canonical import write


def sign_session(key: SigningKey, organisation: bytes, server_public: bytes, nonce: bytes, device: bytes) -> bytes:
    """The device's answer (64 bytes) to a nonce. `server_public`: the pinned receipt key."""
    return key.sign(_message(organisation, server_public, nonce, device))


def check_session(
    public: bytes, signature: bytes, organisation: bytes, server_public: bytes, nonce: bytes, device: bytes
) -> None:
    """Raises NotAuthentic("signature") unless the device with this public key answered this nonce to this server."""
    verify(public, signature, _message(organisation, server_public, nonce, device))


def _message(organisation: bytes, server_public: bytes, nonce: bytes, device: bytes) -> bytes:
    return write(["visitapp-session", organisation, server_public, nonce, device])
