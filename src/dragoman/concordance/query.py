"""What people type into the search box, as a small tree.

Words side by side must all stand in a sentence; quotation marks of any kind keep words together; AND, OR, NOT
in capitals or as `&`, `|`, `-` join and leave out; NEAR/5 puts two no further apart than five words;
parentheses group; `=word` is a word as it is written; `*` stands for any letters in a word, and for any one
word in a phrase.

What is left open is read as if it were closed, and an operator without a partner is left out. What cannot
be meant is refused with the place where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

from dragoman.errors import InputError

MOST_CHARACTERS = 10_000
MOST_WORDS = 100
DEEPEST = 20
FURTHEST = 20
"""Words that NEAR may count at most."""
USUAL_DISTANCE = 5

_QUOTES = '"“”„‟«»「」『』〝〞＂'
_TOKEN = re.compile(
    rf"(?P<quote>[{_QUOTES}])(?P<inside>[^{_QUOTES}]*)(?:[{_QUOTES}]|\Z)"
    r"|(?P<open>[(（])|(?P<close>[)）])"
    r"|(?P<near>NEAR(?:/(?P<distance>\d{1,9}))?(?![^\s()（）]))"
    r"|(?P<operator>(?:AND|OR|NOT|&&?)(?![^\s()（）])|[|｜]{1,2})"
    r"|(?P<minus>[-−－](?=[^\s\-−－]))"
    rf"|(?P<word>[^\s()（）|｜{_QUOTES}]+)"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a query, which stands at `start` of it; `exact` as it is written; its text may hold `*`."""

    text: str
    exact: bool = False
    start: int = 0


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand together in this order."""

    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """Two no further apart than so many words, in either order."""

    left: Node
    right: Node
    distance: int


@dataclass(frozen=True, slots=True)
class And:
    """All of these in one sentence."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of these."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """A sentence without this."""

    part: Node


Node = Word | Phrase | Near | And | Or | Not


def parse(query: str) -> Node | None:
    """The tree of a query; None where nothing is asked.

    Raises:
        InputError: it is too long, NEAR counts too far or joins what it cannot, parentheses stand in one
            another too deep, or it only says what is not wanted.
    """
    if len(query) > MOST_CHARACTERS:
        raise InputError(
            "The query has {count} characters; {limit} can be asked at once.",
            remedy="Ask for fewer words.",
            count=len(query),
            limit=MOST_CHARACTERS,
        )
    found = _Parser(query).whole()
    count = sum(1 for _ in words(found)) if found else 0
    if count > MOST_WORDS:
        raise InputError(
            "The query has {count} words; {limit} can be asked at once.",
            remedy="Ask for fewer words.",
            count=count,
            limit=MOST_WORDS,
        )
    if found is not None and not _says_something(found):
        raise InputError(
            "The query only says what a sentence must not hold.",
            where=query.strip()[:60],
            remedy="Add a word that it must hold: peace NOT war.",
        )
    return found


def words(node: Node) -> Iterator[Word]:
    """All words of a query in their order, those left out by NOT too."""
    match node:
        case Word():
            yield node
        case Phrase():
            yield from node.words
        case Near():
            yield from words(node.left)
            yield from words(node.right)
        case And() | Or():
            for part in node.parts:
                yield from words(part)
        case Not():
            yield from words(node.part)


def _says_something(node: Node) -> bool:
    """Whether it names what a sentence holds, so that not nearly all answer."""
    match node:
        case Not():
            return False
        case And():
            return any(map(_says_something, node.parts))
        case Or():
            return all(map(_says_something, node.parts))
    return True


class _Parser:
    """Reads a query from left to right; OR binds least, then AND and neighbours, then NOT, then NEAR."""

    def __init__(self, query: str) -> None:
        self._query = query
        self._tokens = list(_TOKEN.finditer(query))
        self._at = 0
        self._depth = 0

    def whole(self) -> Node | None:
        parts: list[Node] = []
        while self._at < len(self._tokens):
            found = self._either()
            if found is not None:
                parts.append(found)
            elif self._at < len(self._tokens):
                self._at += 1  # a parenthesis that was never opened
        return _joined(And, parts)

    def _kind(self) -> str:
        """What comes next: the name of its group, operators by their own."""
        if self._at >= len(self._tokens):
            return ""
        token = self._tokens[self._at]
        if token["operator"]:
            return {"AND": "and", "OR": "or", "NOT": "not"}.get(
                token["operator"], "and" if token["operator"][0] == "&" else "or"
            )
        return str(token.lastgroup if token["near"] is None else "near")

    def _either(self) -> Node | None:
        parts = [self._every()]
        while self._kind() == "or":
            self._at += 1
            parts.append(self._every())
        return _joined(Or, [part for part in parts if part is not None])

    def _every(self) -> Node | None:
        parts: list[Node] = []
        while self._kind() not in ("", "or", "close"):
            if self._kind() == "and":
                self._at += 1
                continue
            part = self._perhaps_not()
            if part is not None:
                parts.append(part)
        return _joined(And, parts)

    def _perhaps_not(self) -> Node | None:
        if self._kind() not in ("not", "minus"):
            return self._near()
        out = False
        while self._kind() in ("not", "minus"):
            out = not out
            self._at += 1
        if self._kind() in ("", "or", "and", "close"):
            return None
        found = self._near()
        return Not(found) if out and found is not None else found

    def _near(self) -> Node | None:
        left = self._single()
        joined: list[Node] = []
        while self._kind() == "near":
            token = self._tokens[self._at]
            distance = int(token["distance"] or USUAL_DISTANCE)
            if distance > FURTHEST:
                self._refuse(
                    "NEAR counts up to {limit} words, not {distance}.", limit=FURTHEST, distance=distance
                )
            self._at += 1
            right = self._single()
            if left is None or right is None:
                left = left or right
                continue
            if not (_may_be_near(left) and _may_be_near(right)):
                self._refuse("NEAR stands between words, phrases, or several of them joined with OR.")
            joined.append(Near(left, right, distance))
            left = right
        return _joined(And, joined) or left

    def _single(self) -> Node | None:
        """A word, a phrase, or what parentheses hold."""
        kind = self._kind()
        if kind == "open":
            self._at += 1
            self._depth += 1
            if self._depth > DEEPEST:
                self._refuse("Parentheses stand in one another more than {limit} deep.", limit=DEEPEST)
            found = self._either()
            while self._kind() not in ("", "close"):
                found = _joined(And, [part for part in (found, self._either()) if part is not None])
            self._at += 1
            self._depth -= 1
            return found
        if kind not in ("quote", "inside", "word"):
            return None
        token = self._tokens[self._at]
        self._at += 1
        if token["quote"]:
            inside = [_word(match[0], match.start()) for match in _pieces(token)]
            kept = tuple(word for word in inside if word is not None)
            return Phrase(kept) if kept else None
        return _word(token["word"], token.start())

    def _refuse(self, what: str, **values: object) -> NoReturn:
        place = self._tokens[min(self._at, len(self._tokens) - 1)].start()
        raise InputError(
            what,
            where=self._query[max(0, place - 20) : place + 20].strip(),
            remedy="The documentation of the search box has examples.",
            **values,
        )


def phrase(text: str) -> str:
    """The query for these words side by side; quotation marks among them would part them, and go."""
    return f'"{" ".join(re.sub(f"[{_QUOTES}]", " ", text).split())}"'


def _pieces(token: re.Match[str]) -> Iterator[re.Match[str]]:
    return re.compile(r"\S+").finditer(token.string, token.start("inside"), token.end("inside"))


def _word(text: str, start: int) -> Word | None:
    """A word without its signs; None where nothing but signs is there."""
    exact = text[:1] in "=＝"
    plain = text.lstrip("=＝").replace("＊", "*")
    if not any(char.isalnum() or char == "*" for char in plain):
        return None
    return Word(plain, exact, start + len(text) - len(plain))


def _joined(kind: type[And] | type[Or], parts: list[Node]) -> Node | None:
    """Several as one; None of none."""
    if len(parts) < 2:
        return parts[0] if parts else None
    return kind(tuple(parts))


def _may_be_near(node: Node) -> bool:
    return isinstance(node, Word | Phrase) or (isinstance(node, Or) and all(map(_may_be_near, node.parts)))
