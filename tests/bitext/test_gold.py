from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dragoman.bitext.gold import Damage, Gold, beads_from_units, damaged, resegmented
from dragoman.bitext.model import Sentence
from tests.bitext.material import PAIRS, documents, units

WHOLE = Damage(0.0, 0.0, 0.0, 0.0)
SHARE = st.floats(0, 0.4)
DAMAGE = st.builds(
    Damage,
    merged=SHARE,
    cut=SHARE,
    omitted=SHARE,
    runs=st.sampled_from([0.0, 1.0]),
    smooth=st.booleans(),
    paragraphs=st.sampled_from([0.0, 1.5, 5.0]),
)
PAIR = st.sampled_from([*PAIRS, *((b, a) for a, b in PAIRS)])
SEED = st.integers(0, 10**6)


def made(pair: tuple[str, str], damage: Damage, seed: int, count: int = 149) -> Gold:
    sides = (units(pair[0])[:count], units(pair[1])[:count])
    return damaged(sides, pair, damage, random.Random(seed), "invented")


def letters(sentences: tuple[Sentence, ...]) -> str:
    return "".join("".join(sentence.text.split()) for sentence in sentences)


def assert_sound(gold: Gold) -> None:
    """Every sentence in exactly one bead, no bead that crosses another, none without sentences."""
    assert sorted(i for left, _ in gold.beads for i in left) == list(range(len(gold.source)))
    assert sorted(j for _, right in gold.beads for j in right) == list(range(len(gold.target)))
    for side in (0, 1):
        for bead in gold.beads:
            assert list(bead[side]) == list(
                range(min(bead[side], default=0), max(bead[side], default=-1) + 1)
            )
    matched = [bead for bead in gold.beads if bead[0] and bead[1]]
    assert [i for left, _ in matched for i in left] == sorted(i for left, _ in matched for i in left)
    assert [j for _, right in matched for j in right] == sorted(j for _, right in matched for j in right)
    assert all(left or right for left, right in gold.beads)
    assert all(sentence.text.strip() == sentence.text != "" for sentence in (*gold.source, *gold.target))


@settings(deadline=None, max_examples=60)
@given(PAIR, DAMAGE, SEED, st.integers(1, 149))
def test_every_damaged_document_is_sound(
    pair: tuple[str, str], damage: Damage, seed: int, count: int
) -> None:
    gold = made(pair, damage, seed, count)
    assert_sound(gold)
    assert (gold.source_language, gold.target_language, gold.name) == (*pair, "invented")
    assert not gold.inexact


@settings(deadline=None, max_examples=40)
@given(PAIR, DAMAGE, SEED)
def test_the_words_are_all_there_when_nothing_is_left_out(
    pair: tuple[str, str], damage: Damage, seed: int
) -> None:
    gold = made(pair, replace(damage, omitted=0.0, runs=0.0, smooth=False), seed)
    for sentences, code in ((gold.source, pair[0]), (gold.target, pair[1])):
        assert letters(sentences) == "".join("".join(unit.split()) for unit in units(code))
    assert all(left and right for left, right in gold.beads)


@settings(deadline=None, max_examples=40)
@given(PAIR, DAMAGE, SEED)
def test_what_is_left_out_on_one_side_is_an_omission_on_the_other(
    pair: tuple[str, str], damage: Damage, seed: int
) -> None:
    gold = made(pair, replace(damage, merged=0.0, cut=0.0, smooth=False), seed)
    source, target = units(pair[0]), units(pair[1])
    for left, right in gold.beads:
        if left and right:
            assert len(left) == len(right) == 1
            place = source.index(gold.source[left[0]].text)
            assert target[place] == gold.target[right[0]].text
        elif left:
            assert target[source.index(gold.source[left[0]].text)] not in {s.text for s in gold.target}
        else:
            assert source[target.index(gold.target[right[0]].text)] not in {s.text for s in gold.source}


def test_without_damage_all_is_one_to_one() -> None:
    gold = made(("ru", "zh"), WHOLE, 1)
    assert gold.beads == tuple(((k,), (k,)) for k in range(149))
    assert gold.not_one_to_one == 0
    assert [sentence.text for sentence in gold.source] == list(units("ru"))
    assert all(sentence.block == 0 and not sentence.label for sentence in (*gold.source, *gold.target))


def test_the_same_seed_gives_the_same_document_and_another_seed_another() -> None:
    damage = Damage(smooth=True, paragraphs=3)
    assert made(("ru", "zh"), damage, 5) == made(("ru", "zh"), damage, 5)
    assert made(("ru", "zh"), damage, 5) != made(("ru", "zh"), damage, 6)


def test_the_usual_damage_leaves_some_thirty_beads_in_a_hundred_not_one_to_one() -> None:
    made_of_many = [made(pair, Damage(), seed) for pair in PAIRS for seed in range(5)]
    share = sum(gold.not_one_to_one for gold in made_of_many) / len(made_of_many)
    assert share == pytest.approx(0.30, abs=0.05)


@pytest.mark.parametrize(
    ("damage", "shapes"),
    [
        (replace(WHOLE, merged=0.5), {(1, 1), (1, 2), (2, 1), (2, 2)}),
        (replace(WHOLE, cut=0.9), {(1, 1), (1, 2), (2, 1), (2, 2), (1, 3)}),
        (replace(WHOLE, omitted=0.3), {(1, 1), (1, 0), (0, 1)}),
    ],
    ids=["merged", "cut", "omitted"],
)
def test_each_kind_of_damage_gives_its_kind_of_bead(damage: Damage, shapes: set[tuple[int, int]]) -> None:
    found = {(len(a), len(b)) for seed in range(5) for a, b in made(("ru", "en"), damage, seed).beads}
    assert shapes <= found
    if damage.omitted:
        assert found == shapes
    else:
        assert all(a and b for a, b in found)


def test_a_run_is_left_out_as_a_whole() -> None:
    for seed in range(20):
        gold = made(("ru", "zh"), replace(WHOLE, runs=1.0), seed)
        left_out = [bead for bead in gold.beads if not (bead[0] and bead[1])]
        assert 3 <= len(left_out) <= 8
        places = [(left or right)[0] for left, right in left_out]
        assert places == list(range(places[0], places[0] + len(places)))
        assert len({bool(left) for left, _ in left_out}) == 1
    assert made(("ru", "zh"), replace(WHOLE, runs=1.0), 1, count=39).not_one_to_one == 0


def test_no_unit_is_lost_on_both_sides() -> None:
    for seed in range(10):
        gold = made(("ru", "zh"), replace(WHOLE, omitted=0.5, runs=1.0), seed)
        there = [{s.text for s in sentences} for sentences in (gold.source, gold.target)]
        for one, other in zip(units("ru"), units("zh"), strict=True):
            assert one in there[0] or other in there[1]


def test_sentences_without_a_counterpart_are_omissions_one_by_one() -> None:
    found = 0
    for seed in range(5):
        for left, right in made(("ru", "en"), replace(WHOLE, cut=0.8, omitted=0.4), seed).beads:
            if not (left and right):
                found += 1
                assert len(left) + len(right) == 1
    assert found > 100


def test_smooth_seams_hide_where_units_were_joined_and_cut() -> None:
    joined = replace(WHOLE, merged=1.0)
    rough, smooth = (made(("ru", "en"), replace(joined, smooth=smooth), 3) for smooth in (False, True))
    inside = re.compile(r"[.;] [А-ЯЁA-Z]")
    count = [sum(bool(inside.search(s.text[:-1])) for s in (*g.source, *g.target)) for g in (rough, smooth)]
    assert count[1] < 0.35 * count[0]
    cut = replace(WHOLE, cut=1.0)
    rough, smooth = (made(("ru", "zh"), replace(cut, smooth=smooth), 3) for smooth in (False, True))
    ending = [sum(s.text[-1] in ",，、；;:：" for s in (*g.source, *g.target)) for g in (rough, smooth)]
    assert ending[1] < 0.4 * ending[0]


def test_paragraphs_begin_where_units_do_and_carry_their_labels() -> None:
    gold = made(("ru", "zh"), replace(WHOLE, paragraphs=3.0), 2)
    assert 149 / 6 < gold.source[-1].block < 149 / 1.5
    blocks = [sentence.block for sentence in gold.source]
    assert blocks == sorted(blocks)
    assert any(sentence.label == "2" and sentence.text.startswith("2.") for sentence in gold.source)
    assert all(
        not s.label or re.match(rf"\(?{s.label}[.)、）]", s.text) for s in (*gold.source, *gold.target)
    )


@given(st.data())
def test_beads_are_the_connected_sentences(data: st.DataObject) -> None:
    spans = st.lists(st.integers(1, 3), max_size=6)
    sides = []
    for _ in range(2):
        begin = 0
        side: list[tuple[int, ...]] = []
        for size in data.draw(spans):
            begin -= data.draw(st.booleans()) and bool(side)  # a unit cut in two belongs to both sentences
            side.append(tuple(range(begin, begin + size)))
            begin += size
        sides.append(side)
    assume(sides[0] or sides[1])
    beads = beads_from_units(sides[0], sides[1])
    assert sorted(i for left, _ in beads for i in left) == list(range(len(sides[0])))
    assert sorted(j for _, right in beads for j in right) == list(range(len(sides[1])))
    home = {(side, k): n for n, bead in enumerate(beads) for side in (0, 1) for k in bead[side]}
    for i, left in enumerate(sides[0]):
        for j, right in enumerate(sides[1]):
            if set(left) & set(right):
                assert home[0, i] == home[1, j]


def test_beads_by_hand() -> None:
    source = [(0,), (1, 2), (3,), (3,), (5,)]
    target = [(0,), (1,), (2, 3), (4,)]
    assert beads_from_units(source, target) == (((0,), (0,)), ((1, 2, 3), (1, 2)), ((4,), ()), ((), (3,)))


ENDS = {"ru": r"[.!?…]\s+(?=[А-ЯЁ])", "en": r"[.!?…]\s+(?=[A-Z])", "zh": r"[。！？]"}


@pytest.mark.parametrize("pair", PAIRS)
def test_resegmented_text_conserves_the_words(pair: tuple[str, str]) -> None:
    for document in documents().values():
        ends = (re.compile(ENDS[pair[0]]), re.compile(ENDS[pair[1]]))
        gold = resegmented((document[pair[0]], document[pair[1]]), pair, ends, "running")
        assert_sound(gold)
        assert gold.inexact
        for sentences, code in ((gold.source, pair[0]), (gold.target, pair[1])):
            assert letters(sentences) == "".join("".join(unit.split()) for unit in document[code])
        assert all(left and right for left, right in gold.beads)
