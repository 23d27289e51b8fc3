"""Sessions: a nonce out, a signature in, a token for some minutes. Nothing is stored for a stranger.

A nonce is 16 random bytes, the time until which it holds (8) and a MAC of both (8): the server knows its own again
without having kept it. It is noted as spent, in the database, only when a device has signed it. A token is the device's
id, its end (8) and a MAC, so that a session survives a restart of the server.
"""

import base64
import hmac
import secrets
from collections.abc import Callable
from hashlib import sha256

from visitapp.server.refusals import signed_out

NONCE_SECONDS = 120
_TIME = 8
_NONCE_MAC = 8
_NONCE = 16 + _TIME + _NONCE_MAC
_DEVICE = 32
_TOKEN_MAC = 32


class Sessions:
    """Makes and checks nonces and tokens. `clock` gives Unix seconds."""

    def __init__(self, key: bytes, seconds: int, clock: Callable[[], float]) -> None:
        self._key = key
        self._seconds = seconds
        self._clock = clock

    def new_nonce(self) -> bytes:
        """32 bytes that hold for two minutes."""
        plain = secrets.token_bytes(16) + self._until(NONCE_SECONDS).to_bytes(_TIME, "big")
        return plain + self._mac(b"nonce", plain)[:_NONCE_MAC]

    def nonce_end(self, nonce: bytes) -> int:
        """Until when a nonce of ours holds. Raises RequestRefused (401) for another's, or when that is over."""
        plain, mac = nonce[:-_NONCE_MAC], nonce[-_NONCE_MAC:]
        if len(nonce) != _NONCE or not hmac.compare_digest(mac, self._mac(b"nonce", plain)[:_NONCE_MAC]):
            raise signed_out("The nonce is not of this server.")
        return self._not_over(plain[16:], "The nonce is over; ask for a new one.")

    def new_token(self, device: bytes) -> tuple[str, int]:
        """(token, end) for a device that has signed."""
        end = self._until(self._seconds)
        plain = device + end.to_bytes(_TIME, "big")
        return base64.urlsafe_b64encode(plain + self._mac(b"token", plain)).decode("ascii"), end

    def device(self, authorization: str) -> bytes:
        """The device (32 bytes) whose token an Authorization header holds. Raises RequestRefused (401)."""
        scheme, _, token = authorization.partition(" ")
        try:
            raw = base64.b64decode(token.encode("ascii"), altchars=b"-_", validate=True)
        except ValueError:
            raw = b""
        plain, mac = raw[:-_TOKEN_MAC], raw[-_TOKEN_MAC:]
        right = len(plain) == _DEVICE + _TIME and hmac.compare_digest(mac, self._mac(b"token", plain))
        if scheme.lower() != "bearer" or not right:
            raise signed_out("This route needs a session.")
        self._not_over(plain[_DEVICE:], "The session is over; open a new one.")
        return plain[:_DEVICE]

    def _until(self, seconds: int) -> int:
        return int(self._clock()) + seconds

    def _not_over(self, end: bytes, detail: str) -> int:
        until = int.from_bytes(end, "big")
        if self._clock() >= until:
            raise signed_out(detail)
        return until

    def _mac(self, use: bytes, plain: bytes) -> bytes:
        return hmac.digest(self._key, use + b"\0" + plain, sha256)
