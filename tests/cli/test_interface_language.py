from __future__ import annotations

import pytest

from dragoman.cli.interface_language import CATALOGUES, LOCALE, interface_language
from tests.cli.commands import run


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "zh_CN.UTF-8"}, "zh_Hans"),
        ({"LANG": "zh_TW.UTF-8"}, "zh_Hans"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "zh_CN"}, "zh_Hans"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": ""}, "ru"),
        ({"LC_ALL": "ru_RU", "LANGUAGE": "de:zh_CN:ru"}, "zh_Hans"),
        ({"LANGUAGE": "ru", "DRAGOMAN_LANG": "zh"}, "zh_Hans"),
        ({"LANGUAGE": "ru", "DRAGOMAN_LANG": "en"}, "en"),
        ({"DRAGOMAN_LANG": "zh-Hans"}, "zh_Hans"),
        ({"DRAGOMAN_LANG": "RU"}, "ru"),
    ],
)
def test_the_first_variable_that_is_set_decides(environment: dict[str, str], language: str) -> None:
    assert interface_language(environment) == language


@pytest.mark.parametrize("language", sorted(set(CATALOGUES.values()) - {"en"}))
def test_every_catalogue_is_compiled(language: str) -> None:
    assert (LOCALE / language / "LC_MESSAGES" / "dragoman.mo").is_file()


@pytest.mark.parametrize(
    ("language", "usage", "options", "line"),
    [
        ("en", "Usage:", "Options:", "Align two versions"),
        ("ru", "Использование:", "Параметры:", "Сопоставить две версии"),
        ("zh", "用法:", "选项:", "逐句对齐"),
    ],
)
def test_the_help_page_is_in_one_language(language: str, usage: str, options: str, line: str) -> None:
    page = run("--help", language=language).out
    assert usage in page
    assert options in page
    assert line in page
    if language != "en":
        assert "Show" not in page
        assert "Align" not in page


def test_a_mistake_is_explained_in_the_language() -> None:
    outcome = run("nothing", language="ru")
    assert outcome.code == 2
    assert "Нет такой команды: 'nothing'." in outcome.err
    assert outcome.out == ""
