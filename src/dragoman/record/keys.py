"""Keys that sign events: Ed25519, and how a secret one lies under a passphrase.

Reference:
    Josefsson, Liusvaara, "Edwards-Curve Digital Signature Algorithm (EdDSA)", RFC 8032, 2017.
    Biryukov, Dinu, Khovratovich, Josefsson, "Argon2 Memory-Hard Function", RFC 9106, 2021.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from dragoman.errors import InputError, WrongPassphrase

_PUBLIC = re.compile(r"ed25519:[0-9a-f]{64}")
_SECRET = re.compile(r"[0-9a-f]{64}")
_SIGNATURE = re.compile(r"[0-9a-f]{32}:[0-9a-f]{128}")
_FINGERPRINT_DIGITS = 32
_GROUP = 4
# RFC 9106, section 4, second recommended option: 64 MiB, three passes, four lanes.
_PASSES, _KIBIBYTES, _LANES = 3, 65_536, 4
_SHORTEST_PASSPHRASE = 8
_SEALED_FIELDS = {"form", "party", "key", "salt", "nonce", "passes", "kibibytes", "lanes", "sealed"}
# What a stored file may ask of the machine that reads it.
_MOST_KIBIBYTES, _MOST_PASSES, _MOST_LANES = 1_048_576, 20, 16


def is_public_key(text: object) -> bool:
    """Whether this is a public key as it is written: "ed25519:" and 64 hexadecimal digits."""
    return isinstance(text, str) and _PUBLIC.fullmatch(text) is not None


def is_signature(text: object) -> bool:
    """Whether this is a signature as it is written: the key's fingerprint, ":" and 128 hexadecimal digits."""
    return isinstance(text, str) and _SIGNATURE.fullmatch(text) is not None


@lru_cache(maxsize=256)
def fingerprint(key: str) -> str:
    """What people compare of a public key: 32 hexadecimal digits, 128 bits, of its SHA-256."""
    return hashlib.sha256(bytes.fromhex(key.removeprefix("ed25519:"))).hexdigest()[:_FINGERPRINT_DIGITS]


def in_groups(print_: str) -> str:
    """A fingerprint as people read it to each other: eight groups of four digits."""
    return " ".join(print_[at : at + _GROUP] for at in range(0, len(print_), _GROUP))


def signer_of(signature: str) -> str:
    """The fingerprint of the key that a signature says it was made with."""
    return signature.partition(":")[0]


def signs(key: str, signature: str, message: str) -> bool:
    """Whether the signature of this message was made with the secret half of this key."""
    named, _colon, value = signature.partition(":")
    if not is_public_key(key) or not is_signature(signature) or named != fingerprint(key):
        return False
    try:
        _read(key).verify(bytes.fromhex(value), message.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


@lru_cache(maxsize=256)
def _read(key: str) -> Ed25519PublicKey:
    return Ed25519PublicKey.from_public_bytes(bytes.fromhex(key.removeprefix("ed25519:")))


class SecretKey:
    """The half of a key that signs. It is shown in no message and no representation."""

    def __init__(self, seed: bytes) -> None:
        self._seed = seed
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = f"ed25519:{self._key.public_key().public_bytes_raw().hex()}"

    @classmethod
    def new(cls) -> SecretKey:
        """A new key, by chance."""
        return cls(secrets.token_bytes(32))

    @classmethod
    def from_words(cls, text: str) -> SecretKey:
        """The key that `words` wrote.

        Raises:
            InputError: it is not what `words` writes.
        """
        digits = "".join(text.split()).lower()
        if not _SECRET.fullmatch(digits):
            raise InputError(
                "This is no secret key.", remedy="Give its 64 digits from 0 to f, with or without spaces."
            )
        return cls(bytes.fromhex(digits))

    def __repr__(self) -> str:
        return f"<SecretKey {self.fingerprint}>"

    def words(self) -> str:
        """The secret itself, for paper: 16 groups of four digits."""
        return in_groups(self._seed.hex())

    @property
    def fingerprint(self) -> str:
        """The fingerprint of its public half."""
        return fingerprint(self.public)

    def sign(self, message: str) -> str:
        """The signature of a message, see `is_signature`."""
        return f"{self.fingerprint}:{self._key.sign(message.encode()).hex()}"


@dataclass(frozen=True, slots=True)
class Sealed:
    """A secret key under a passphrase, as it may lie on a disk: Argon2id, then ChaCha20-Poly1305.

    `party` and `key` (its public half) can be read without the passphrase, and cannot be exchanged: they are
    sealed with it.
    """

    party: str
    key: str
    salt: str
    nonce: str
    sealed: str
    passes: int = _PASSES
    kibibytes: int = _KIBIBYTES
    lanes: int = _LANES

    def facts(self) -> dict[str, Any]:
        """Its fields for JSON; `from_facts` reads them."""
        named = {name: getattr(self, name) for name in sorted(_SEALED_FIELDS - {"form"})}
        return {"form": 1, **named}

    @classmethod
    def from_facts(cls, facts: object, *, where: str = "") -> Sealed:
        """What `facts` wrote.

        Raises:
            InputError: it is no sealed key, or asks for more memory than any sealed key needs.
        """
        if not isinstance(facts, dict) or set(facts) != _SEALED_FIELDS or facts["form"] != 1:
            raise _no_sealed_key(where)
        texts = ("party", "key", "salt", "nonce", "sealed")
        limits = {"passes": _MOST_PASSES, "kibibytes": _MOST_KIBIBYTES, "lanes": _MOST_LANES}
        fine = all(isinstance(facts[name], str) for name in texts) and all(
            type(facts[name]) is int and 1 <= facts[name] <= most for name, most in limits.items()
        )
        if not fine or not is_public_key(facts["key"]):
            raise _no_sealed_key(where)
        return cls(**{name: value for name, value in facts.items() if name != "form"})

    def opened(self, passphrase: str) -> SecretKey:
        """The key.

        Raises:
            WrongPassphrase: the passphrase is another, or what is stored was altered.
        """
        try:
            derived = _derived(passphrase, bytes.fromhex(self.salt), self.passes, self.kibibytes, self.lanes)
            seed = ChaCha20Poly1305(derived).decrypt(
                bytes.fromhex(self.nonce), bytes.fromhex(self.sealed), self._bound()
            )
            key = SecretKey(seed)
        except (InvalidTag, HashingError, ValueError) as error:
            raise self._wrong() from error
        if key.public != self.key:
            raise self._wrong()
        return key

    def _bound(self) -> bytes:
        return f"{self.party}\n{self.key}".encode()

    def _wrong(self) -> WrongPassphrase:
        return WrongPassphrase(
            "The passphrase does not open the key of {party}.",
            remedy="Try it again: large and small letters are told apart. Nothing was changed.",
            party=self.party,
        )


def sealed(key: SecretKey, party: str, passphrase: str) -> Sealed:
    """A key under a passphrase.

    Raises:
        InputError: the passphrase is shorter than 8 characters.
    """
    if len(passphrase) < _SHORTEST_PASSPHRASE:
        raise InputError(
            "The passphrase is too short.",
            remedy="Give {least} characters or more; several words are easy to keep in mind.",
            least=_SHORTEST_PASSPHRASE,
        )
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    empty = Sealed(party, key.public, salt.hex(), nonce.hex(), "")
    derived = _derived(passphrase, salt, _PASSES, _KIBIBYTES, _LANES)
    seed = bytes.fromhex("".join(key.words().split()))
    closed = ChaCha20Poly1305(derived).encrypt(nonce, seed, empty._bound())
    return Sealed(party, key.public, salt.hex(), nonce.hex(), closed.hex())


def _derived(passphrase: str, salt: bytes, passes: int, kibibytes: int, lanes: int) -> bytes:
    return hash_secret_raw(passphrase.encode(), salt, passes, kibibytes, lanes, 32, Type.ID)


def _no_sealed_key(where: str) -> InputError:
    return InputError("This is no sealed key.", where=where, remedy="Put it back from a copy of the folder.")
