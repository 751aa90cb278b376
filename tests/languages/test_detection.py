from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.languages import detect, known

_RIVER = {
    "ru": "Река течёт с севера на юг. Это одна из самых длинных рек, и она не замерзает до декабря.",
    "uk": "Річка тече з півночі на південь. Це одна з найдовших річок, і вона не замерзає до грудня.",
    "be": "Рака цячэ з поўначы на поўдзень. Гэта адна з самых доўгіх рэк, і яна не замярзае да снежня.",
    "bg": "Реката тече от север на юг. Това е една от най-дългите реки и тя не замръзва до декември.",
    "sr": "Река тече са севера на југ. То је једна од најдужих река и она се не леди до децембра.",
    "kk": "Өзен солтүстіктен оңтүстікке қарай ағады. Бұл ең ұзын өзендердің бірі және ол қатпайды.",
    "mn": "Гол хойноос урагш урсдаг. Энэ бол хамгийн урт голуудын нэг юм.",
    "zh": "这条河从北向南流。它是最长的河流之一，十二月以前不结冰。",
    "ja": "この川は北から南へ流れています。最も長い川の一つで、十二月まで凍りません。",
    "ko": "이 강은 북쪽에서 남쪽으로 흐른다. 가장 긴 강 가운데 하나이다.",
    "en": "The river flows from north to south. It is one of the longest rivers and does not freeze.",
    "de": "Der Fluss fließt von Norden nach Süden. Er ist einer der längsten und friert nicht zu.",
    "fr": "Le fleuve coule du nord au sud. Il est un des plus longs et ne gèle pas avant décembre.",
    "es": "El río corre del norte al sur. Es uno de los más largos y no se hiela hasta diciembre.",
    "it": "Il fiume scorre da nord a sud. È uno dei più lunghi e non gela fino a dicembre.",
    "pt": "O rio corre do norte para o sul. É um dos mais longos e não gela até dezembro.",
    "pl": "Rzeka płynie z północy na południe. Jest to jedna z najdłuższych rzek i nie zamarza do grudnia.",
    "cs": "Řeka teče ze severu na jih. Je to jedna z nejdelších řek a do prosince se nezamrzá.",
    "tr": "Nehir kuzeyden güneye doğru akar. Bu en uzun nehirlerden biridir ve aralık ayına kadar donmaz.",
    "vi": "Con sông chảy từ bắc về nam. Đây là một trong những con sông dài nhất và không đóng băng.",
    "ar": "يجري النهر من الشمال إلى الجنوب. وهو من أطول الأنهار في هذا البلد.",
    "fa": "رود از شمال به جنوب می‌رود. این یکی از درازترین رودها است و تا دی یخ نمی‌زند.",
    "ur": "یہ دریا شمال سے جنوب کی طرف بہتا ہے۔ یہ سب سے لمبے دریاؤں میں سے ایک ہے۔",
    "he": "הנהר זורם מצפון לדרום. הוא אחד הארוכים.",
    "hi": "यह नदी उत्तर से दक्षिण की ओर बहती है। यह सबसे लंबी नदियों में से एक है।",
    "th": "แม่น้ำไหลจากเหนือลงใต้",
    "el": "Το ποτάμι ρέει από βορρά προς νότο.",
    "hy": "Գետը հոսում է հյուսիսից հարավ։",
    "ka": "მდინარე მიედინება ჩრდილოეთიდან სამხრეთით.",
    "am": "ወንዙ ከሰሜን ወደ ደቡብ ይፈስሳል።",
}


@pytest.mark.parametrize("code", _RIVER)
def test_one_language(code: str) -> None:
    found, share = detect(_RIVER[code])[0]
    assert found == code
    assert share > 0.9


def test_traditional_characters_are_chinese_too() -> None:
    assert detect("這條河從北向南流。它是最長的河流之一，十二月以前不結冰。") == [("zh", 1.0)]


def test_two_languages_in_one_text() -> None:
    shares = dict(detect(_RIVER["ru"] * 3 + "\n" + _RIVER["en"]))
    assert set(shares) == {"ru", "en"}
    assert shares["ru"] == pytest.approx(0.75, abs=0.05)


def test_two_languages_of_one_script() -> None:
    shares = dict(detect(_RIVER["ru"] + "\n" + _RIVER["uk"]))
    assert shares == {"ru": pytest.approx(0.5, abs=0.1), "uk": pytest.approx(0.5, abs=0.1)}


def test_foreign_names_do_not_make_another_language() -> None:
    shares = dict(detect(_RIVER["zh"] + "（Nile）" + _RIVER["zh"] + "COVID-19。"))
    assert shares["zh"] > 0.9


def test_headings_count_for_the_language_around_them() -> None:
    assert detect("Бразилия\n\n" + _RIVER["ru"]) == [("ru", 1.0)]


@pytest.mark.parametrize("text", ["", "12 345", "\n — !", "😀"])
def test_without_letters_there_is_no_language(text: str) -> None:
    assert detect(text) == []


@pytest.mark.parametrize("text", ["Бразилия", "Qxz", "Oslo Lima"])
def test_a_name_alone_tells_nothing(text: str) -> None:
    assert detect(text) == [("und", 1.0)]


def test_all_of_a_long_text_counts() -> None:
    shares = dict(detect(_RIVER["ru"] * 4000 + _RIVER["en"] * 4000))
    assert shares["en"] == pytest.approx(0.5, abs=0.05)


@given(st.text())
def test_shares_add_up(text: str) -> None:
    shares = detect(text)
    assert not shares or sum(share for _, share in shares) == pytest.approx(1)
    assert [share for _, share in shares] == sorted((share for _, share in shares), reverse=True)
    assert all(code == "und" or code in known() for code, _ in shares)
