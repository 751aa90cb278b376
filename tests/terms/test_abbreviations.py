from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.terms.abbreviations import abbreviations


def pairs(text: str, language: str) -> list[tuple[str, str]]:
    return [(one.short, one.long) for one in abbreviations(text, language)]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        (
            "Саммит Шанхайской организации сотрудничества (ШОС).",
            "ШОС",
            "Шанхайская организация сотрудничества",
        ),
        (
            "Доклад Организации по безопасности и сотрудничеству в Европе (ОБСЕ).",
            "ОБСЕ",
            "Организация по безопасности и сотрудничеству в Европе",
        ),
        ("Помощь неправительственных организаций (далее — НПО).", "НПО", "неправительственные организации"),
        ("Рост валового внутреннего продукта (ВВП).", "ВВП", "валовой внутренний продукт"),
        (
            "На Конференции Организации Объединенных Наций по торговле и развитию (ЮНКТАД).",
            "ЮНКТАД",
            "Конференция Организации Объединенных Наций по торговле и развитию",
        ),
        (
            "Принят мандат Миссии Организации Объединенных Наций по стабилизации в Демократической"
            " Республике Конго (МООНСДРК).",
            "МООНСДРК",
            "Миссия Организации Объединенных Наций по стабилизации в Демократической Республике Конго",
        ),
        (
            "С Международным агентством по атомной энергии (МАГАТЭ).",
            "МАГАТЭ",
            "Международное агентство по атомной энергии",
        ),
    ],
)
def test_russian(text: str, short: str, long: str) -> None:
    assert pairs(text, "ru") == [(short, long)]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("The Shanghai Cooperation Organization (SCO) met.", "SCO", "Shanghai Cooperation Organization"),
        ("Many non-governmental organizations (NGOs) came.", "NGO", "non-governmental organization"),
        (
            "The United Nations Organization Stabilization Mission in the Democratic Republic of the Congo"
            " (MONUSCO) reported.",
            "MONUSCO",
            "United Nations Organization Stabilization Mission in the Democratic Republic of the Congo",
        ),
        ("the gross domestic product (hereinafter GDP) grew", "GDP", "gross domestic product"),
        (
            "Member States of the Association of Southeast Asian Nations (ASEAN).",
            "ASEAN",
            "Association of Southeast Asian Nations",
        ),
    ],
)
def test_english(text: str, short: str, long: str) -> None:
    assert pairs(text, "en") == [(short, long)]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("上海合作组织(以下简称“上合组织”)成立。", "上合组织", "上海合作组织"),
        ("上海合作组织（简称上合组织）成立。", "上合组织", "上海合作组织"),
        ("欧亚经济联盟，简称“欧亚联盟”，成立。", "欧亚联盟", "欧亚经济联盟"),
        ("联合国开发计划署(开发署)", "开发署", "联合国开发计划署"),
        ("联合国人权事务高级专员办事处(人权高专办)", "人权高专办", "联合国人权事务高级专员办事处"),
        ("上海合作组织（SCO）成立。", "SCO", "上海合作组织"),
    ],
)
def test_chinese(text: str, short: str, long: str) -> None:
    assert pairs(text, "zh") == [(short, long)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Г-н Смит (Канада) выступил в Кабуле (Афганистан).", "ru"),
        ("в соответствии с резолюцией 253 (III)", "ru"),
        ("Mr. Smith (Canada) spoke in Kabul (Afghanistan).", "en"),
        ("谨随函转递一封信(见附件)。", "zh"),
        ("会议在北京(中国)举行。", "zh"),
        ("Die Organisation (ORG).", "de"),
        ("", "ru"),
    ],
)
def test_what_explains_nothing(text: str, language: str) -> None:
    assert abbreviations(text, language) == []


def test_place_and_order() -> None:
    text = "Введение. Создан Евразийский экономический союз (ЕАЭС). Принят план развития Филиппин (ПРФ)."
    found = abbreviations(text, "ru")
    assert [one.short for one in found] == ["ЕАЭС", "ПРФ"]
    assert text[found[0].start : found[0].end] == "Евразийский экономический союз (ЕАЭС"


def test_initials_without_parentheses_are_trusted_less() -> None:
    text = "Открыт саммит Шанхайской организации сотрудничества. Страны ШОС подписали заявление."
    (one,) = abbreviations(text, "ru")
    assert (one.short, one.long) == ("ШОС", "Шанхайская организация сотрудничества")
    assert one.confidence < 0.9
    explained = abbreviations("Саммит Шанхайской организации сотрудничества (ШОС).", "ru")
    assert explained[0].confidence > one.confidence


def test_a_person_is_no_body() -> None:
    text = "Присутствовал Министр внутренних дел. Сотрудники МВД работали."
    assert abbreviations(text, "ru") == []


_PIECES = st.sampled_from(
    [
        "Организация ",
        "Объединенных ",
        "Наций ",
        "(ООН)",
        "ООН ",
        "(",
        ")",
        "United ",
        "Nations ",
        "(UN)",
        "，简称",
        "联合国",
        "署",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, max_size=10).map("".join), st.sampled_from(["ru", "en", "zh"]))
def test_places_lie_in_the_text(text: str, language: str) -> None:
    for one in abbreviations(text, language):
        assert 0 <= one.start < one.end <= len(text)
        assert one.short
        assert one.long
        assert 0.0 < one.confidence <= 1.0
