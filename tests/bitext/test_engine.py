from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import zlib
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.bitext.encoder import Encoder, encoder
from dragoman.bitext.engine import METHOD, align_sentences
from dragoman.bitext.gold import Damage, Gold, damaged
from dragoman.bitext.model import Alignment, Sentence
from dragoman.errors import EmptyInput, Unrelated
from tests.bitext.material import PAIRS, Floats, assert_covers, directions, documents, indexed, units


class Planted:
    """An encoder for invented texts: a text's vector is that of its first word, and a little of its own."""

    name = "planted"
    dimension = 64
    languages = frozenset({"ru", "zh", "en"})

    def encode(self, texts: Sequence[str]) -> Floats:
        rows = [self._one(text) for text in texts]
        return np.stack(rows) if rows else np.zeros((0, self.dimension), np.float32)

    def _one(self, text: str) -> Floats:
        word = text.split()[0] if text.split() else ""
        parts = [
            directions(1, np.random.default_rng(zlib.crc32(part.encode())), 64)[0] for part in (word, text)
        ]
        vector: Floats = parts[0] + 0.5 * parts[1]
        return vector / np.float32(np.linalg.norm(vector))


def of(texts: Sequence[str]) -> list[Sentence]:
    return [Sentence(text) for text in texts]


def aligned(source: Sequence[str], target: Sequence[str], pair: tuple[str, str]) -> Alignment:
    return align_sentences(of(source), of(target), *pair, encoder())


def made(pair: tuple[str, str], seed: int) -> Gold:
    damage = Damage(smooth=bool(seed % 2), paragraphs=3.0 if seed % 3 else 0.0)
    return damaged((units(pair[0]), units(pair[1])), pair, damage, random.Random(seed))


WORDS = st.integers(0, 30).map(lambda k: f"w{k}")
TEXT = st.lists(
    st.tuples(WORDS, st.sampled_from(["", " a.", " b, c;", " 15 2024", " «»", " " + "long " * 40])).map(
        "".join
    )
    | st.sampled_from(["", " ", "…", "1.", "(a)"]),
    min_size=1,
    max_size=25,
)


@settings(deadline=None, max_examples=80)
@given(TEXT, TEXT, st.sampled_from([("ru", "zh"), ("en", "ru"), ("en", "kk")]), st.data())
def test_every_sentence_is_in_exactly_one_bead(
    source: list[str], target: list[str], pair: tuple[str, str], data: st.DataObject
) -> None:
    per_paragraph = data.draw(st.integers(1, 8))
    sides = [
        [Sentence(text, block=k // per_paragraph) for k, text in enumerate(texts)]
        for texts in (source, target)
    ]
    try:
        alignment = align_sentences(sides[0], sides[1], *pair, Planted())
    except Unrelated:
        return
    assert_covers(alignment)
    assert alignment.source == tuple(sides[0])
    assert alignment.target == tuple(sides[1])
    assert (alignment.source_language, alignment.target_language, alignment.method) == (*pair, METHOD)


def test_an_encoder_of_ones_own_is_used() -> None:
    assert isinstance(Planted(), Encoder)
    words = [f"w{k}" for k in range(20)]
    alignment = align_sentences(of(words), of(words[3:]), "ru", "zh", Planted())
    two_sided = [bead for bead in indexed(alignment.beads) if bead[0] and bead[1]]
    assert two_sided == [((k + 3,), (k,)) for k in range(17)]
    assert alignment.notes == ()


@pytest.mark.parametrize("side", ["source", "target"])
def test_a_side_without_sentences(side: str) -> None:
    sides = [[], of(["Мир."])] if side == "source" else [of(["Мир."]), []]
    with pytest.raises(EmptyInput, match=f"^{side}: There is no sentence in it"):
        align_sentences(sides[0], sides[1], "ru", "zh", Planted())


@pytest.mark.parametrize("pair", PAIRS)
def test_units_that_correspond_are_aligned_one_to_one(pair: tuple[str, str]) -> None:
    alignment = aligned(units(pair[0]), units(pair[1]), pair)
    right = sum(bead == ((k,), (k,)) for k, bead in enumerate(indexed(alignment.beads)))
    assert right >= 147  # of 149
    for document in documents().values():
        beads = indexed(aligned(document[pair[0]], document[pair[1]], pair).beads)
        assert sum(left == right != () for left, right in beads) >= len(document[pair[0]]) - 2


@pytest.mark.parametrize("pair", PAIRS)
def test_the_other_way_round_gives_the_mirrored_alignment(pair: tuple[str, str]) -> None:
    same = total = 0
    for seed in range(3):
        gold = made(pair, seed)
        there = align_sentences(gold.source, gold.target, *pair, encoder())
        back = align_sentences(gold.target, gold.source, pair[1], pair[0], encoder())
        ours = {(bead.source, bead.target): bead.probability for bead in there}
        theirs = {(bead.target, bead.source): bead.probability for bead in back}
        shared = ours.keys() & theirs.keys()
        same += len(shared)
        total += len(ours)
        apart = sorted(abs(ours[bead] - theirs[bead]) for bead in shared)
        assert sum(apart) / len(apart) < 0.03
        assert apart[len(apart) // 2] < 0.01
    assert same >= 0.98 * total


PROGRAM = """
import json, random, sys
from dragoman.bitext.encoder import encoder
from dragoman.bitext.engine import align_sentences
from dragoman.bitext.model import Sentence
sides = json.load(sys.stdin)
for pair in (("ru", "zh"), ("ru", "kk")):
    found = align_sentences(*([Sentence(t) for t in side] for side in sides), *pair, encoder())
    print([(bead.source, bead.target, bead.probability.hex(), bead.moved) for bead in found])
"""


def test_the_result_is_the_same_in_every_process() -> None:
    gold = made(("ru", "zh"), 1)
    given_ = json.dumps([[s.text for s in gold.source], [s.text for s in gold.target]])
    results = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            input=given_.encode(),
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(results) == 1
    assert len(results.pop()) > 1000


def test_sentences_left_out_on_both_sides_of_one_gap_keep_their_probability() -> None:
    """In which order the two texts' omissions are read off means nothing: their chance is summed over all."""
    source = [*units("en")[:20], *units("en")[60:66], *units("en")[20:40]]
    target = [*units("ru")[:20], *units("ru")[110:116], *units("ru")[20:40]]
    alignment = aligned(source, target, ("en", "ru"))
    left_out = [bead for bead in alignment if not (bead.source and bead.target)]
    assert {(bead.source, bead.target) for bead in left_out} >= {((k,), ()) for k in range(20, 26)}
    assert {(bead.source, bead.target) for bead in left_out} >= {((), (k,)) for k in range(20, 26)}
    assert sum(bead.probability for bead in left_out) / len(left_out) > 0.7


KAZAKH = [
    "Екі тарап Лумар көлі бойынша 2024 жылғы 14 наурызда кездесті.",
    "Кездесуге 27 адам қатысты.",
    "Көл деңгейі 11 сантиметрге төмендеді, бұл соңғы он жылдағы ең төмен көрсеткіш болып табылады.",
    "1. 2025 жылға арналған кесте бекітілсін.",
    "2. Жұмыс тобы 1 шілдеге дейін картаны жарияласын.",
    "3. Үш станцияны жөндеуге 640 000 крона бөлінсін.",
    "Ұсыныс алғыспен қабылданды.",
    "Келесі кездесу Тарсин қаласында өтеді.",
]
PERSIAN = [
    "دو طرف در ۱۴ مارس ۲۰۲۴ دربارهٔ دریاچهٔ لومار دیدار کردند.",
    "در این دیدار ۲۷ نفر شرکت کردند.",
    "سطح دریاچه ۱۱ سانتی‌متر پایین آمد و این پایین‌ترین رقم در ده سال گذشته است.",
    "۱. برنامهٔ سال ۲۰۲۵ تصویب شود.",
    "۲. کارگروه نقشه را تا ۱ ژوئیه منتشر کند.",
    "۳. برای تعمیر سه ایستگاه ۶۴۰۰۰۰ کرون اختصاص یابد.",
    "این پیشنهاد با سپاس پذیرفته شد.",
    "دیدار بعدی در شهر تارسین برگزار می‌شود.",
]
RUSSIAN = [
    "Стороны встретились 14 марта 2024 года по вопросам озера Лумар.",
    "Во встрече участвовали 27 человек.",
    "Уровень озера понизился на 11 сантиметров, и это самый низкий показатель за последние десять лет.",
    "1. Утвердить график на 2025 год.",
    "2. Рабочей группе опубликовать карту до 1 июля.",
    "3. Выделить 640 000 крон на ремонт трёх станций.",
    "Предложение принято с благодарностью.",
    "Следующая встреча пройдёт в городе Тарсин.",
]


@pytest.mark.parametrize(("code", "other"), [("kk", KAZAKH), ("fa", PERSIAN)])
def test_a_language_that_the_encoder_lacks_is_aligned_with_low_confidence(
    code: str, other: list[str]
) -> None:
    assert code not in encoder().languages
    for source, target, pair in ((RUSSIAN, other, ("ru", code)), (other, RUSSIAN, (code, "ru"))):
        alignment = aligned(source, target, pair)
        assert_covers(alignment)
        assert indexed(alignment.beads) == [((k,), (k,)) for k in range(8)]
        assert len(alignment.notes) == 1
        assert "confidence" in alignment.notes[0]
    without = aligned(RUSSIAN, other[:2] + other[3:], ("ru", code))
    assert sum(left == right for left, right in indexed(without.beads)[:2]) == 2
    assert sum(left == (right[0] + 1,) for left, right in indexed(without.beads) if left and right) >= 4


def test_two_languages_of_one_script_share_names() -> None:
    """Names alone hold the two together: numbers there are none, and lengths say nothing."""
    names = ["Kelmora", "Tarsin", "Lumar", "Ostrel", "Mela", "Dolgi", "Saddle", "Sevport", "Velia", "Norrin"]
    source = [f"{name} kengashi bugun yig‘ildi." for name in names]
    target = [f"Rada {name} zebrala sie dzisiaj." for name in names[:4] + names[6:]]
    alignment = aligned(source, target, ("uz", "pl"))
    pairs = {(left[0], right[0]) for left, right in indexed(alignment.beads) if len(left) == len(right) == 1}
    assert len(pairs & {(k, k if k < 4 else k - 2) for k in (*range(4), *range(6, 10))}) >= 7


@pytest.mark.parametrize("pair", PAIRS)
def test_other_documents_of_the_same_kind_are_unrelated(pair: tuple[str, str]) -> None:
    names = sorted(documents())
    for seed in range(3):
        random.Random(seed).shuffle(names)
        source = [unit for name in names[:6] for unit in documents()[name][pair[0]]]
        target = [unit for name in names[6:] for unit in documents()[name][pair[1]]]
        with pytest.raises(Unrelated, match="do not seem to be versions of one document"):
            aligned(source, target, pair)


def test_short_documents_of_the_same_kind_are_mostly_told_apart() -> None:
    """Eleven sentences with the same article numbers and set phrases are few to go by."""
    refused = total = 0
    for pair in PAIRS:
        for name, document in documents().items():
            aligned(document[pair[0]], document[pair[1]], pair)  # never refused
            for other in list(documents())[::4]:
                if other != name:
                    total += 1
                    try:
                        aligned(document[pair[0]], documents()[other][pair[1]], pair)
                    except Unrelated:
                        refused += 1
    assert refused >= 0.85 * total


def test_a_document_and_a_story_are_unrelated() -> None:
    story = [
        "Кошка спала на подоконнике, и солнце грело ей спину.",
        "Мальчик налил себе молока и сел рядом.",
        "— Ты опять проспала мышь, — сказал он и засмеялся.",
        "Кошка открыла один глаз.",
        "За окном шумели липы, пахло мёдом и скошенной травой.",
        "Бабушка звала всех к столу, но никто не спешил.",
    ]
    with pytest.raises(Unrelated):
        aligned(story, documents()["customs"]["zh"], ("ru", "zh"))


@pytest.mark.parametrize("pair", PAIRS)
def test_short_true_pairs_are_never_unrelated(pair: tuple[str, str]) -> None:
    source, target = units(pair[0]), units(pair[1])
    for k in range(0, 147, 7):
        assert indexed(aligned([source[k]], [target[k]], pair).beads) == [((0,), (0,))]
        two = aligned(source[k : k + 2], [target[k] + " " + target[k + 1]], pair)
        assert_covers(two)
        one = aligned([source[k] + " " + source[k + 1]], target[k : k + 2], pair)
        assert_covers(one)
        assert_covers(aligned(source[k : k + 3], target[k : k + 3], pair))


@pytest.mark.parametrize("pair", PAIRS)
def test_documents_that_overlap_by_half(pair: tuple[str, str]) -> None:
    beads = indexed(aligned(units(pair[0])[:100], units(pair[1])[50:], pair).beads)
    assert sum(bead == ((k,), (k - 50,)) for k in range(50, 100) for bead in beads) >= 48
    assert not any(left and right and left[0] < 50 for left, right in beads)


@pytest.mark.parametrize("pair", PAIRS)
def test_an_extract_is_found_in_its_document(pair: tuple[str, str]) -> None:
    for first, size in ((50, 10), (0, 20), (129, 20), (50, 40)):
        for turned in (False, True):
            sides = [units(pair[0])[first : first + size], units(pair[1])]
            codes = pair
            if turned:
                sides, codes = [units(pair[0]), units(pair[1])[first : first + size]], pair
            beads = indexed(aligned(sides[0], sides[1], codes).beads)
            shift = -first if turned else first
            right = sum(len(a) == len(b) == 1 and b[0] == a[0] + shift for a, b in beads)
            assert right >= size - 2


def exchanged(seed: int) -> tuple[list[int], set[int]]:
    """The order of 149 units in which two passages of 4 to 9 have changed places, and those that moved."""
    dice = np.random.default_rng(seed)
    first, size, second, other = (
        int(dice.integers(*span)) for span in ((5, 50), (4, 10), (75, 130), (4, 10))
    )
    order = list(range(149))
    middle = order[first + size : second]
    passages = order[first : first + size], order[second : second + other]
    new = order[:first] + passages[1] + middle + passages[0] + order[second + other :]
    return new, {*passages[0], *passages[1]}


def test_passages_that_changed_places_are_found() -> None:
    found = wrong = total = 0
    for pair in PAIRS:
        for seed in range(6):
            order, passages = exchanged(seed)
            alignment = aligned(units(pair[0]), [units(pair[1])[k] for k in order], pair)
            assert_covers(alignment)
            moved = [(bead.source[0], order[bead.target[0]]) for bead in alignment if bead.moved]
            found += sum(i == k and i in passages for i, k in moved)
            wrong += sum(i != k for i, k in moved)
            total += len(passages)
    assert found >= 0.8 * total
    assert wrong <= 0.02 * total


@pytest.mark.parametrize("pair", PAIRS)
def test_nothing_is_said_to_have_moved_where_nothing_has(pair: tuple[str, str]) -> None:
    for seed in range(4):
        gold = made(pair, seed)
        assert not any(bead.moved for bead in align_sentences(gold.source, gold.target, *pair, encoder()))
