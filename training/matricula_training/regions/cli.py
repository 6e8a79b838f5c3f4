"""Commands on the list of regions."""
from matricula_training import regions


def register(commands):
    command = commands.add_parser("export", help="write the table of formats that recognition reads")
    command.add_argument("--source", default=regions.SOURCE)
    command.add_argument("--target", default=regions.TABLE)
    command.set_defaults(run=lambda arguments: regions.export(arguments.source, arguments.target))
