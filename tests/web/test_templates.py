from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from dragoman.web import templates
from dragoman.web.locales import LOCALES
from dragoman.web.tongues import tongue, tongues
from scripts import catalogues

ENVIRONMENTS = templates.environments()
TEMPLATES = Path(templates.__file__).parent / "templates"


@pytest.mark.parametrize("code", LOCALES)
def test_what_is_not_given_is_an_error(code: str) -> None:
    with pytest.raises(UndefinedError):
        ENVIRONMENTS[code].from_string("{{ nothing }}").render()


@pytest.mark.parametrize("code", LOCALES)
def test_texts_are_escaped(code: str) -> None:
    made = ENVIRONMENTS[code].from_string("{{ text }}<p title='{{ text }}'>").render(text="<b>'\"&")
    assert "<b>" not in made
    assert made.count("&#39;&#34;&amp;") == 2


def test_an_environment_for_each_language() -> None:
    said = [ENVIRONMENTS[code].from_string("{{ gettext('Contents') }}").render() for code in LOCALES]
    assert said == ["Contents", "Содержание", "目录"]


@pytest.mark.parametrize("file", sorted(TEMPLATES.glob("*.html")), ids=lambda file: file.name)
def test_every_template_can_be_read(file: Path) -> None:
    for environment in ENVIRONMENTS.values():
        environment.get_template(file.name)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Joint statement", "en"),
        ("Совместное заявление", "ru"),
        ("联合声明", "zh"),
        ("Déclaration", ""),
        ("2024", ""),
    ],
)
def test_the_language_of_a_title(text: str, code: str) -> None:
    assert tongue(text) == code
    assert tongue(f"{text} 声明 Заявление") == ""
    pieces = tongues(f"{text} / 声明 · Заявление")
    assert "".join(piece for piece, _code in pieces) == f"{text} / 声明 · Заявление"
    assert [found for _piece, found in pieces] == [code, "", "zh", "", "ru"]


def test_a_sentence_that_comes_as_a_value_is_filled_with_nothing() -> None:
    shown = ENVIRONMENTS["ru"].from_string("{{ note|translated }}").render(note="100% of {this} %(that)s")
    assert shown == "100% of {this} %(that)s"
    assert ENVIRONMENTS["ru"].from_string("{{ note|translated }}").render(note="") == ""


def test_the_sentences_of_templates_are_in_the_catalogues() -> None:
    found = catalogues.messages()
    assert "Skip to the content" in found
    assert ("%(shown)s row.", "%(shown)s rows.") in [message.id for message in found]
