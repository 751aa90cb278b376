from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.marking import Reason
from dragoman.web.reasons import parts

WORDS = st.text("аb安{}<. ", max_size=8)


def test_words_of_the_texts_are_set_apart() -> None:
    reason = Reason("{left} is {force}, says {list}.", {"left": "may", "list": "L"}, {"force": "a duty"})
    assert parts(reason, str) == (
        ("may", True),
        (" is ", False),
        ("a duty", False),
        (", says ", False),
        ("L", False),
        (".", False),
    )


@given(WORDS, WORDS, st.sampled_from(["{left} – {right}", "{{x}} {right}{left}", "nothing", "{left}{left}"]))
def test_the_pieces_are_what_is_said(left: str, right: str, template: str) -> None:
    reason = Reason(template, {"left": left, "right": right})
    assert "".join(text for text, _word in parts(reason, str)) == reason.said()
