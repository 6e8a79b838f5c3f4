"""All packed scenes in the memory of one device, with smaller copies, so that windows of any scale are cut without aliasing."""
import cv2
import torch
import torch.nn.functional as F

from matricula_training.scenes.pack import read_pack

LEVELS = 3


class SceneStore:
    """`pictures[level]` uint8 [N, 3, S >> level, S >> level], each scene at the top left of its square; areas in pixels of level 0."""

    def __init__(self, pictures, sizes, kinds, quads, weights):
        self.pictures, self.sizes, self.kinds, self.quads, self.weights = pictures, sizes, kinds, quads, weights

    def __len__(self):
        return len(self.sizes)


def load_store(path, device, side=640, areas=16, weights=None, limit=0):
    """Reads a pack, pictures over `side` scaled down to it; `weights`: {part of the source's name: how often its scenes are drawn, 1 if not named}."""
    entries = list(read_pack(path))
    if limit:
        entries = entries[::max(1, len(entries) // limit)]
    count = len(entries)
    pictures = [torch.full((count, 3, side >> level, side >> level), 114, dtype=torch.uint8, device=device) for level in range(LEVELS)]
    sizes, kinds = torch.zeros(count, 2), torch.zeros(count, areas, dtype=torch.long)
    quads, draws = torch.zeros(count, areas, 4, 2), torch.ones(count)
    for i, (entry, picture) in enumerate(entries):
        scale = min(1.0, side / max(picture.shape[:2]))
        picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else picture
        height, width = picture.shape[:2]
        pictures[0][i, :, :height, :width] = torch.from_numpy(picture).to(device).permute(2, 0, 1)
        sizes[i] = torch.tensor([width, height])
        for j, (kind, *corners) in enumerate(entry["areas"][:areas]):
            kinds[i, j] = kind
            quads[i, j] = torch.tensor(corners).view(4, 2) * scale
        for part, weight in (weights or {}).items():
            if part in entry["source"]:
                draws[i] = weight
    for level in range(1, LEVELS):
        for start in range(0, count, 128):
            above = pictures[level - 1][start:start + 128].float()
            pictures[level][start:start + 128] = F.avg_pool2d(above, 2).round().to(torch.uint8)
    return SceneStore(pictures, sizes.to(device), kinds.to(device), quads.to(device), draws.to(device))
