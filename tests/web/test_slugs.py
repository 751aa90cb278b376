from __future__ import annotations

from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from dragoman.web.slugs import formulation_path, readable, slug, term_path, unslug

WORDS = st.lists(st.text(alphabet='абв/?#%&+"<>全-x', min_size=1, max_size=8), min_size=1, max_size=4)


@given(WORDS)
def test_a_term_is_read_back_from_its_address(words: list[str]) -> None:
    # A hyphen at the edge of a word cannot be told from a space beside it.
    term = " ".join(word.strip("-") or "я" for word in words)
    assert unslug(slug(term)) == term
    assert unslug(unquote(term_path(term).removeprefix("/terms/"))) == term
    assert unslug(unquote(formulation_path(term).removeprefix("/formulations/"))) == term
    assert unquote(readable(slug(term))) == slug(term)
    assert not set(readable(slug(term))) & set('?#&+"<> /')


def test_an_address_can_be_read() -> None:
    assert slug("торгово-экономическое сотрудничество") == "торгово--экономическое-сотрудничество"
    assert readable(slug("上海合作组织")) == "上海合作组织"
