from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import dragoman
from dragoman.bitext.document import sentences_of
from dragoman.bitext.given import given_alignment, is_given
from dragoman.bitext.model import Alignment
from dragoman.languages import language
from dragoman.readers import Reading, read, version_in
from dragoman.readers.manuscript import Manuscript
from tests.bitext.material import assert_covers, indexed

MEMORY = """<?xml version="1.0"?><tmx version="1.4"><header srclang="ru"/><body>
<tu tuid="a"><tuv xml:lang="ru"><seg>Мир. И труд.</seg></tuv>
<tuv xml:lang="zh-Hans"><seg>和平与劳动。</seg></tuv></tu>
<tu tuid="b"><tuv xml:lang="ru"><seg>Только по-русски.</seg></tuv></tu>
<tu tuid="c"><tuv xml:lang="zh-Hans"><seg>只有中文。</seg></tuv></tu>
<tu tuid="d"><tuv xml:lang="ru"><seg>Май.</seg></tuv><tuv xml:lang="zh-Hans"><seg>五月。</seg></tuv></tu>
</body></tmx>"""


def side(keys: list[str]) -> Reading:
    manuscript = Manuscript()
    for key in keys:
        manuscript.add(f"word {key}", "segment", key=key)
    return manuscript.reading("tmx", "tmx.v1", "")


def aligned(left: Reading, right: Reading) -> Alignment:
    sentences = [sentences_of(one.text, language("en"), one.parts) for one in (left, right)]
    return given_alignment(left, right, "en", "en", *sentences)


def test_a_memory_is_aligned_as_it_says(tmp_path: Path) -> None:
    file = tmp_path / "m.tmx"
    file.write_text(MEMORY, encoding="utf-8")
    alignment = dragoman.align(file, file, from_="ru", to="zh")
    assert indexed(alignment.beads) == [((0,), (0,)), ((), (1,)), ((1,), ()), ((2,), (2,))]
    assert {bead.probability for bead in alignment} == {1.0}
    assert alignment.method == "given.v1"
    assert [sentence.text for sentence in alignment.source] == ["Мир. И труд.", "Только по-русски.", "Май."]


def test_readings_can_be_given_in_place_of_files() -> None:
    readings = read(MEMORY.encode())
    left, right = version_in(readings, "ru"), version_in(readings, "zh-Hans")
    assert is_given(left, right)
    assert dragoman.align(left, right, from_="ru", to="zh").method == "given.v1"


def test_memories_without_a_name_in_common_are_not_given() -> None:
    assert not is_given(side(["a"]), side(["b"]))
    assert not is_given(side(["a"]), Reading("a", (), "text", "plain.v1"))


def test_segments_that_stand_elsewhere_are_marked() -> None:
    alignment = aligned(side(["a", "b", "c", "d"]), side(["b", "c", "d", "a"]))
    assert [bead.moved for bead in alignment] == [True, False, False, False]


def test_variants_of_one_unit_are_one_bead() -> None:
    assert indexed(aligned(side(["a", "a", "b"]), side(["b", "a"])).beads) == [((0, 1), (1,)), ((2,), (0,))]


# Each name once or twice in a row, as variants of one unit stand.
KEYS = st.lists(st.sampled_from("abcdefgh"), min_size=1, unique=True).flatmap(
    lambda names: st.lists(st.integers(1, 2), min_size=len(names), max_size=len(names)).map(
        lambda counts: [name for name, times in zip(names, counts, strict=True) for name in [name] * times]
    )
)


@given(KEYS, KEYS)
def test_every_segment_is_in_one_bead_with_those_of_its_name(left: list[str], right: list[str]) -> None:
    alignment = aligned(side(left), side(right))
    assert_covers(alignment)
    for bead in alignment:
        assert len({left[i] for i in bead.source} | {right[j] for j in bead.target}) == 1
