"""Region codes and plate formats: the YAML file that people edit, and the plain table that `recognition` reads from it."""
import os

import yaml

from matricula_training.regions.weights import share, vehicles

FOLDER = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SOURCE = os.path.join(FOLDER, "regions.yaml")
TABLE = os.path.join(FOLDER, "..", "recognition", "src", "main", "resources", "io", "matricula", "recognition", "region", "formats.tsv")
HEAD = (
    "# Written by `python3 -m matricula_training regions export` from training/regions.yaml; change that, not this.\n"
    "# Columns: code, name, parent or nothing, vehicles in millions, then for each format its share among the region's and its pattern."
)


def table(regions):
    """The lines of the table."""
    for region in regions:
        columns = [region["code"], region["name"], region["parent"] or "", str(vehicles(region))]
        for pattern in region["patterns"]:
            columns += [str(share(pattern)), pattern["re"]]
        if any("\t" in column or "\n" in column for column in columns):
            raise ValueError(f"{region['code']}: tab or line break in a column")
        yield "\t".join(columns)


def export(source, target):
    with open(source, encoding="utf-8") as file:
        regions = yaml.safe_load(file)["regions"]
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join([HEAD, *table(regions)]) + "\n")
