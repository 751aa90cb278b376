"""Copies of one record, each with a party of its own, that hand bundles to each other, for tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import Signer
from dragoman.workspace.exchangemodel import Report
from tests.record.trading import key_of

GLOSSARY = "harbours"
PASSPHRASE = "a long passphrase"


class Copy:
    """A workspace with its own party."""

    def __init__(self, workspace: Workspace, name: str) -> None:
        self.name = name
        self.workspace = workspace
        key = key_of(name)
        self.party = f"{name}@{key.fingerprint}"
        self.signer = Signer(self.party, key, name)

    @classmethod
    def made(cls, folder: Path, name: str, database: str = "") -> Copy:
        """A new one, in a folder of its name; its party is founded in it."""
        found = cls(Workspace.create(folder / name, party=name, author=name, database=database), name)
        found.workspace.parties.found(
            name,
            {"en": name.title()},
            passphrase=PASSPHRASE,
            secret=found.signer.secret,
            recovery=key_of(f"{name} recovery"),
        )
        return found

    @classmethod
    def opened(cls, folder: Path, name: str) -> Copy:
        """The one in a folder of its name."""
        return cls(Workspace.open(folder / name), name)

    @property
    def digest(self) -> str:
        """What the record says of parties, glossaries, entries and rounds."""
        return self.workspace.glossaries.digest()

    def trusts(self, *others: Copy) -> None:
        """Compare the others' fingerprints, and trust them."""
        for other in others:
            if other is not self:
                self.workspace.parties.trust(other.party)

    def found(self, *parties: Copy) -> None:
        """Found the glossary of these parties."""
        names = [self.party, *(one.party for one in parties)]
        self.workspace.glossaries.found(self.signer, GLOSSARY, {"en": "Harbours"}, ["en", "ru", "zh"], names)

    def note(self, text: str, entry: str = "water") -> None:
        """A note of the party's own."""
        self.workspace.glossaries.note(self.signer, GLOSSARY, entry, "en", text)

    def propose(self, entry: str, english: str, *parties: Copy) -> str:
        """Propose renderings of each other."""
        said = content(entry, english, [self.party, *(one.party for one in parties)])
        return self.workspace.glossaries.propose(self.signer, GLOSSARY, entry, said)

    def accept(self, proposal: str) -> None:
        self.workspace.glossaries.accept(self.signer, GLOSSARY, proposal)

    def level(self, entry: str) -> str:
        """How far the parties agree on an entry, as this copy shows it."""
        lines = self.workspace.glossaries.entries(GLOSSARY)
        return next((line.level for line in lines if line.id == entry), "")

    def bundle(self, to: Copy | None = None) -> bytes:
        """A bundle with all that is here, or for somebody, as this copy knows him."""
        return self.workspace.exchange.export(self.signer, to=to.party if to else "").data

    def take(self, data: bytes) -> Report:
        return self.workspace.exchange.take(data)

    def lines(self) -> list[str]:
        """The signed events that have their place, in the order of their hashes."""
        return sorted(event.to_json() for event in self.workspace.history() if event.signature)

    @property
    def state(self) -> Mapping[str, Any]:
        """All that taking a bundle could change."""
        folder = self.workspace.folder
        return {
            "digest": self.digest,
            "events": [event.hash for event in self.workspace.history()],
            "documents": [document.id for document in self.workspace.documents()],
            "log": self.workspace.exchange.log(),
            "files": sorted(
                str(path) for path in folder.rglob("*") if not path.name.endswith(("-wal", "-shm"))
            ),
        }


def content(entry: str, english: str, parties: Sequence[str]) -> dict[str, Any]:
    """Renderings of each other for these parties."""
    terms = {"en": english, "ru": f"{entry} по-русски", "zh": "港口"}
    return {
        "aim": "equivalent",
        "parties": sorted(parties),
        "terms": [
            {
                "language": code,
                "text": text,
                "status": "preferred",
                "part_of_speech": "noun",
                "transliterations": {},
                "source": "",
                "note": "",
            }
            for code, text in terms.items()
        ],
        "subject": "harbours",
        "dimension": "",
        "scope": {},
        "usage": {},
        "definition": {},
        "definitions": {},
        "relations": [],
        "instrument": {},
        "replaces": [],
        "successor": "",
        "reason": "",
    }
