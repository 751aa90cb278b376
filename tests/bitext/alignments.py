"""Alignments made by hand, and by chance, for tests of what is made of alignments."""

from __future__ import annotations

from hypothesis import strategies as st

from dragoman.bitext.model import Alignment, Bead, Sentence

NOTE = "Low confidence: the encoder does not know ar."


def treaty() -> Alignment:
    """Articles with headings; every kind of bead: 1-1, 2-1, left out on either side, moved, doubtful."""
    ru = (
        Sentence("Статья 1", 0, 8, 0, "article 1"),
        Sentence("Стороны обмениваются данными.", 9, 38, 1),
        Sentence("Данные предоставляются <безвозмездно> & полностью.", 39, 89, 1),
        Sentence("Статья 2", 90, 98, 2, "article 2"),
        Sentence("Стороны проводят встречи.", 99, 124, 3),
        Sentence("Статья 3", 125, 133, 4, "article 3"),
        Sentence("Споры решаются путём переговоров.", 134, 167, 5),
    )
    zh = (
        Sentence("第一条", 0, 3, 0, "article 1"),
        Sentence("双方无偿交换完整的数据。", 4, 16, 1),
        Sentence("第二条", 17, 20, 2, "article 2"),
        Sentence("争端通过谈判解决。", 21, 30, 3),
        Sentence("第三条", 31, 34, 4, "article 3"),
        Sentence("本条为增补内容。", 35, 43, 5),
    )
    beads = (
        Bead((0,), (0,), 0.99),
        Bead((1, 2), (1,), 0.42),
        Bead((3,), (2,), 0.99),
        Bead((4,), (), 0.81),
        Bead((5,), (4,), 0.98),
        Bead((6,), (3,), 0.9, moved=True),
        Bead((), (5,), 1.0),
    )
    return Alignment(ru, zh, beads, "ru", "zh", "align.v1")


def of_texts(source: str, target: str, from_: str = "ru", to: str = "en") -> Alignment:
    """One sentence with one sentence."""
    return Alignment(
        (Sentence(source, 0, len(source)),),
        (Sentence(target, 0, len(target)),),
        (Bead((0,), (0,), 0.9),),
        from_,
        to,
        "align.v1",
    )


# Everything that a Python string can hold, with what is dangerous somewhere made frequent.
texts = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\t\n\r\v\f\x00\x1c\x85\u2028\u202e\ud800\ufffe=+-@＝\"'<>&; \u00a0条я"),
    ),
    max_size=20,
)
places = st.integers(0, 10**9)


@st.composite
def alignments(draw: st.DrawFn) -> Alignment:
    """Alignments with any texts, in which sentences may stand in any order."""
    sentences = st.lists(st.builds(Sentence, texts, places, places, places, texts), max_size=5)
    source, target = tuple(draw(sentences)), tuple(draw(sentences))
    beads = st.builds(
        Bead,
        *(
            st.lists(st.integers(0, len(side) - 1), max_size=3).map(tuple) if side else st.just(())
            for side in (source, target)
        ),
        st.floats(0, 1),
        st.booleans(),
    )
    return Alignment(
        source,
        target,
        tuple(draw(st.lists(beads, max_size=4))),
        draw(st.sampled_from(["ru", "zh", "en", "ar", "ja"])),
        draw(st.sampled_from(["ru", "zh", "en", "ar", "ja"])),
        draw(texts),
        tuple(draw(st.lists(texts, max_size=2))),
    )
