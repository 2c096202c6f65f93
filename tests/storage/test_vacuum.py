"""What was deleted from the urns is in no page of their file."""

from pathlib import Path

from sqlalchemy import text

from participation.storage.engine import Database


def test_the_file_of_the_urns_is_rewritten(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'participation.sqlite3'}")
    file = tmp_path / "participation.urns.sqlite3"
    with database.write_urn() as urns:
        urns.execute(text("CREATE TABLE urn (marks TEXT)"))
        urns.execute(text("INSERT INTO urn VALUES (:marks)"), {"marks": "3,2,0;" * 5000})
    with database.write_urn() as urns:
        urns.execute(text("DELETE FROM urn"))
    before = file.stat().st_size
    database.vacuum_urns()
    database.close()
    assert file.stat().st_size < before / 2
    assert b"3,2,0;" not in file.read_bytes()
