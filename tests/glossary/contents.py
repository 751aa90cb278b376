"""Contents of invented proposals, whole and by chance."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from dragoman.glossary.content import blank, filled
from dragoman.glossary.entry import AIMS

LAKE = "lake@" + "1" * 32
STEPPE = "steppe@" + "2" * 32
PARTIES = (LAKE, STEPPE)
LANGUAGES = ("ru", "zh", "en")
HASH = {LAKE: "sha256:" + "a" * 64, STEPPE: "sha256:" + "b" * 64}
IN_FORCE = {"sha256:" + "c" * 64: "joint", "sha256:" + "d" * 64: "parallel"}
WORDS = {"ru": "водная безопасность", "zh": "水安全", "en": "water security"}
TEXTS = {"ru": "Доступ к чистой воде.", "zh": "获得清洁用水。", "en": "Access to clean water."}


def term(language: str, text: str, status: str = "preferred", **said: Any) -> dict[str, Any]:
    """A term of a content."""
    given = {"part_of_speech": "", "transliterations": {}, "source": "", "note": ""}
    return {"language": language, "text": text, "status": status, **given, **said}


def content(aim: str = "equivalent", **said: Any) -> dict[str, Any]:
    """A content that has all that its aim asks for."""
    whole = blank(PARTIES, ())
    whole |= {"aim": aim, "terms": [term(code, text) for code, text in WORDS.items()]}
    if aim == "parallel":
        whole["definitions"] = dict(HASH)
    if aim in ("joint", "instrument"):
        whole["definition"] = dict(TEXTS)
    if aim == "instrument":
        whole["scope"] = dict(TEXTS)
        whole["instrument"] = {"title": "River Agreement", "date": "2024-05-16", "source": "Gazette 7"}
    if aim == "contested":
        whole["relations"] = [{"of": LAKE, "to": STEPPE, "relation": "broader"}]
    if aim in ("deferred", "withdrawn"):
        whole["reason"] = "The experts need more time."
    if aim == "superseded":
        whole["successor"] = "clean-water"
    return filled({**whole, **said})


_texts = {
    "ru": st.text("абвгдеё -", max_size=12),
    "zh": st.text("水安全资源洪流域", max_size=8),
    "en": st.text("abcde -", max_size=12),
}
_languages = st.sampled_from(LANGUAGES)
_short = st.text(max_size=12)
_hashes = st.sampled_from([*HASH.values(), *IN_FORCE, ""])


def _by_language() -> st.SearchStrategy[dict[str, str]]:
    return st.dictionaries(_languages, st.sampled_from([*TEXTS.values(), "  ", "Ещё один текст"]), max_size=3)


@st.composite
def _terms(draw: st.DrawFn) -> dict[str, Any]:
    code = draw(_languages)
    return term(
        code,
        draw(_texts[code]),
        draw(st.sampled_from(["preferred", "admitted", "deprecated", "superseded", "best"])),
        part_of_speech=draw(st.sampled_from(["", "noun", "phrase"])),
        transliterations=draw(st.dictionaries(st.sampled_from(["pinyin", "palladius"]), _short)),
        source=draw(_short),
        note=draw(_short),
    )


_relations = st.fixed_dictionaries(
    {
        "of": st.sampled_from([*PARTIES, "stranger@" + "3" * 32]),
        "to": st.sampled_from(PARTIES),
        "relation": st.sampled_from(["exact", "broader", "odd"]),
    }
)

CONTENTS = st.fixed_dictionaries(
    {
        "aim": st.sampled_from([*AIMS, "odd"]),
        "parties": st.lists(st.sampled_from([*PARTIES, "stranger@" + "3" * 32]), max_size=3),
        "terms": st.lists(_terms(), max_size=6),
        "subject": _short,
        "dimension": st.sampled_from(["", "ecological", "odd"]),
        "scope": _by_language(),
        "usage": _by_language(),
        "definition": _by_language(),
        "definitions": st.dictionaries(st.sampled_from(PARTIES), _hashes),
        "relations": st.lists(_relations, max_size=3),
        "instrument": st.one_of(
            st.just({}),
            st.fixed_dictionaries(
                {
                    "title": _short,
                    "date": st.sampled_from(["", "2024", "2024-02-30", "2024-05-16", "soon"]),
                    "source": _short,
                }
            ),
        ),
        "replaces": st.lists(_hashes, max_size=3),
        "successor": st.sampled_from(["", "clean-water", "rounds", "Clean Water"]),
        "reason": _short,
    }
)
"""Contents of the right shape, most of which cannot be proposed."""

NEAR = st.builds(
    lambda aim, changed: {**content(aim), **changed},
    st.sampled_from(list(AIMS)),
    st.one_of(
        st.just({}),
        CONTENTS.flatmap(lambda other: st.sampled_from(sorted(other)).map(lambda name: {name: other[name]})),
    ),
)
"""Contents that lack nothing, or one of whose fields is anything."""
