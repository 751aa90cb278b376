from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.languages.transcription.palladius_table import SYLLABLES
from dragoman.languages.transcription.pinyin import HANZI, PUNCTUATION, PinyinStyle, pinyin
from dragoman.languages.transcription.pinyin_words import COMMON_SURNAMES, PHRASES, SURNAMES
from dragoman.languages.transcription.syllables import joined, marked, split_tone, split_word, toneless

STYLES: tuple[PinyinStyle, ...] = ("marks", "numbers", "plain")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("银行", "yínháng"),
        ("行长", "hángzhǎng"),
        ("重庆", "chóngqìng"),
        ("重要", "zhòngyào"),
        ("朝鲜", "cháoxiǎn"),
        ("大夫", "dàifu"),
        ("音乐和快乐", "yīnyuè hé kuàilè"),
        ("会计", "kuàijì"),
        ("长城与增长", "chángchéng yǔ zēngzhǎng"),
        ("西安", "xī'ān"),
        ("天安门", "tiān'ānmén"),
        ("女儿", "nǚ'ér"),
        ("旅顺", "lǚshùn"),
        ("战略", "zhànlüè"),
        ("我们的", "wǒmen de"),
        ("上合组织", "shànghé zǔzhī"),
        ("习近平", "xí jìnpíng"),
        ("李强、王毅", "lǐ qiáng, wáng yì"),
        ("任正非", "rén zhèngfēi"),
        ("欧阳修", "ōuyáng xiū"),
        ("内蒙古", "nèiměnggǔ"),
        ("2024年5月16日", "2024 nián 5 yuè 16 rì"),
        ("A股上涨5%。", "A gǔ shàngzhǎng 5%."),
        ("（北京）“中国”《论语》", "(běijīng) “zhōngguó” «lúnyǔ»"),
        ("Hello, мир!", "Hello, мир!"),
        ("", ""),
        ("銀行", "yínháng"),
    ],
)
def test_marks(text: str, expected: str) -> None:
    assert pinyin(text) == expected


@pytest.mark.parametrize(
    ("text", "in_numbers", "plain"),
    [
        ("银行", "yin2hang2", "yinhang"),
        ("战略", "zhan4lüe4", "zhanlüe"),
        ("西安", "xi1'an1", "xi'an"),
        ("大夫", "dai4fu5", "daifu"),
        ("我们的", "wo3men5 de5", "women de"),
    ],
)
def test_other_styles(text: str, in_numbers: str, plain: str) -> None:
    assert pinyin(text, "numbers") == in_numbers
    assert pinyin(text, "plain") == plain


class OneReading:
    """Reads every character as ma, tone one, and takes every character for a word."""

    def words(self, text: str) -> list[tuple[str, Sequence[str]]]:
        return [(character, ("ma1",) if HANZI.match(character) else ()) for character in text]


def test_another_reader_plugs_in() -> None:
    assert pinyin("妈妈，a", reader=OneReading()) == "mā mā, a"


@given(
    st.text(alphabet="银行重庆西安女儿的，。“”《》 Ж(…)\n𠀀㐂龘〇", max_size=20),
    st.sampled_from(STYLES),
)
def test_any_text(text: str, style: PinyinStyle) -> None:
    read = pinyin(text, style)
    assert read.count("Ж") == text.count("Ж")
    assert read.count("(") == text.count("(")
    # Whatever the dictionary knows is spelled with Latin letters.
    assert not set("银行重庆西安女儿的") & set(read)


@given(st.text(max_size=20), st.sampled_from(STYLES))
def test_what_is_not_chinese_stays(text: str, style: PinyinStyle) -> None:
    if not HANZI.search(text):
        read = pinyin(text, style)
        assert "".join(read.split()) == "".join(text.translate(PUNCTUATION).split())


@pytest.mark.parametrize(
    ("syllable", "expected"),
    [
        ("ma1", "mā"), ("ma2", "má"), ("ma3", "mǎ"), ("ma4", "mà"), ("ma5", "ma"), ("ma", "ma"),
        ("hao3", "hǎo"), ("hou4", "hòu"), ("liu2", "liú"), ("gui4", "guì"), ("lü4", "lǜ"), ("xue2", "xué"),
        ("jiong3", "jiǒng"), ("er2", "ér"), ("n2", "ń"), ("zhuang4", "zhuàng"),
    ],
)  # fmt: skip
def test_tone_marks(syllable: str, expected: str) -> None:
    assert marked(syllable) == expected
    assert toneless(expected) == toneless(syllable) == split_tone(syllable)[0]


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("beijing", "bei jing"),
        ("fangan", "fan gan"),
        ("tianan", "tian an"),
        ("changan", "chan gan"),
        ("xian", "xian"),
        ("danao", "da nao"),
        ("heilongjiang", "hei long jiang"),
        ("nüer", "nü er"),
        ("lue", "lüe"),
        ("huar", "hua r"),
        ("hello", ""),
        ("", ""),
    ],
)
def test_where_syllables_end(word: str, syllables: str) -> None:
    assert (split_word(word) or ()) == tuple(syllables.split())


@given(st.lists(st.sampled_from(sorted(SYLLABLES)), min_size=1, max_size=5))
def test_an_apostrophe_keeps_syllables_apart(syllables: list[str]) -> None:
    parts = joined(syllables).split("'")
    assert "".join(parts) == "".join(syllables)
    for part in parts:
        found = split_word(part)
        assert found is not None
        # Divisions may differ only by a consonant that ends one syllable or begins the next.
        assert "".join(found) == part.replace("nue", "nüe").replace("lue", "lüe") or "".join(found) == part


def test_readings_are_pinyin() -> None:
    for word, reading in [*PHRASES.items(), *SURNAMES.items()]:
        assert len(word) == len(reading)
        assert all(split_tone(syllable)[0] in SYLLABLES for syllable in reading)
    assert not COMMON_SURNAMES & set(SURNAMES)


def test_no_dictionary_is_loaded_before_it_is_needed() -> None:
    code = "import sys, dragoman.languages.transcription.palladius; print('pypinyin' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
