from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from dragoman.bitext.engine import LOW_CONFIDENCE
from dragoman.bitext.formats import render
from dragoman.bitext.formats.preface import percent
from dragoman.bitext.model import Alignment, Bead, Sentence
from dragoman.interface import interface
from tests.bitext.alignments import NOTE, alignments, of_texts, treaty

# Elements that have no end tag.
VOID = {"meta"}
Attributes = dict[str, str | None]


class Reader(HTMLParser):
    """Reads a page, and fails where an element is not closed in its place."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, Attributes, list[str]]] = []
        self._texts: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        text: list[str] = []
        assert len(dict(attrs)) == len(attrs), f"An attribute of {tag} stands twice."
        self.elements.append((tag, dict(attrs), text))
        if tag not in VOID:
            self.open.append(tag)
            self._texts.append(text)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self._texts.pop()

    def handle_data(self, data: str) -> None:
        for text in self._texts:
            text.append(data)

    def all(self, tag: str, **wanted: str) -> list[tuple[Attributes, str]]:
        """Elements by tag and attributes, with all the text in them."""
        return [
            (attributes, "".join(text))
            for name, attributes, text in self.elements
            if name == tag and all(attributes.get(key) == value for key, value in wanted.items())
        ]


def read(alignment: Alignment, language: str = "en") -> Reader:
    """The page of an alignment."""
    reader = Reader()
    reader.feed(render(alignment, "html", interface=language))
    reader.close()
    assert reader.open == []
    return reader


def cells(reader: Reader, number: int) -> list[tuple[Attributes, str]]:
    """The cells of a row: source, target, probability."""
    found = [
        k for k, (tag, it, _) in enumerate(reader.elements) if tag == "tr" and it.get("id") == f"b{number}"
    ]
    tds = [
        (attributes, "".join(text)) for tag, attributes, text in reader.elements[found[0] :] if tag == "td"
    ]
    return tds[:3]


@settings(max_examples=40)
@given(alignments())
def test_any_text_gives_a_sound_page(alignment: Alignment) -> None:
    reader = read(alignment)
    ids = [attributes["id"] for _, attributes, _ in reader.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert [f"b{k}" for k in range(1, len(alignment) + 1)] == [i for i in ids if i != "text"]
    for attributes, _ in reader.all("a"):
        assert (attributes["href"] or "").removeprefix("#") in ids


@settings(max_examples=40)
@given(alignments())
def test_nothing_is_run_fetched_or_styled_from_elsewhere(alignment: Alignment) -> None:
    reader = read(alignment)
    assert {"script", "link", "img", "iframe", "object", "form", "base"}.isdisjoint(
        tag for tag, _, _ in reader.elements
    )
    for _, attributes, _ in reader.elements:
        assert "style" not in attributes
        assert not any(name.startswith("on") for name in attributes)


def test_the_policy_allows_this_style_and_nothing_else() -> None:
    text = render(treaty(), "html")
    [(policy, _)] = read(treaty()).all("meta", **{"http-equiv": "Content-Security-Policy"})
    style = re.search("<style>(.*)</style>", text, re.DOTALL)
    assert style is not None
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    assert policy["content"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert not re.search(r"url\(|@import|https?:", style[1])


def test_a_row_holds_both_texts_in_their_languages() -> None:
    source, target, sure = cells(read(treaty()), 2)
    assert (source[0]["lang"], source[0]["dir"]) == ("ru", "ltr")
    assert source[1].endswith("данными. Данные предоставляются <безвозмездно> & полностью.")
    assert (target[0]["lang"], target[1]) == ("zh-Hans", "双方无偿交换完整的数据。")
    assert sure[1] == "42%\u202f?"


def test_right_to_left_text_says_so() -> None:
    reader = read(of_texts("اتفق الطرفان على ذلك.", "The Parties agreed.", "ar", "en"))
    assert cells(reader, 1)[0][0]["dir"] == "rtl"
    assert {attributes["dir"] for attributes, _ in reader.all("th", lang="ar")} == {"rtl"}


def test_an_omission_is_a_blank_with_a_remark_in_the_language_of_the_page() -> None:
    reader = read(treaty())
    assert cells(reader, 4)[1][0]["class"] == "blank"
    assert cells(reader, 4)[1][1] == "no counterpart"
    assert cells(reader, 7)[0][0]["class"] == "blank"
    assert {attributes["lang"] for attributes, _ in reader.all("i")} == {"en"}


def test_doubtful_and_moved_rows_are_marked_in_words() -> None:
    reader = read(treaty())
    doubtful = [
        attributes["id"]
        for attributes, _ in reader.all("tr")
        if "doubtful" in (attributes.get("class") or "")
    ]
    assert doubtful == ["b2"]
    [title] = [attributes["title"] for attributes, _ in reader.all("span") if "title" in attributes]
    assert title == "Doubtful: these sentences belong together with a probability of 42%."
    assert cells(reader, 6)[2][1] == "90%moved"


def test_rows_that_are_not_one_to_one_say_so() -> None:
    assert [text for _, text in read(treaty()).all("th", role="rowheader")][:2] == ["1", "22\u202f:\u202f1"]


def test_the_summary_is_made_of_the_figures() -> None:
    [(_, summary)] = read(treaty()).all("p", **{"class": "summary"})
    assert summary == (
        "7 sentences (русский) and 6 sentences (中文) stand in 7 rows; "
        "about 6 of them can be expected to be right. "
        "1 row is doubtful. 2 sentences have no counterpart. 1 row stands elsewhere in the other text."
    )


def test_the_legend_explains_what_there_is_and_no_more() -> None:
    assert [text for _, text in read(treaty()).all("dt")] == ["97%", "48%\u202f?", "2\u202f:\u202f1", "moved"]
    assert [text for _, text in read(of_texts("a", "b")).all("dt")] == ["97%"]


def test_articles_can_be_jumped_to() -> None:
    links = read(treaty()).all("li")
    assert [text for _, text in links] == ["Статья 1", "Статья 2", "Статья 3"]
    assert [attributes["href"] for attributes, text in read(treaty()).all("a") if "Статья" in text] == [
        "#b1",
        "#b3",
        "#b5",
    ]


def test_headings_are_those_of_the_reader_s_language() -> None:
    links = read(treaty(), "zh").all("li")
    assert [text for _, text in links] == ["第一条", "第二条", "第三条"]


def numbered(*labels: str) -> Alignment:
    """One paragraph for each label."""
    sentences = tuple(Sentence(f"{label}. It is so.", 0, 0, k, label) for k, label in enumerate(labels))
    beads = tuple(Bead((k,), (k,), 0.9) for k in range(len(labels)))
    return Alignment(sentences, sentences, beads, "en", "en", "align.v1")


def test_numbered_paragraphs_can_be_jumped_to() -> None:
    assert [text for _, text in read(numbered("1", "2", "a", "3")).all("li")] == ["1", "2", "3"]


@pytest.mark.parametrize("labels", [("1", "2"), ("1", "2", "1", "2"), ("a", "b", "c")])
def test_there_is_no_jump_list_that_would_not_help(labels: tuple[str, ...]) -> None:
    assert read(numbered(*labels)).all("nav") == []


def test_articles_without_headings_are_named_in_the_reader_s_language() -> None:
    labels = ("chapter 1", "article 1", "article 2")
    assert [text for _, text in read(numbered(*labels)).all("li")] == ["Chapter 1", "Article 1", "Article 2"]
    assert [text for _, text in read(numbered(*labels), "ru").all("li")] == [
        "Глава 1",
        "Статья 1",
        "Статья 2",
    ]
    assert [text for _, text in read(numbered(*labels), "zh").all("li")] == ["第1章", "第1条", "第2条"]


def test_long_jump_lists_are_folded() -> None:
    assert read(numbered(*map(str, range(1, 24)))).all("details") == []
    assert len(read(numbered(*map(str, range(1, 25)))).all("details")) == 1


def test_notes_are_shown() -> None:
    [(attributes, text)] = read(replace(treaty(), notes=(NOTE,))).all("p", **{"class": "note"})
    assert (attributes["lang"], text) == ("en", NOTE)


def test_notes_that_have_a_translation_are_shown_in_it() -> None:
    [(attributes, text)] = read(replace(treaty(), notes=(LOW_CONFIDENCE,)), "ru").all(
        "p", **{"class": "note"}
    )
    assert attributes["lang"] == "ru"
    assert text.startswith("Низкая")
    # An empty message must not bring up the heading of the catalogue.
    assert read(replace(treaty(), notes=("",)), "ru").all("p", **{"class": "note"})[0][1] == ""


@pytest.mark.parametrize(
    ("code", "tag", "heading"), [("ru", "ru", "Параллельный текст"), ("zh", "zh-Hans", "双语对照")]
)
def test_the_page_speaks_the_language_of_its_reader(code: str, tag: str, heading: str) -> None:
    reader = read(treaty(), code)
    [(attributes, _)] = reader.all("html")
    assert attributes["lang"] == tag
    assert reader.all("p", **{"class": "kind"})[0][1] == heading
    english = read(treaty())
    for element in ("i", "dd", "caption", "small"):
        assert not {text for _, text in reader.all(element)} & {text for _, text in english.all(element)} - {
            "2\u202f:\u202f1"
        }


@pytest.mark.parametrize(
    ("code", "tag"), [("zh-CN", "zh-Hans"), ("zh_Hans", "zh-Hans"), ("RU", "ru"), ("fr", "en")]
)
def test_a_language_without_a_catalogue_is_english(code: str, tag: str) -> None:
    assert interface(code).tag == tag


@pytest.mark.parametrize(
    ("probability", "shown"), [(1.0, "100%"), (0.999, "99%"), (0.5, "50%"), (0.001, "1%"), (0.0, "0%")]
)
def test_nothing_uncertain_is_called_certain(probability: float, shown: str) -> None:
    assert percent(probability, interface("en")) == shown


def test_paragraphs_are_set_apart() -> None:
    opening = [
        attributes["id"]
        for attributes, _ in read(treaty()).all("tr")
        if "opens" in (attributes.get("class") or "")
    ]
    # The target of the moved row 6 does not count, its source does; row 7 opens a paragraph of the target
    # alone.
    assert opening == ["b1", "b2", "b3", "b4", "b5", "b6", "b7"]
    same = tuple(Sentence(text, block=0) for text in "ab")
    flat = Alignment(same, same, (Bead((0,), (0,), 1.0), Bead((1,), (1,), 1.0)), "ru", "zh", "align.v1")
    assert [attributes.get("class") for attributes, _ in read(flat).all("tr")[1:]] == ["opens", None]
