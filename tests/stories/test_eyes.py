"""The accessibility engine sees: a planted fault is found, in French and in Arabic."""

from collections.abc import Callable

import pytest

from tests.stories.world import Visitor, World, violations

FAULTS = {
    "a picture without words": "document.querySelector('main').append(new Image())",
    "a field without a name": "document.querySelector('main').append("
    "document.createElement('input'))",
    "a language that is none": "document.documentElement.lang = 'zz-'",
}


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_planted_fault_is_found(
    world: World, visitor: Callable[..., Visitor], language: str, fault: str
) -> None:
    somebody = visitor("phone", language)
    page = somebody.open(f"/{language}/c/a-vous-la-parole/changed")
    page.evaluate(fault)
    assert violations(page)


def test_the_console_is_heard(world: World, visitor: Callable[..., Visitor]) -> None:
    somebody = visitor("phone")
    page = somebody.open("/fr/c/a-vous-la-parole/changed")
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=\"https://example.org/a.png\">')"
    )
    page.wait_for_timeout(300)
    heard, somebody.complaints = somebody.complaints, []
    assert any("Content Security Policy" in one for one in heard)
