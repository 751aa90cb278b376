"""The concordance, alike in both databases, against a matcher that looks at every sentence."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import log2
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.concordance.model import Concordance, Filters, Order
from dragoman.concordance.streams import Streams, streams
from dragoman.errors import InputError
from dragoman.workspace import About, File, Workspace, hits
from tests import postgres as server
from tests.workspace.material import files, workspace

RUSSIAN = tuple(
    re.findall(r"\w+", "вода воды озеро озёра озеру река реки стороны сторона стороне право прав и в на")
)
CHINESE = tuple("水资源湖河双方权利的在银行")
NEWEST = Filters()


@dataclass(frozen=True)
class Query:
    """A query as it is written, and whether a sentence answers it, told in another way than the program's."""

    text: str
    answers: Callable[[Streams], bool]


def _row(tokens: Sequence[str]) -> str:
    return " " + " ".join(tokens) + " "


def _lemma(word: str) -> str:
    return streams(word, "ru").lemmas[0]


def _pattern(word: str) -> str:
    return word.lstrip("=").replace("*", r"[^ ]*" if word != "*" else "[^ ]+")


def phrase(words: Sequence[str]) -> Query:
    """Russian words together, one of them perhaps with `=` or `*`."""
    written = all("*" not in word.strip("*") or word == "*" for word in words) and not any(
        word.startswith("=") or ("*" in word and word != "*") for word in words
    )
    kept = list(words)
    while kept and kept[0] == "*":
        del kept[0]
    while kept and kept[-1] == "*":
        del kept[-1]
    forms = re.compile(" " + " ".join(map(_pattern, kept)) + " ")
    lemmas = None
    if written:
        lemmas = re.compile(" " + " ".join("[^ ]+" if word == "*" else _lemma(word) for word in kept) + " ")

    def answers(made: Streams) -> bool:
        found = forms.search(_row(made.forms)) is not None
        return found or (lemmas is not None and lemmas.search(_row(made.lemmas)) is not None)

    text = " ".join(words)
    return Query(f'"{text}"' if len(words) > 1 else text, answers)


def near(left: str, right: str, distance: int) -> Query:
    """Two Russian words near each other."""

    def places(word: str, made: Streams) -> list[set[int]]:
        plain = word.lstrip("=")
        among_forms = {at for at, form in enumerate(made.forms) if form == plain}
        if word.startswith("="):
            return [among_forms]
        return [among_forms, {at for at, lemma in enumerate(made.lemmas) if lemma == _lemma(plain)}]

    def answers(made: Streams) -> bool:
        one, other = places(left, made), places(right, made)
        if len(one) == len(other):
            pairs = [pair for each in zip(one, other, strict=True) for pair in product(*each)]
        else:
            pairs = list(product(set().union(*one), set().union(*other)))
        return any(0 <= abs(a - b) - 1 <= distance for a, b in pairs)

    return Query(f"{left} NEAR/{distance} {right}", answers)


def characters(text: str) -> Query:
    """Chinese as it is written."""
    return Query(text, lambda made: text in "".join(made.forms))


def sounding(text: str, sounds: str) -> Query:
    """Pinyin, asked of Chinese alone."""
    row = _row([f"·{sound}" for sound in sounds.split()])
    return Query(text, lambda made: row in _row(made.lemmas))


_FORM = st.sampled_from(sorted({word.replace("ё", "е") for word in RUSSIAN}))
_MARKED = _FORM | _FORM.map(lambda word: f"={word}")
_STARRED = st.sampled_from(["во*", "*ра", "о*о", "сто*", "*роны", "п*в*"])
_PHRASE = st.lists(_FORM | st.just("*"), min_size=2, max_size=3).filter(lambda words: set(words) != {"*"})
_ATOM = (
    (_MARKED | _STARRED).map(lambda word: phrase([word]))
    | _PHRASE.map(phrase)
    | st.tuples(_MARKED, _FORM).map(phrase)
    | st.tuples(_FORM, _STARRED).map(phrase)
    | st.tuples(_STARRED, _FORM).map(phrase)
    | st.builds(near, _MARKED, _MARKED, st.integers(0, 3))
)


def _both(one: Query, other: Query) -> Query:
    return Query(f"({one.text} {other.text})", lambda made: one.answers(made) and other.answers(made))


def _either(one: Query, other: Query) -> Query:
    return Query(f"({one.text} OR {other.text})", lambda made: one.answers(made) or other.answers(made))


def _without(one: Query, other: Query) -> Query:
    text = f"({one.text} NOT ({other.text}))"
    return Query(text, lambda made: one.answers(made) and not other.answers(made))


_QUERY = st.recursive(
    _ATOM,
    lambda inner: (
        st.builds(_both, inner, inner) | st.builds(_either, inner, inner) | st.builds(_without, inner, inner)
    ),
    max_leaves=4,
)


def sentences(words: Sequence[str], joint: str, seed: int, count: int) -> list[str]:
    """Sentences of a few words."""
    chance = random.Random(seed)
    return [joint.join(chance.choices(words, k=chance.randint(1, 7))) for _ in range(count)]


def memory(number: int) -> bytes:
    """A translation memory of a few units."""
    units = zip(sentences(RUSSIAN, " ", number, 12), sentences(CHINESE, "", number + 100, 12), strict=True)
    body = "".join(
        f'<tu><tuv xml:lang="ru"><seg>{ru}</seg></tuv><tuv xml:lang="zh"><seg>{zh}</seg></tuv></tu>'
        for ru, zh in units
    )
    return f'<?xml version="1.0"?><tmx version="1.4"><body>{body}</body></tmx>'.encode()


@pytest.fixture(scope="module")
def pair(postgres: server.Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Workspace]]:
    """The same documents in both databases."""
    with postgres.database() as address:
        made = [
            Workspace.create(tmp_path_factory.mktemp("pair") / "x", title="x", database=database)
            for database in ("", address)
        ]
        for one in made:
            for number in range(8):
                about = About(
                    title=str(number),
                    body=f"body {number % 2}",
                    kind="note" if number < 6 else "treaty",
                    parties=("A", "B") if number % 3 else ("A",),
                    date="" if number == 7 else f"{2015 + number % 4}-0{1 + number}",
                )
                one.add([File(memory(number), f"{number}.tmx")], about)
            one.work()
        yield made
        for one in made:
            one.close()


_KEPT: dict[tuple[int, str], dict[tuple[str, str], Streams]] = {}


def every(made: Workspace, code: str) -> dict[tuple[str, str], Streams]:
    """The words of each sentence of a language, by document and anchor; read once."""
    if (id(made), code) not in _KEPT:
        _KEPT[id(made), code] = {
            (document.id, f"{code}{one.start}"): streams(one.text, code)
            for document in made.documents()
            for row in made.parallel(document.id, (code,)).rows
            for cell in row.cells
            for one in cell.sentences
        }
    return _KEPT[id(made), code]


def where(found: Concordance) -> set[tuple[str, str]]:
    return {(line.document, line.anchor) for line in found.lines}


def alike(pair: Sequence[Workspace], query: str, filters: Filters, **options: object) -> Concordance:
    """The answer, which is the same in both databases."""
    answers = [one.usage.concordance(query, filters, limit=1_000, **options) for one in pair]  # type: ignore[arg-type]  # options of tests
    assert answers[0] == answers[1]
    return answers[0]


@settings(max_examples=120, deadline=None)
@given(query=_QUERY)
def test_answers_are_those_of_every_sentence(pair: list[Workspace], query: Query) -> None:
    expected = {place for place, made in every(pair[0], "ru").items() if query.answers(made)}
    found = alike(pair, query.text, Filters(language="ru"))
    if not any(reading.manner == "corrected" for reading in found.readings):
        assert where(found) == expected
        assert found.total == len(expected)


@settings(max_examples=40, deadline=None)
@given(text=st.lists(st.sampled_from(CHINESE), min_size=1, max_size=3).map("".join))
def test_any_part_of_chinese_is_found(pair: list[Workspace], text: str) -> None:
    query = characters(text)
    expected = {place for place, made in every(pair[0], "zh").items() if query.answers(made)}
    assert where(alike(pair, query.text, NEWEST)) == expected


@pytest.mark.parametrize(
    ("text", "sounds"),
    [
        ("shui", "shui"),
        ("Shuǐzī", "shui zi"),
        ("шуй", "shui"),
        ("шуйцзы", "shui zi"),
        ("yinhang", "yin hang"),
    ],
)
def test_chinese_is_found_by_its_sound(pair: list[Workspace], text: str, sounds: str) -> None:
    query = sounding(text, sounds)
    expected = {place for place, made in every(pair[0], "zh").items() if query.answers(made)}
    assert expected
    found = alike(pair, text, Filters(language="zh"))
    assert where(found) == expected
    manner = "palladius" if text[0] > "z" else "pinyin"
    assert manner in {reading.manner for reading in found.readings}
    # Without a language, where nothing is found as it is written.
    assert where(alike(pair, text, NEWEST)) == expected


@pytest.mark.parametrize(
    "filters",
    [
        Filters(body="body 1"),
        Filters(party="B"),
        Filters(kind="treaty"),
        Filters(since="2016", until="2017-05"),
        Filters(until="2015"),
        Filters(since="2016-02-15", until="2016-02-20"),
        Filters(body="body 0", kind="note", party="B"),
        Filters(body="nobody"),
        Filters(other="en"),
    ],
)
@pytest.mark.parametrize("limit", [3, 50_000])
def test_filters(
    pair: list[Workspace], filters: Filters, limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hits, "LIMIT", limit)
    monkeypatch.setattr(hits, "_FEW", 0)
    facts = {document.id: document.about for document in pair[0].documents()}

    def fits(document: str) -> bool:
        about = facts[document]
        since, until = filters.since, filters.until
        return (
            filters.body in ("", about.body)
            and filters.kind in ("", about.kind)
            and (not filters.party or filters.party in about.parties)
            and (not since or (bool(about.date) and about.date + "-31" >= since))
            and (not until or (bool(about.date) and about.date[: len(until)] <= until[: len(about.date)]))
            and not filters.other
        )

    expected = {
        place
        for place, made in every(pair[0], "ru").items()
        if fits(place[0]) and phrase(["вода"]).answers(made)
    }
    found = alike(pair, "вода", filters)
    if found.at_least:
        assert where(found) <= expected
        assert 0 < found.total <= len(expected)
    else:
        assert where(found) == expected
        assert found.total == len(expected)


@pytest.mark.parametrize("order", ["newest", "oldest", "left", "right", "sample"])
@pytest.mark.parametrize("query", ["вода", "*", "水", '"вода * озеро" OR и'])
def test_more_hits_than_are_counted(
    pair: list[Workspace], order: Order, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is shown is right and in order; what is counted is a part, the same in both databases."""
    whole = alike(pair, query, NEWEST, order="newest")
    for limit in (2, 9):
        monkeypatch.setattr(hits, "LIMIT", limit)
        monkeypatch.setattr(hits, "VERIFIED", limit)
        monkeypatch.setattr(hits, "_STEPS", (1, 2))
        monkeypatch.setattr(hits, "_PORTION", 1)
        answers = [one.usage.concordance(query, order=order, limit=4, seed=5) for one in pair]
        assert answers[0] == answers[1]
        found = answers[0]
        assert where(found) <= where(whole)
        assert len(found.lines) == 4 or order == "sample"
        assert found.total <= whole.total
        assert found.at_least or found.total == whole.total
        if order == "newest":
            assert found.lines == whole.lines[:4]
        for year in found.years:
            full = next(one for one in whole.years if one.year == year.year)
            assert year.hits <= full.hits
            assert year.sentences <= full.sentences
            assert year.low <= year.rate <= year.high


def test_counts_are_those_of_the_lines(pair: list[Workspace]) -> None:
    found = alike(pair, "вода OR 水", NEWEST)
    assert found.total == len(found.lines)
    assert found.documents == len({line.document for line in found.lines})
    for name, shares in (("body", found.bodies), ("kind", found.kinds), ("language", found.languages)):
        for share in shares:
            own = [line for line in found.lines if getattr(line, name) == share.name]
            assert (share.hits, share.documents) == (len(own), len({line.document for line in own}))
        assert sum(share.hits for share in shares) == found.total
    assert {share.name: share.hits for share in found.parties}["B"] == sum(
        "B" in line.parties for line in found.lines
    )
    assert sum(year.hits for year in found.years) == found.total
    assert [year.year for year in found.years] == ["", "2015", "2016", "2017", "2018"]


def test_orders(pair: list[Workspace]) -> None:
    newest = alike(pair, "вода", NEWEST)
    oldest = alike(pair, "вода", NEWEST, order="oldest")
    assert [line.date for line in newest.lines] == sorted((line.date for line in newest.lines), reverse=True)
    assert [line.date for line in oldest.lines] == sorted(line.date for line in oldest.lines)
    right = alike(pair, '"вода"', Filters(language="ru"), order="right")
    after = [streams(line.sentence.text[line.spans[0][1] :], "ru").forms for line in right.lines]
    assert after == sorted(after)
    left = alike(pair, '"вода"', Filters(language="ru"), order="left")
    before = [streams(line.sentence.text[: line.spans[0][0]], "ru").forms[::-1] for line in left.lines]
    assert before == sorted(before)
    samples = [alike(pair, "вода", NEWEST, order="sample", seed=seed).lines for seed in (1, 1, 2)]
    assert samples[0] == samples[1] != samples[2]
    assert {line.anchor for line in samples[0]} == {line.anchor for line in newest.lines}


def test_pages_follow_one_another(pair: list[Workspace]) -> None:
    whole = alike(pair, "вода", NEWEST).lines
    paged = [
        line
        for offset in range(0, len(whole) + 3, 3)
        for line in pair[0].usage.concordance("вода", limit=3, offset=offset).lines
    ]
    assert tuple(paged) == whole


def test_a_line_has_its_counterparts(tmp_path: Path, database: str) -> None:
    made, name = workspace(tmp_path, database)
    line = made.usage.concordance("метеостанция").lines[0]
    assert (line.document, line.body, line.date, line.invented) == (
        name,
        "Two delegations",
        "2024-05-16",
        True,
    )
    [counterpart] = line.counterparts
    assert counterpart.language == "zh"
    assert "12座气象站" in counterpart.sentences[0].text
    assert made.locate(name, ("ru", "zh"), counterpart.anchor) == made.locate(name, ("ru", "zh"), line.anchor)
    assert made.usage.concordance("метеостанция", Filters(other="en")).total == 0


def test_corrected_rows_are_shown_with_the_hit(tmp_path: Path, database: str) -> None:
    """Also rows whose sentences do not follow one another."""
    made, name = workspace(tmp_path, database)
    sides = {
        code: [one for row in made.parallel(name, (code,)).rows for one in row.cells[0].sentences]
        for code in ("ru", "zh")
    }
    first, last = sides["ru"][0], sides["ru"][-1]
    target = sides["zh"][-1]
    made.correct(
        name, ("ru", [(first.start, first.end), (last.start, last.end)]), ("zh", [(target.start, target.end)])
    )
    for query in ("заявление", "экземпляр"):
        for line in made.usage.concordance(query, Filters(language="ru")).lines:
            assert [one.text for one in line.counterparts[0].sentences] == [target.text]
            assert line.counterparts[0].probability == 1.0
    between = made.usage.concordance("метеостанция").lines[0].counterparts[0]
    assert target not in between.sentences


def test_what_changes_is_found_at_once(tmp_path: Path, database: str) -> None:
    made, name = workspace(tmp_path, database)
    with Workspace.open(made.folder) as other:
        assert made.usage.concordance("погода").total == 0
        text = "Новое вступление о погоде.\n\nСтороны согласны."
        other.add([File(text.encode(), "new.ru.txt")], document=name, replace=True)
        other.work()
        assert made.usage.concordance("погода").total == 1
        assert made.usage.concordance("метеостанция").total == 0
        other.describe(name, "date", "2030")
        other.describe(name, "parties", ("C",))
        found = made.usage.concordance("погода", Filters(since="2029", party="C"))
        assert [line.date for line in found.lines] == ["2030"]
        other.work()
        assert made.digests() == other.rebuild()
        assert made.usage.concordance("погода").total == 1


def test_words_of_former_texts_are_not_counted(tmp_path: Path, database: str) -> None:
    made, name = workspace(tmp_path, database)
    text = File("Совсем другое.".encode(), "new.ru.txt")
    made.add([text], document=name, replace=True)
    made.work()
    assert made.usage.concordance("метеостанция").total == 0
    (tmp_path / "other").mkdir()
    other, _none = workspace(tmp_path / "other", added=False)
    other.add([text, *files("zh")])
    other.work()
    assert made.digests()["word"] == other.digests()["word"]


def test_typing_errors(tmp_path: Path, database: str) -> None:
    made, _name = workspace(tmp_path, database)
    found = made.usage.concordance("метеостнация")
    assert (found.total, found.suggestions) == (1, ("метеостанция",))
    assert [(reading.manner, reading.said) for reading in found.readings] == [("corrected", "метеостанция")]
    assert made.usage.concordance("безопастность NEAR/3 принципам").total == 1
    nothing = made.usage.concordance("экскаватор")
    assert (nothing.total, nothing.suggestions, nothing.lines) == (0, (), ())
    # What is there, but not together, is no error.
    assert made.usage.concordance("метеостанция экземпляр").suggestions == ()


@pytest.mark.parametrize(
    "query",
    ["*", "и", "的", '"', "(((", "\ud800", "a\0b", "水" * 400, "вода " * 99, "* NOT вода", "вода NOT *", "п*",
     '"* * *"', "и OR * OR 水", "=", "NEAR NEAR NEAR", "🙂", "%", "_", "'; --"],
)  # fmt: skip
def test_odd_queries_are_answered_or_refused(pair: list[Workspace], query: str) -> None:
    found = [answer(one, query) for one in pair]
    assert found[0] == found[1]
    assert found[0]


def answer(made: Workspace, query: str) -> Concordance | str:
    """The answer, or why there is none."""
    try:
        return made.usage.concordance(query, limit=10)
    except InputError as error:
        return str(error)


@pytest.mark.parametrize("date", ["2021-3", "May", "20210305", "2021-03-05T00", "-"])
def test_dates_that_are_none(pair: list[Workspace], date: str) -> None:
    with pytest.raises(InputError, match="is no date"):
        pair[0].usage.concordance("вода", Filters(since=date))


def test_collocates(tmp_path: Path, database: str) -> None:
    made, _name = workspace(tmp_path, database, added=False)
    text = " ".join(
        ["Дождевая вода чистая."] * 5 + ["Город большой.", "Дорога длинная.", "Дом стоит тут."] * 9
    )
    made.add(
        [File(text.encode(), "a.ru.txt"), File(("雨水很干净。" * 5 + "城市很大。" * 20).encode(), "a.zh.txt")]
    )
    made.work()
    found = made.usage.collocates("вода", window=1)
    assert {one.lemma: one.count for one in found} == {"дождевой": 5, "чистый": 5}
    assert all(one.log_dice == pytest.approx(14.0) for one in found)
    assert all(one.expected < one.count and one.g2 > 10 for one in found)
    chinese = made.usage.collocates("雨水", window=2)
    assert "干净" in {one.lemma for one in chinese}
    assert made.usage.collocates("экскаватор") == made.usage.collocates("") == ()


def test_a_collocate_is_never_stronger_than_always_together(tmp_path: Path, database: str) -> None:
    """Twice near one hit, once near two: the strength stays that of pairs, 14 at most."""
    made, _name = workspace(tmp_path, database, added=False)
    text = ["Песня: вода, песня.", "Вода, сосна, вода."] * 5 + ["Город большой.", "Дорога длинная."] * 30
    made.add([File(" ".join(text).encode(), "a.ru.txt")])
    made.work()
    found = {one.lemma: one for one in made.usage.collocates("вода", window=2)}
    # 15 hits; the song has 10 places near 5 hits, the pine 5 places near 10 hits.
    assert (found["песня"].count, found["сосна"].count) == (10, 5)
    assert found["песня"].log_dice == pytest.approx(14 + log2(2 * 5 / (15 + 10)))
    assert found["сосна"].log_dice == pytest.approx(14 + log2(2 * 5 / (15 + 5)))
