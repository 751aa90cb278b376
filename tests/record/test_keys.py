"""Keys: signing, fingerprints, and how a secret one lies under a passphrase."""

from __future__ import annotations

import copy
import hashlib
import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError, WrongPassphrase
from dragoman.record.keys import (
    Sealed,
    SecretKey,
    fingerprint,
    in_groups,
    is_public_key,
    is_signature,
    sealed,
    signer_of,
    signs,
)
from dragoman.workspace.agreedmodel import Signer
from tests.record.trading import key_of

PARTY, PASSPHRASE = f"lake@{'1' * 32}", "Озеро в тумане"
# RFC 8032, section 7.1, tests 1 to 3: seed, public key, message, signature. The third message is no text.
VECTORS = (
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
        "d25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
        "387b2eaeb4302aeeb00d291612bb0c00",
    ),
)
THIRD = (
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
)


@pytest.mark.parametrize(("seed", "public", "message", "signature"), VECTORS)
def test_the_examples_of_the_standard(seed: str, public: str, message: str, signature: str) -> None:
    key = SecretKey(bytes.fromhex(seed))
    text = bytes.fromhex(message).decode()
    assert key.public == f"ed25519:{public}"
    assert key.sign(text) == f"{key.fingerprint}:{signature}"
    assert signs(key.public, f"{key.fingerprint}:{signature}", text)
    assert not signs(key.public, f"{key.fingerprint}:{signature}", text + "\0")


def test_the_third_example_of_the_standard() -> None:
    assert SecretKey(bytes.fromhex(THIRD[0])).public == f"ed25519:{THIRD[1]}"


@given(st.binary(min_size=32, max_size=32), st.text(max_size=20), st.text(max_size=20))
def test_a_signature_is_of_one_message(seed: bytes, message: str, other: str) -> None:
    key = SecretKey(seed)
    signature = key.sign(message)
    assert is_signature(signature)
    assert signer_of(signature) == key.fingerprint == fingerprint(key.public)
    assert signs(key.public, signature, message)
    assert signs(key.public, signature, other) == (other == message)


def test_a_signature_altered_anywhere_is_none() -> None:
    key = key_of("lake")
    signature = key.sign("harbour")
    for at, letter in enumerate(signature):
        other = signature[:at] + ("0" if letter != "0" else "1") + signature[at + 1 :]
        assert not signs(key.public, other, "harbour"), at
    for wrong in ("", signature[33:], signature.upper(), signature + "0", signature.replace(":", "")):
        assert not signs(key.public, wrong, "harbour")


def test_a_signature_of_another_key_is_none() -> None:
    key, other = key_of("lake"), key_of("steppe")
    signature = other.sign("harbour")
    assert not signs(key.public, signature, "harbour")
    assert not signs(key.public, signature.replace(other.fingerprint, key.fingerprint), "harbour")
    assert not signs("ed25519:" + "f" * 64, signature, "harbour")


def test_what_is_no_key_and_no_signature() -> None:
    key = key_of("lake")
    for wrong in ("", key.public[8:], key.public.upper(), key.public + "0", key.public + "\n", None, 1):
        assert not is_public_key(wrong)
    assert is_public_key(key.public)
    for other in ("", None, 1, "0" * 161, f"{'0' * 32}:{'0' * 127}", f"{'0' * 32}:{'0' * 128}\n"):
        assert not is_signature(other)


def test_a_fingerprint_is_of_the_public_key_as_bytes() -> None:
    key = key_of("lake")
    digest = hashlib.sha256(bytes.fromhex(key.public[8:])).hexdigest()
    assert key.fingerprint == digest[:32]
    assert in_groups(key.fingerprint).replace(" ", "") == key.fingerprint
    assert [len(group) for group in in_groups(key.fingerprint).split(" ")] == [4] * 8


def test_words_bring_the_key_back() -> None:
    key = SecretKey.new()
    words = key.words()
    assert [len(group) for group in words.split(" ")] == [4] * 16
    for text in (words, words.upper(), words.replace(" ", ""), f"\n {words.replace(' ', '  ')}\t"):
        assert SecretKey.from_words(text).public == key.public
    assert SecretKey.new().public != key.public


@pytest.mark.parametrize("text", ["", "0" * 63, "0" * 65, "g" * 64, "٠" * 64, "lake"])
def test_what_are_no_words_of_a_key(text: str) -> None:
    with pytest.raises(InputError, match=r"This is no secret key\.") as caught:
        SecretKey.from_words(text)
    assert "64 digits" in str(caught.value)
    assert not text or text not in str(caught.value)


def secrets_of(key: SecretKey) -> tuple[str, ...]:
    """The secret as it could be shown."""
    seed = bytes.fromhex(key.words().replace(" ", ""))
    return key.words(), seed.hex(), seed.hex()[:16], repr(seed), str(list(seed))


def test_the_secret_is_shown_nowhere() -> None:
    key = key_of("lake")
    shut = sealed(key, PARTY, PASSPHRASE)
    with pytest.raises(WrongPassphrase) as caught:
        shut.opened("another one")
    shown = [
        repr(key), str(key), f"{key}", f"{key!s:>10}", repr([key]), repr(Signer(PARTY, key, "A")), repr(shut),
        str(shut.facts()), str(caught.value), repr(caught.value), repr(caught.value.values),
    ]  # fmt: skip
    for secret in secrets_of(key):
        assert not [text for text in shown if secret in text]
    assert not [text for text in shown if PASSPHRASE in text or "another one" in text]


def test_a_key_under_a_passphrase() -> None:
    key = key_of("lake")
    shut = sealed(key, PARTY, PASSPHRASE)
    written = json.loads(json.dumps(shut.facts()))
    again = Sealed.from_facts(written)
    assert again == shut
    assert (again.party, again.key) == (PARTY, key.public)
    opened = again.opened(PASSPHRASE)
    assert opened.words() == key.words()
    for wrong in ("", PASSPHRASE.lower(), PASSPHRASE + " ", "\ud800"):
        with pytest.raises(WrongPassphrase, match=r"does not open the key of lake@1+\.") as caught:
            again.opened(wrong)
        assert "Nothing was changed" in str(caught.value)


def test_the_same_key_is_sealed_otherwise_each_time() -> None:
    one, other = (sealed(key_of("lake"), PARTY, PASSPHRASE) for _time in range(2))
    assert not {one.salt, one.nonce, one.sealed} & {other.salt, other.nonce, other.sealed}


@pytest.mark.parametrize("passphrase", ["", "1234567", "озёра"])
def test_a_passphrase_is_not_too_short(passphrase: str) -> None:
    with pytest.raises(InputError, match="too short") as caught:
        sealed(key_of("lake"), PARTY, passphrase)
    assert "8 characters" in str(caught.value)


SHUT = sealed(key_of("lake"), PARTY, PASSPHRASE).facts()


def altered(text: str) -> str:
    return text[:-1] + ("0" if text[-1] != "0" else "1")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("party", f"lake@{'2' * 32}"),
        ("party", ""),
        ("key", key_of("steppe").public),
        *((name, altered(SHUT[name])) for name in ("salt", "nonce", "sealed")),
        *((name, SHUT[name][:-2]) for name in ("salt", "nonce", "sealed")),
        *((name, value) for name in ("salt", "nonce", "sealed") for value in ("", "00", "no digits")),
        ("passes", 2),
        ("kibibytes", 1),
        ("lanes", 3),
    ],
)
def test_an_altered_file_does_not_open(field: str, value: Any) -> None:
    shut = Sealed.from_facts({**SHUT, field: value})
    with pytest.raises(WrongPassphrase):
        shut.opened(PASSPHRASE)


def test_a_key_is_not_exchanged_for_another() -> None:
    """Who puts another key under a passphrase of his own into a party's file has no key of the party."""
    theirs = sealed(key_of("thief"), PARTY, "another one").facts()
    with pytest.raises(WrongPassphrase):
        Sealed.from_facts({**theirs, "key": SHUT["key"]}).opened("another one")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("form", 2),
        ("form", "1"),
        *(
            (name, None)
            for name in ("party", "key", "salt", "nonce", "sealed", "passes", "kibibytes", "lanes")
        ),
        ("key", "ed25519:0"),
        ("passes", 0),
        ("passes", 21),
        ("passes", True),
        ("passes", 3.0),
        ("kibibytes", 0),
        ("kibibytes", 1_048_577),
        ("kibibytes", 10**12),
        ("lanes", 0),
        ("lanes", 17),
        ("more", ""),
    ],
)
def test_what_is_no_sealed_key(field: str, value: Any) -> None:
    """What asks for more than any key needs is refused before it is tried."""
    started = time.monotonic()
    with pytest.raises(InputError, match=r"This is no sealed key\."):
        Sealed.from_facts({**SHUT, field: value}, where="a.json")
    assert time.monotonic() - started < 1


@pytest.mark.parametrize("facts", [None, [], "", 1, {}, {k: v for k, v in SHUT.items() if k != "salt"}])
def test_what_is_none_at_all(facts: object) -> None:
    with pytest.raises(InputError, match=r"This is no sealed key\."):
        Sealed.from_facts(copy.copy(facts))
