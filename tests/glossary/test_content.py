"""Contents of proposals: made blank, filled in, checked."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.glossary.content import blank, filled, heads, homonyms, problems
from dragoman.glossary.entry import AIMS, LEVELS
from dragoman.glossary.problem import Problem, refusal
from dragoman.glossary.shape import FIELDS, MOST_TERMS, TERM_FIELDS, TRANSLITERATIONS, shape_problems
from dragoman.record import content as recorded
from dragoman.record.kinds import kind_fault
from tests.glossary.contents import (
    CONTENTS,
    HASH,
    IN_FORCE,
    LAKE,
    LANGUAGES,
    NEAR,
    PARTIES,
    STEPPE,
    TEXTS,
    WORDS,
    content,
    term,
)

JOINT, PARALLEL = IN_FORCE


def found(given: Any, **context: Any) -> list[Problem]:
    """The problems of a content in the glossary of the tests."""
    known: dict[str, Any] = {"own_definitions": HASH, "in_force": {}, "entry": "water-security"}
    return problems(given, languages=LANGUAGES, parties=PARTIES, **{**known, **context})


def only(given: Any, **context: Any) -> tuple[str, str]:
    """The field and the words of the only problem."""
    (one,) = found(given, **context)
    assert one.remedy.said()
    return one.field, one.what.said()


def test_fields_are_those_of_the_record() -> None:
    assert set(FIELDS) == set(recorded.FIELDS) == set(blank(PARTIES, LANGUAGES))
    assert TERM_FIELDS == recorded._TERM


def test_a_blank_draft_has_a_line_for_each_language_and_says_what_is_missing() -> None:
    draft = blank([STEPPE, LAKE, LAKE], LANGUAGES)
    assert draft["parties"] == [LAKE, STEPPE]
    assert [one["language"] for one in draft["terms"]] == list(LANGUAGES)
    assert [(one.field, one.what.said()) for one in found(filled(draft))] == [("terms", "There is no term.")]
    assert {one.field for one in found(draft)} >= {"terms[0].text", "terms[1].text", "terms[2].text"}


@pytest.mark.parametrize("aim", AIMS)
def test_what_has_all_that_its_aim_asks_for_has_no_problem(aim: str) -> None:
    assert found(content(aim)) == []


# Filling in


def test_chinese_terms_get_pinyin_and_palladius() -> None:
    draft = filled(content(terms=[term("zh", "水安全"), term("ru", "вода")]))
    assert draft["terms"][0]["transliterations"] == {"pinyin": "shuǐ ānquán", "palladius": "шуй аньцюань"}
    assert draft["terms"][1]["transliterations"] == {}


def test_a_corrected_transliteration_stays_and_tells_the_other() -> None:
    given = term("zh", "重庆", transliterations={"pinyin": "chóngqìng", "palladius": ""})
    said = filled(content(terms=[given]))["terms"][0]["transliterations"]
    assert said == {"pinyin": "chóngqìng", "palladius": "чунцин"}


def test_a_transliteration_of_words_that_were_changed_is_made_anew() -> None:
    before = filled(content(terms=[term("zh", "水安全")]))
    after = {**before, "terms": [{**before["terms"][0], "text": "水资源"}]}
    assert filled(after)["terms"][0]["transliterations"]["pinyin"] == "shuǐ ānquán"
    said = filled(after, before=before)["terms"][0]["transliterations"]
    assert said == {"pinyin": "shuǐzīyuán", "palladius": "шуйцзыюань"}


def test_texts_get_one_form() -> None:
    draft = filled(
        {
            "parties": [STEPPE, LAKE, STEPPE],
            "terms": [
                {"language": "ru", "text": " чистая\n вода "},
                {"language": "ru", "text": "чистая вода"},
                {"language": "en", "text": ""},
                {"language": "ru", "text": "и\u0306од"},
            ],
            "scope": {"ru": " \n", "zh": " 水 "},
            "replaces": [PARALLEL, JOINT, PARALLEL],
            "instrument": {"title": "", "date": "", "source": ""},
        }
    )
    assert [one["text"] for one in draft["terms"]] == ["чистая вода", "йод"]
    assert draft["parties"] == [LAKE, STEPPE]
    assert draft["scope"] == {"zh": "水"}
    assert draft["replaces"] == sorted([JOINT, PARALLEL])
    assert draft["instrument"] == {}
    assert set(draft) == set(FIELDS)


def test_present_definitions_are_named_where_they_are_acknowledged() -> None:
    known = {**HASH, "stranger": "sha256:" + "e" * 64}
    draft = content("parallel", definitions={})
    assert filled(draft, definitions=known)["definitions"] == HASH
    assert filled(draft, definitions={LAKE: HASH[LAKE], STEPPE: ""})["definitions"] == {LAKE: HASH[LAKE]}
    assert filled(content("equivalent"), definitions=known)["definitions"] == {}


@given(CONTENTS)
@settings(max_examples=60, deadline=None)
def test_what_is_filled_in_stays_as_it_is(draft: dict[str, Any]) -> None:
    once = filled(draft)
    assert filled(once) == once
    assert filled(once, before=once) == once
    if not shape_problems(once):
        chinese = [one for one in once["terms"] if one["language"] == "zh" and one["text"]]
        assert all(set(one["transliterations"]) == set(TRANSLITERATIONS) for one in chinese)


# Checking


def with_terms(*terms: dict[str, Any]) -> dict[str, Any]:
    return content(terms=[term("ru", "вода"), term("zh", "水"), *terms])


@pytest.mark.parametrize(
    ("given", "field", "says"),
    [
        (with_terms(term("xx", "w")), "terms[2].language", "There is no language with the code xx."),
        (with_terms(term("fr", "eau")), "terms[2].language", "The glossary does not have the language fr."),
        (with_terms(term("en", "—")), "terms[2].text", "A term is empty."),
        (with_terms(term("en", "w" * 301)), "terms[2].text", "terms[2].text has 301 characters; 300 are"),
        (with_terms(term("en", "w\x00")), "terms[2].text", "holds characters that no text has"),
        (with_terms(term("en", "w\udc80")), "terms[2].text", "holds characters that no text has"),
        (with_terms(term("en", "w\u202e")), "terms[2].text", "turn the direction"),
        (with_terms(term("en", "w", note="n" * 5001)), "terms[2].note", "5001 characters; 5000 are allowed"),
        (with_terms(term("ru", "Вода")), "terms[2].text", "Вода stands twice in the language ru."),
        (
            with_terms(term("ru", "вoды", "admitted")),
            "terms[2].text",
            "The word вoды mixes alphabets: o of it",
        ),
        (with_terms(term("ru", "водица")), "terms[2].status", "both вода and водица are preferred"),
        (with_terms(term("en", "w", "good")), "terms[2].status", "terms[2].status cannot be good."),
        (with_terms(term("en", "w", "deprecated")), "terms", "No term of the language en may be used."),
        (with_terms(term("en", "w", part_of_speech="n")), "terms[2].part_of_speech", "cannot be n"),
        (
            with_terms(term("en", "w", transliterations={"pinyin": "w"})),
            "terms[2].transliterations",
            "no Chin",
        ),
        (content(terms=[term("ru", "вода")]), "terms", "All terms are in the language ru"),
        (content(dimension="odd"), "dimension", "dimension cannot be odd."),
        (content(aim="odd"), "aim", "odd is nothing that a proposal may aim at."),
        (content(usage={"fr": "Non."}), "usage.fr", "The glossary does not have the language fr."),
        (content(parties=[LAKE]), "parties", "Nobody can agree with oneself."),
        (content(parties=[LAKE, "river@" + "3" * 32]), "parties", "is no party of the glossary."),
        (content("joint", definition={"ru": "а", "zh": "水"}), "definition.en", "The joint definition in en"),
        (content("instrument", scope={"ru": "а", "zh": "水"}), "scope.en", "The scope note in en is missing"),
        (content("equivalent", definition=TEXTS), "definition", "A definition that all share makes"),
        (content("parallel", definitions={LAKE: HASH[LAKE]}), f"definitions.{STEPPE}", "is missing"),
        (content(definitions={LAKE: HASH[STEPPE]}), f"definitions.{LAKE}", "not the definition that lake@"),
        (content("contested", relations=[]), "relations", "It is not said how the parties' concepts"),
        (content("deferred", reason=""), "reason", "The reason is missing."),
        (content("superseded", successor=""), "successor", "which entry takes its place"),
        (content("superseded", successor="water-security"), "successor", "cannot take its own place"),
        (content("superseded", successor="rounds"), "successor", "rounds is no name of an entry."),
        (content("joint", replaces=["sha256:" + "f" * 64]), "replaces[0]", "no proposal of this entry"),
    ],
)
def test_a_problem_names_its_field(given: dict[str, Any], field: str, says: str) -> None:
    where, what = only(given)
    assert where == field
    assert says in what


@pytest.mark.parametrize(
    ("relation", "field", "says"),
    [
        ({"of": LAKE, "to": STEPPE, "relation": "odd"}, "relations[1].relation", "odd is no relation."),
        ({"of": LAKE, "to": LAKE, "relation": "close"}, "relations[1].to", "not to itself"),
        ({"of": STEPPE, "to": LAKE, "relation": "close"}, "relations[1]", "is said twice"),
    ],
)
def test_a_relation_is_between_two_parties_and_said_once(
    relation: dict[str, str], field: str, says: str
) -> None:
    draft = content("contested")
    draft["relations"].append(relation)
    wrong = found(draft)
    assert (field, True) in [(one.field, says in one.what.said()) for one in wrong]


@pytest.mark.parametrize(
    ("instrument", "fields"),
    [
        ({}, ["instrument.title", "instrument.date"]),
        ({"title": "", "date": "2024", "source": ""}, ["instrument.title"]),
        ({"title": "River Agreement", "date": "2024-02-30", "source": ""}, ["instrument.date"]),
        ({"title": "River Agreement", "date": "soon", "source": ""}, ["instrument.date"]),
    ],
)
def test_an_instrument_is_named_with_its_date(instrument: dict[str, str], fields: list[str]) -> None:
    assert [one.field for one in found(content("instrument", instrument=instrument))] == fields


def test_a_definition_that_comes_with_the_proposal_is_not_missed() -> None:
    draft = content("parallel", definitions={STEPPE: HASH[STEPPE]})
    assert found(draft, own_definitions={**HASH, LAKE: ""}) == []
    assert only(draft, own_definitions={STEPPE: HASH[STEPPE]})[0] == f"definitions.{LAKE}"


def test_giving_up_a_level_needs_a_reason_and_rising_none() -> None:
    in_force = {JOINT: "joint"}
    assert found(content("joint", replaces=[JOINT]), in_force=in_force) == []
    lower = content("equivalent", replaces=[JOINT])
    assert only(lower, in_force=in_force) == (
        "reason",
        "It agrees on less than what is in force, and does not say why.",
    )
    assert only({**lower, "replaces": []}, in_force=in_force)[0] == "reason"
    assert found({**lower, "reason": "The definition is disputed."}, in_force=in_force) == []
    assert found(lower, in_force={JOINT: "contested"}) == []


def test_words_of_two_alphabets_may_be_joined_by_a_hyphen() -> None:
    assert found(with_terms(term("ru", "pH-метр", "admitted"), term("zh", "X光检查", "admitted"))) == []


def test_terms_that_another_entry_has_are_told_apart_from_problems() -> None:
    elsewhere = {("ru", "вода"): "clean-water", ("zh", "水"): "clean-water"}
    told = homonyms(content(terms=[term("ru", "воды"), term("zh", "水安全")]), elsewhere)
    assert [(one.field, one.what.said()) for one in told] == [
        ("terms[0].text", "The entry clean-water has воды, too.")
    ]


def test_heads_are_preferred_terms() -> None:
    draft = with_terms(term("zh", "清水", "admitted"), term("en", "aqua", "admitted"), term("en", "water"))
    assert heads(draft) == {"ru": "вода", "zh": "水", "en": "water"}
    assert heads(content()) == WORDS


def test_a_problem_can_be_raised() -> None:
    error = refusal(found(content(dimension="odd")))
    assert isinstance(error, InputError)
    assert str(error).startswith("dimension: dimension cannot be odd. Take one of: military, legal")


def test_what_has_another_shape_is_told_by_field() -> None:
    draft: dict[str, Any] = content()
    draft["terms"][0]["note"] = 7
    draft["scope"] = []
    del draft["reason"]
    draft["extra"] = "x"
    assert {(one.field, one.what.said()) for one in found(draft)} == {
        ("terms[0].note", "terms[0].note is no text."),
        ("scope", "scope does not map names to values."),
        ("reason", "reason is missing."),
        ("", "There is no field extra."),
    }
    assert filled(draft)["scope"] == []
    many = content(terms=[term("en", f"word {number}", "admitted") for number in range(MOST_TERMS + 1)])
    assert only(many) == ("terms", f"terms has {MOST_TERMS + 1} items; {MOST_TERMS} are allowed.")


_anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(FIELDS) | st.text(max_size=5), _anything))
@settings(deadline=None)
def test_whatever_is_given_is_answered(odd: dict[str, Any]) -> None:
    assert found(filled({**content(), **odd})) or not odd.keys() - set(FIELDS)
    assert found(odd)
    for one in found({**content(), **odd}):
        assert one.what.said()
        assert one.remedy.said()


@given(st.one_of(CONTENTS, NEAR), st.booleans())
@settings(max_examples=300, deadline=None)
def test_what_passes_the_record_takes(draft: dict[str, Any], fill: bool) -> None:
    given = filled(draft) if fill else draft
    wrong = found(given, in_force=IN_FORCE)
    for one in wrong:
        assert one.what.said()
        assert one.remedy.said()
    if not wrong:
        body: dict[str, Any] = {"glossary": "foreign-policy", "entry": "water-security", "content": given}
        assert kind_fault("proposal.made", body) is None


def test_the_levels_are_words_of_aims() -> None:
    assert set(LEVELS) - set(AIMS) == {"proposed"}
