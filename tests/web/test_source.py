"""Whoever uses the program can have it, and nothing else of the machine."""

import io
import tarfile

from flask.testing import FlaskClient


def test_the_source_is_given_away_without_data(client: FlaskClient) -> None:
    content = client.get("/source.tar.gz").data
    with tarfile.open(fileobj=io.BytesIO(content)) as packed:
        names = packed.getnames()
        owners = {member.uname for member in packed.getmembers()}
    assert any(name.endswith("/LICENSE") for name in names)
    assert any(name.endswith("/participation/app.py") for name in names)
    assert not [name for name in names if "sqlite" in name or "settings.env" in name]
    assert owners == {""}


def test_the_foot_of_a_page_leads_to_the_source(client: FlaskClient) -> None:
    assert 'href="/source.tar.gz"' in client.get("/fr/desk/sign-in").text
