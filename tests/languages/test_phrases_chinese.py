from __future__ import annotations

import pytest

from dragoman.languages import language
from tests.languages.phrasing import keys, kinds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各国增加了发展援助。", "发展援助"),
        ("双方讨论军备控制。", "军备控制"),
        ("双方将打击恐怖主义。", "打击恐怖主义"),
        ("实现可持续发展。", "可持续发展"),
        ("最不发达国家的需要。", "最不发达国家"),
        ("国内生产总值增长率提高。", "国内生产总值"),
        ("发展科学和技术。", "科学和技术"),
        ("聯合國大會通過決議。", "联合国大会"),
        ("特别程序的报告", "特别程序"),
        ("支持生殖健康的方案", "生殖健康"),
        ("共建“一带一路”倡议。", "一带一路倡议"),
        ("共建“一带一路”倡议。", "一带一路"),
    ],
)
def test_finds(text: str, expected: str) -> None:
    found = keys("zh", text)
    assert expected in found, sorted(found)


def test_the_particle_is_inside_of_titles_only() -> None:
    found = keys("zh", "《保护儿童的公约》和国家的主权")
    assert "保护儿童的公约" in found
    assert not any("的" in key for key in found - {"保护儿童的公约"})


def test_names() -> None:
    found = kinds("zh", "联合国开发计划署、世界贸易组织和上海合作组织在北京开会，《全面禁止核试验条约》。")
    for name in ("联合国开发计划署", "世界贸易组织", "上海合作组织", "北京", "全面禁止核试验条约"):
        assert found[name] == "name"


def test_keys_are_simplified() -> None:
    assert keys("zh", "國際合作") == keys("zh", "国际合作")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《联合国宪章》", "联合国宪章"),
        (" 一带一路 ", "一带一路"),
        ("“上合组织”", "上合组织"),
        ("“绿岸”倡议", "“绿岸”倡议"),
    ],
)
def test_canonical(text: str, expected: str) -> None:
    assert language("zh").canonical(text) == expected
