from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.bitext.model import Sentence
from dragoman.concordance.model import Counterpart, Line
from dragoman.web.marked import answering, context, passage, pieces

TEXTS = st.text(alphabet="аб в安全，.x<", max_size=200)
SPANS = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=5)


def line(text: str, spans: tuple[tuple[int, int], ...], code: str = "ru") -> Line:
    return Line("d", "", "", "", (), "", False, code, Sentence(text), "ru0", spans, ())


@given(TEXTS, SPANS)
def test_the_pieces_are_the_text_and_what_answers_is_in_a_span(
    text: str, spans: list[tuple[int, int]]
) -> None:
    found = list(pieces(text, spans))
    assert "".join(piece for piece, _answers in found) == text
    inside = {at for start, end in spans for at in range(start, min(end, len(text)))}
    at = 0
    for piece, answers in found:
        assert piece
        assert all((place in inside) is answers for place in range(at, at + len(piece)))
        at += len(piece)


@given(TEXTS, st.integers(0, 200), st.integers(0, 20), st.sampled_from(("ru", "zh")))
def test_a_line_is_cut_around_what_was_found(text: str, start: int, length: int, code: str) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    found = context(line(text, ((start, end),), code))
    assert found.found == text[start:end]
    before = "".join(piece for piece, _answers in found.before)
    after = "".join(piece for piece, _answers in found.after)
    assert text[:start].endswith(before.removeprefix("…"))
    assert text[end:].startswith(after.removesuffix("…"))
    assert len(before) <= 37
    assert len(after) <= 45


def test_no_word_is_cut() -> None:
    words = " ".join(["сотрудничество"] * 20)
    at = words.index("с", 150)
    found = context(line(words, ((at, at + 14),)))
    assert {*"".join(piece for piece, _ in (*found.before, *found.after)).split()} == {
        "…",
        "сотрудничество",
    } or {word.strip("…") for word in "".join(piece for piece, _ in found.before).split()} == {
        "сотрудничество"
    }


def test_sentences_of_a_counterpart_stand_together() -> None:
    both = (Sentence("Одно."), Sentence("Другое."))
    found = answering(Counterpart("ru", both, "ru0", 0.9, (((0, 4),),), 0.5))
    assert found.pieces == (("Одно", True), (".", False), (" ", False), ("Другое.", False))
    chinese = answering(Counterpart("zh", (Sentence("安全。"), Sentence("發展。")), "zh0", 0.9))
    assert "".join(piece for piece, _ in chinese.pieces) == "安全。發展。"
    assert passage(line("安全", (), "zh")).tag == "zh-Hans"
