"""Every error that the program raises on purpose; all others are bugs and go to one crash dialog.

VisitAppError
  + Refused            the person may not do this, or what was given is not acceptable
    - FileRefused      a file that cannot be taken in; says where and why; nothing of it was kept
    - BankRefused      a question bank that does not type-check
    - InviteRefused    an invite that is wrong, used, expired or of another organisation
  + VaultError         the store on this laptop
    - WrongPassphrase, VaultDamaged, KeyFileDamaged, VaultTooNew, VaultMissing, VaultInUse, DiskFull,
      VaultNotWritable
  + RecordError        bytes that came from elsewhere
    - NotAuthentic     signature, hash, seal or form is wrong
    - ChainBroken      a gap, a fork or a wrong previous in a chain
    - NotAMember       signed by a device that may not write there
    - NotUnderstood    authentic, but of a newer version
  + SyncError
    - Offline, SignedOut, Locked, ServerRefused, OtherOrganisation

`message` is the id of the sentence in the catalogue; `named` are its arguments, shown to the person and never logged.
`str(error)` holds the class and its `code` only, so that a log never carries a name, a note or a key.
"""

from typing import Any, ClassVar


class VisitAppError(Exception):
    """Raised on purpose. `message`: id of the sentence for the person. `code`: short and stable, for logs."""

    message: ClassVar[str] = "error.unexpected"
    code: ClassVar[str] = "error"

    def __init__(self, **named: Any) -> None:
        super().__init__(self.code)
        self.named = named


class Refused(VisitAppError):
    """The person may not do this, or what was given is not acceptable. `reason` is the id of the sentence."""

    code = "refused"

    def __init__(self, reason: str = "error.refused", **named: Any) -> None:
        super().__init__(**named)
        self.message = reason  # type: ignore[misc]  # the one family whose sentence is chosen where it is raised


class FileRefused(Refused):
    """A file that cannot be taken in. `named` holds file, line, field, found and allowed where they apply."""

    code = "file-refused"


class BankRefused(Refused):
    """A question bank that does not type-check, with the question and the reason."""

    code = "bank-refused"


class InviteRefused(Refused):
    """An invite that is wrong, used, expired or of another organisation."""

    code = "invite-refused"


class VaultError(VisitAppError):
    """Something about the store on this laptop."""


class WrongPassphrase(VaultError):
    """The passphrase does not open the key file."""

    message = "error.wrong_passphrase"
    code = "wrong-passphrase"


class VaultDamaged(VaultError):
    """The key is right and the file is not a vault that it opens, or a page of it does not verify."""

    message = "error.vault_damaged"
    code = "vault-damaged"


class KeyFileDamaged(VaultError):
    """The key file beside the vault cannot be read."""

    message = "error.key_file_damaged"
    code = "key-file-damaged"


class VaultTooNew(VaultError):
    """Written by a newer version of the program."""

    message = "error.vault_too_new"
    code = "vault-too-new"


class VaultMissing(VaultError):
    """There is no vault in this profile."""

    message = "error.vault_missing"
    code = "vault-missing"


class VaultInUse(VaultError):
    """Another window holds this vault."""

    message = "error.vault_in_use"
    code = "vault-in-use"


class DiskFull(VaultError):
    """The disk took no more; what was saved before stays."""

    message = "error.disk_full"
    code = "disk-full"


class VaultNotWritable(VaultError):
    """The system does not let us write to the profile's folder, or the disk answers with an error."""

    message = "error.vault_not_writable"
    code = "vault-not-writable"


class RecordError(VisitAppError):
    """Bytes that came from elsewhere and are not what they should be. `why` is a short code, never content."""

    message = "error.record"

    def __init__(self, why: str = "", **named: Any) -> None:
        super().__init__(why=why, **named)
        self.why = why

    def __str__(self) -> str:
        return f"{self.code}: {self.why}"


class NotAuthentic(RecordError):
    """The signature, a hash, the seal or the form of the bytes is wrong."""

    code = "not-authentic"


class ChainBroken(RecordError):
    """A gap, a fork or a wrong previous. `expected` is the sequence number that may come next."""

    code = "chain-broken"

    def __init__(self, why: str = "", expected: int | None = None) -> None:
        super().__init__(why)
        self.expected = expected


class NotAMember(RecordError):
    """Signed by a device that may not write to this stream."""

    code = "not-a-member"


class NotUnderstood(RecordError):
    """Authentic, but of a kind or version that this program does not know yet: kept, relayed, shown as such."""

    code = "not-understood"


class SyncError(VisitAppError):
    """Something between this laptop and the server. Never touches the local unlock or a draft."""


class Offline(SyncError):
    """No answer from the server."""

    message = "error.offline"
    code = "offline"


class SignedOut(SyncError):
    """The session with the server is over; the next cycle opens a new one."""

    message = "error.signed_out"
    code = "signed-out"


class Locked(SyncError):
    """The vault was locked in the middle of a cycle; the next one goes on from there."""

    message = "error.locked"
    code = "locked"


class ServerRefused(SyncError):
    """The server said no. `reason` is the server's own code."""

    message = "error.server_refused"
    code = "server-refused"

    def __init__(self, reason: str, status: int = 0) -> None:
        super().__init__(reason=reason)
        self.reason = reason
        self.status = status

    def __str__(self) -> str:
        return f"{self.code}: {self.reason}"


class OtherOrganisation(SyncError):
    """The server at this address serves another organisation, or shows another key than the pinned one."""

    message = "error.other_organisation"
    code = "other-organisation"
