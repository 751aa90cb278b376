"""The search box: what is typed, as a tree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.concordance.query import And, Near, Node, Not, Or, Phrase, Word, parse, phrase, words
from dragoman.errors import InputError


def said(node: Node | None) -> str:
    """A tree in one line."""
    match node:
        case None:
            return ""
        case Word():
            return ("=" if node.exact else "") + node.text
        case Phrase():
            return '"' + " ".join(map(said, node.words)) + '"'
        case Near():
            return f"{said(node.left)}~{node.distance}~{said(node.right)}"
        case And():
            return "(" + "&".join(map(said, node.parts)) + ")"
        case Or():
            return "(" + "|".join(map(said, node.parts)) + ")"
        case Not():
            return "!" + said(node.part)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("вода озеро", "(вода&озеро)"),
        ('"чистая вода" озеро', '("чистая вода"&озеро)'),
        ("«чистая вода»", '"чистая вода"'),
        ("「水」", '"水"'),
        ("a OR b c", "(a|(b&c))"),
        ("a AND b & c", "(a&b&c)"),
        ("a | b", "(a|b)"),
        ("a|b", "(a|b)"),
        ("(a OR b) NOT c", "((a|b)&!c)"),
        ("a -b", "(a&!b)"),
        ("a - b", "(a&b)"),
        ("x-ray", "x-ray"),
        ("a NOT NOT b", "(a&b)"),
        ("a NEAR b", "a~5~b"),
        ("a NEAR/2 b NEAR/3 c", "(a~2~b&b~3~c)"),
        ("a NEAR/2 (b OR c)", "a~2~(b|c)"),
        ('a NEAR/0 "b c"', 'a~0~"b c"'),
        ("=a b*", "(=a&b*)"),
        ("＝a", "=a"),
        ("*", "*"),
        ('"a * b"', '"a * b"'),
        ("android ORDER NOTE NEARLY", "(android&ORDER&NOTE&NEARLY)"),
        # Left open, or without a partner.
        ('"a b', '"a b"'),
        ("(a OR (b", "(a|b)"),
        ("a) b", "(a&b)"),
        ("a AND", "a"),
        ("OR a", "a"),
        ("a OR OR b", "(a|b)"),
        ("a NEAR", "a"),
        ("NEAR/3 a", "a"),
        ("a NOT", "a"),
        ("() a", "a"),
        ('"" a', "a"),
        ("AND OR NOT", ""),
        ("...", ""),
        ("", ""),
    ],
)
def test_what_is_typed_is_read(query: str, expected: str) -> None:
    assert said(parse(query)) == expected


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("NOT a", "only says what"),
        ("-a -b", "only says what"),
        ("a OR NOT b", "only says what"),
        ("a NEAR/21 b", "up to 20 words, not 21"),
        ("a NEAR (b c)", "between words"),
        ("(" * 21 + "a", "more than 20 deep"),
        ("a " * 101, "101 words"),
        ("a" * 10_001, "10001 characters"),
    ],
)
def test_what_cannot_be_meant_is_refused(query: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        parse(query)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("green shore", '"green shore"'),
        ("the “green shore” plan", '"the green shore plan"'),
        ("инициатива «Зелёный берег»", '"инициатива Зелёный берег"'),
        ('a"b', '"a b"'),
        ("«»", '""'),
    ],
)
def test_words_with_quotes_among_them_are_one_phrase(text: str, expected: str) -> None:
    assert phrase(text) == expected
    assert isinstance(parse(phrase(text)), Phrase | None)


def test_a_word_knows_its_place() -> None:
    query = 'a AND "b =c" NOT (d OR e*)'
    found = parse(query)
    assert found is not None
    for word in words(found):
        assert query[word.start :].startswith(word.text)


_PIECES = st.sampled_from(
    [
        "a",
        "b*",
        "=c",
        "AND",
        "OR",
        "NOT",
        "NEAR/3",
        "NEAR",
        "(",
        ")",
        '"',
        "«",
        "-",
        "|",
        "&",
        "*",
        " ",
        "水",
        "\ud800",
    ]
)


@given(st.lists(_PIECES, max_size=30).map(" ".join) | st.lists(_PIECES, max_size=30).map("".join) | st.text())
def test_anything_is_read_or_refused(query: str) -> None:
    try:
        found = parse(query)
    except InputError:
        return
    if found is not None:
        assert all(any(char.isalnum() or char == "*" for char in word.text) for word in words(found))
