from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.web.locales import ALIASES, LOCALES, preferred
from dragoman.web.wording import Wording
from tests.web.browser import Browser

ASKED = {
    "": "en",
    "*": "en",
    "ru": "ru",
    "ru-RU,ru;q=0.9,en;q=0.8": "ru",
    "zh-CN,zh;q=0.9": "zh",
    "zh-Hans-CN": "zh",
    "zh_CN": "zh",
    "zh-SG": "zh",
    "zh-TW": "zh",
    "zh-Hant-HK": "zh",
    "cmn-Hans": "zh",
    "en-GB": "en",
    "fr-FR,fr;q=0.9": "en",
    "fr,ru;q=0.5,zh;q=0.7": "zh",
    # A language is not taken for its neighbour.
    "uk": "en",
    "be,kk;q=0.9": "en",
    "kk,ru;q=0.8": "ru",
    "de;q=0.5,zh;q=0": "en",
    "ru;q=wrong,zh;q=0.1": "zh",
}


@pytest.mark.parametrize("header", ASKED)
def test_the_browser_chooses_the_language(browser: Browser, header: str) -> None:
    page = browser.get("/", accept_language=header)
    assert page.status == 302
    assert page.headers["location"] == f"/{ASKED[header]}/"
    assert page.headers["vary"] == "accept-language"


@given(st.text())
def test_whatever_is_asked_for_a_language_is_found(header: str) -> None:
    assert preferred(header) in LOCALES


def test_aliases_name_languages_of_the_interface() -> None:
    assert set(ALIASES.values()) <= set(LOCALES)


@pytest.mark.parametrize(
    ("code", "shown"), [("en", "16 May 2024"), ("ru", "16 мая 2024 г."), ("zh", "2024年5月16日")]
)
def test_dates_are_written_as_the_language_does(code: str, shown: str) -> None:
    wording = Wording(LOCALES[code])
    assert wording.day("2024-05-16") == shown
    assert wording.day("2024") == "2024"
    assert "2024" in wording.day("2024-05")
    assert wording.day("about 1950") == "about 1950"
    assert wording.moment("2024-05-16T05:40:25Z").startswith(shown)


def test_numbers_and_sizes() -> None:
    english, russian = Wording(LOCALES["en"]), Wording(LOCALES["ru"])
    assert (english.count(1234567), russian.count(1234), russian.count(12345)) == (
        "1,234,567",
        "1234",
        "12\u202f345",
    )
    assert (english.size(812), english.size(81_200), english.size(2_450_000)) == (
        "812 bytes",
        "81 kB",
        "2.5 MB",
    )
    assert russian.size(2_450_000).startswith("2,5")


def test_a_language_that_is_none_of_ours_is_no_page(browser: Browser) -> None:
    page = browser.get("/fr/documents", accept_language="ru")
    assert page.status == 404
    assert page.tree.get("lang") == "ru"
