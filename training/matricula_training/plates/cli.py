"""Commands of the plate renderer."""
from matricula_training.plates import glyphs


def register(commands):
    atlas = commands.add_parser("atlas", help="render the glyph atlas from free fonts")
    atlas.add_argument("fontsource", help="folder node_modules/@fontsource")
    atlas.add_argument("out", help="atlas file (.npz)")
    atlas.add_argument("--system-fonts", default="/usr/share/fonts")
    atlas.add_argument("--judged", action="store_true", help="other scripts from the fonts that no training sees, for `reader drawn`")
    atlas.set_defaults(run=_atlas)


def _atlas(arguments):
    atlas = glyphs.build(arguments.fontsource, arguments.system_fonts, arguments.judged)
    atlas.save(arguments.out)
    print(f"{len(atlas.faces)} fonts, {sum(map(len, atlas.words.values()))} words, {sum(map(len, atlas.special.values()))} other glyphs")
