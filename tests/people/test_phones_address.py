"""The address that a structure gives to telephones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from participation.people import operations
from participation.people.models import Structure
from participation.people.rules import (
    BadPhonesAddress,
    PhonesCannotReach,
    is_this_machine_only,
    origin_of,
    refuse_bad_phones_address,
    split_address,
)

GOOD = [
    "http://192.168.1.20:8000",
    "http://10.0.0.7",
    "https://participation.ccas-valbrenne.fr",
    "http://tilleuls:8000",
    "http://[fd00::2]:8000",
    "http://[2001:db8::1]",
    "https://accueil.local:8443",
]
BAD = [
    "",
    "192.168.1.20:8000",
    "ftp://192.168.1.20",
    "javascript:alert(1)",
    "http://",
    "http://192.168.1.20/",
    "http://192.168.1.20/fr",
    "http://192.168.1.20?x=1",
    "http://192.168.1.20#x",
    "http://marc@192.168.1.20",
    "http://marc:secret@192.168.1.20",
    "http://192.168.1.20:0",
    "http://192.168.1.20:99999",
    "http://192.168.1.20:",
    "http://192.168.1.20:80",
    "https://ccas.fr:443",
    "http://CCAS.fr",
    "http://192.168.1.300",
    "http://1.2.3",
    "http://a..fr",
    "http://-a.fr",
    "http://a b.fr",
    "http://a.fr\n",
    "http://accue\u0130l.fr",
    "http://[fe80::1%25eth0]",
    "http://[fe80::1",
    "http://a\u2215b.fr",
    "http://" + "a" * 300 + ".fr",
]
ITSELF = [
    "http://localhost:8000",
    "http://127.0.0.1:8000",
    "http://127.8.9.1",
    "http://[::1]:8000",
    "http://0.0.0.0:8000",
    "http://[::]:8000",
    "http://[::ffff:127.0.0.1]",
    "http://anything.localhost",
]


@pytest.mark.parametrize("address", GOOD)
def test_the_beginning_of_an_address_is_taken(address: str) -> None:
    refuse_bad_phones_address(address)


@pytest.mark.parametrize("address", BAD)
def test_anything_else_is_refused(address: str) -> None:
    with pytest.raises(BadPhonesAddress):
        refuse_bad_phones_address(address)


@pytest.mark.parametrize("address", ITSELF)
def test_an_address_that_leads_each_telephone_to_itself_is_refused(address: str) -> None:
    with pytest.raises(PhonesCannotReach):
        refuse_bad_phones_address(address)


@given(st.text(st.sampled_from("htps:/@[]?#.%1208fa \\\u200b-") | st.characters(), max_size=30))
def test_what_is_taken_is_written_in_one_way_only(typed: str) -> None:
    for address in (typed, f"http://{typed}"):
        try:
            refuse_bad_phones_address(address)
        except (BadPhonesAddress, PhonesCannotReach):
            continue
        parts = split_address(address)
        assert origin_of(parts) == address
        assert address.isascii()
        assert address.isprintable()
        assert " " not in address
        assert parts.path == parts.query == parts.fragment == ""
        assert parts.username is None
        assert not is_this_machine_only(parts.hostname or "")


def test_it_is_kept_then_given_up(session: Session, structure: Structure) -> None:
    operations.choose_phones_address(session, structure.id, address="http://192.168.1.20:8000")
    session.commit()
    session.expire_all()
    assert structure.phones_address == "http://192.168.1.20:8000"
    operations.clear_phones_address(session, structure.id)
    session.commit()
    session.expire_all()
    assert structure.phones_address == ""


def test_a_refused_one_changes_nothing(session: Session, structure: Structure) -> None:
    with pytest.raises(BadPhonesAddress):
        operations.choose_phones_address(session, structure.id, address="http://a.fr/path")
    assert structure.phones_address == ""
