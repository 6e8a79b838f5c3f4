"""The list of regions and the table that recognition reads."""
import pytest
import yaml

from matricula_training import regions
from matricula_training.regions.weights import OTHER, STATE_VEHICLES, VEHICLES, share, vehicles


def test_export_written_again_is_the_table_in_recognition(tmp_path):
    regions.export(regions.SOURCE, tmp_path / "formats.tsv")
    with open(regions.TABLE, encoding="utf-8") as file:
        assert (tmp_path / "formats.tsv").read_text(encoding="utf-8") == file.read(), "run `python3 -m matricula_training regions export`"


def test_table_tab_in_a_name_is_refused():
    region = dict(code="xx", name="A\tB", parent=None, patterns=[])
    with pytest.raises(ValueError):
        list(regions.table([region]))


@pytest.mark.parametrize("note, expected", [
    ("", 1.0), ("personal", 0.03), ("motorcycle since 2016", 0.1), ("1990-2018, state by letter range", 1.0), ("1973-2008", 0.5), ("before", 0.5),
])
def test_share_notes_tell_how_common_a_format_is(note, expected):
    assert share({"re": "A", "note": note}) == expected


def test_vehicles_every_named_region_is_in_the_list():
    with open(regions.SOURCE, encoding="utf-8") as file:
        listed = {region["code"]: region for region in yaml.safe_load(file)["regions"]}
    assert (set(VEHICLES) | set(STATE_VEHICLES)) <= set(listed)
    assert vehicles(listed["us"]) > vehicles(listed["us-ca"]) > OTHER
