"""Texts of the shared development data whose units correspond, read where they lie.

The folder is named by the environment variable DRAGOMAN_SHARED_DATA, or is `../shared/data` beside the
checkout.
"""

from __future__ import annotations

import csv
import hashlib
import os
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree


def shared_data() -> Path | None:
    """The folder of the shared data, None where there is none."""
    default = Path(__file__).resolve().parents[2] / "shared" / "data"
    folder = Path(os.environ.get("DRAGOMAN_SHARED_DATA", default))
    return folder if (folder / "text").is_dir() else None


@dataclass(frozen=True, slots=True)
class Corpus:
    """Corresponding units in several languages; `groups` names the document each unit comes from."""

    name: str
    units: dict[str, tuple[str, ...]]
    groups: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.groups)

    def part(self, indices: list[int]) -> Corpus:
        """Some of the units, in the order given."""
        return Corpus(
            self.name,
            {code: tuple(units[k] for k in indices) for code, units in self.units.items()},
            tuple(self.groups[k] for k in indices),
        )

    def fingerprint(self) -> str:
        """The first 12 hexadecimal digits of the SHA-256 of all units."""
        digest = hashlib.sha256()
        for code in sorted(self.units):
            digest.update("\n".join((code, *self.units[code])).encode())
        return digest.hexdigest()[:12]


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


def _table(name: str, file: str, columns: dict[str, str], group: Callable[[dict[str, str]], str]) -> Corpus:
    folder = shared_data()
    if folder is None:
        raise FileNotFoundError("The shared data is absent: set DRAGOMAN_SHARED_DATA to its folder.")
    with (folder / "text" / file).open(encoding="utf-8", newline="") as opened:
        rows = [
            row
            for row in csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE)
            if all((row.get(column) or "").strip() for column in columns.values())
        ]
    units = {code: tuple(_clean(row[column]) for row in rows) for code, column in columns.items()}
    return Corpus(name, units, tuple(group(row) for row in rows))


def united_nations() -> Corpus:
    """4,000 lines of 732 documents of the United Nations, ru zh en."""
    folder = shared_data()
    if folder is None:
        raise FileNotFoundError("The shared data is absent: set DRAGOMAN_SHARED_DATA to its folder.")
    base = folder / "text" / "un-parallel-dev"

    def lines(code: str) -> list[str]:
        return (base / f"UNv1.0.devset.{code}").read_text(encoding="utf-8").split("\n")[:4000]

    units = {code: tuple(_clean(line) for line in lines(code)) for code in ("ru", "zh", "en")}
    return Corpus("un", units, tuple(line.split()[0] for line in lines("ids")))


def goals() -> Corpus:
    """Goals, targets and indicators of sustainable development, ru zh en."""
    return _table("sdg", "sdg/sdg_units.tsv", {"ru": "ru", "zh": "zh", "en": "en"}, lambda row: row["kind"])


def declaration() -> Corpus:
    """The Universal Declaration of Human Rights, ru zh en and zh in traditional characters."""
    columns = {"ru": "rus", "zh": "cmn_hans", "en": "eng", "zh-Hant": "cmn_hant"}
    return _table("udhr", "udhr/udhr_units.tsv", columns, lambda _: "udhr")


def legal_code() -> Corpus:
    """Six licences of Creative Commons, ru zh en; grouped by licence."""
    columns = {"ru": "ru", "zh": "zh_hans", "en": "en"}
    return _table("legal code", "cc-legalcode/legalcode_units.tsv", columns, lambda row: row["licence"])


def testament() -> Corpus:
    """The New Testament by verse, ru zh (traditional); grouped by book."""
    columns = {"ru": "ru", "zh": "zh_hant"}
    return _table("bible", "bible-nt/nt_ru_zh_verses.tsv", columns, lambda row: row["verse"].split()[0])


def pandemic() -> Corpus:
    """TICO-19, ru zh; grouped by text."""
    folder = shared_data()
    if folder is None:
        raise FileNotFoundError("The shared data is absent: set DRAGOMAN_SHARED_DATA to its folder.")
    text = (folder / "text" / "tico-19" / "all.ru-zh.tmx").read_text(encoding="utf-8")
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    units: dict[str, list[str]] = {"ru": [], "zh": []}
    groups = []
    for unit in ElementTree.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", text)).iter("tu"):
        found = {
            variant.get(language): _clean(" ".join("".join(segment.itertext()).split()))
            for variant in unit.iter("tuv")
            for segment in variant.iter("seg")
        }
        if found.get("ru") and found.get("zh"):
            for code, texts in units.items():
                texts.append(found[code])
            groups.append(unit.get("tuid", "").split(":")[0])
    return Corpus("tico", {code: tuple(texts) for code, texts in units.items()}, tuple(groups))
