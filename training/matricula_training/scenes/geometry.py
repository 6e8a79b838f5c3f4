"""Projective geometry on batches of points: matrices [N, 3, 3] act on pixel coordinates with the first pixel's centre at 0.5."""
import torch


def project(matrix, points):
    """Maps points [N, ..., 2]; what lies behind the viewer is thrown far away."""
    # Written out, because a matrix product may be rounded to ten bits on an accelerator.
    x, y = points.unbind(-1)
    m = matrix.reshape(len(points), *[1] * (points.dim() - 2), 9).unbind(-1)
    depth = (m[6] * x + m[7] * y + m[8]).clamp(min=1e-4)
    return torch.stack([(m[0] * x + m[1] * y + m[2]) / depth, (m[3] * x + m[4] * y + m[5]) / depth], -1)


def unit_square_to(quads):
    """Homographies [N, 3, 3] that take the unit square's corners (clockwise from 0,0) to `quads` [N, 4, 2] (Heckbert 1989)."""
    a, b, c, d = quads.unbind(1)
    first, second, rest = b - c, d - c, a - b + c - d
    determinant = _cross(first, second)
    determinant = torch.where(determinant.abs() < 1e-6, torch.full_like(determinant, 1e-6), determinant)
    g, h = _cross(rest, second) / determinant, _cross(first, rest) / determinant
    x = b - a + g[:, None] * b
    y = d - a + h[:, None] * d
    columns = [torch.cat([x, g[:, None]], 1), torch.cat([y, h[:, None]], 1), torch.cat([a, torch.ones_like(a[:, :1])], 1)]
    return torch.stack(columns, 2)


def pixel_centres(height, width, device):
    """[height, width, 2]."""
    y = torch.arange(height, device=device, dtype=torch.float32) + 0.5
    x = torch.arange(width, device=device, dtype=torch.float32) + 0.5
    return torch.stack([x[None, :].expand(height, -1), y[:, None].expand(-1, width)], -1)


def translation(offset):
    """[N, 3, 3] from offsets [N, 2]."""
    matrix = torch.eye(3, device=offset.device).repeat(len(offset), 1, 1)
    matrix[:, :2, 2] = offset
    return matrix


def linear(rows):
    """[N, 3, 3] from four numbers (a, b, c, d) each [N]: x' = ax + by, y' = cx + dy."""
    a, b, c, d = rows
    matrix = torch.eye(3, device=a.device).repeat(len(a), 1, 1)
    matrix[:, 0, 0], matrix[:, 0, 1], matrix[:, 1, 0], matrix[:, 1, 1] = a, b, c, d
    return matrix


def rotation(angle):
    """[N, 3, 3] from angles in radians."""
    return linear((angle.cos(), -angle.sin(), angle.sin(), angle.cos()))


def bounds(quads):
    """Boxes [..., 4] around quadrilaterals [..., 4, 2]."""
    return torch.cat([quads.amin(-2), quads.amax(-2)], -1)


def side_lengths(quads):
    """Mean width and mean height [..., 2] of quadrilaterals [..., 4, 2]."""
    a, b, c, d = quads.unbind(-2)
    width = ((b - a).norm(dim=-1) + (c - d).norm(dim=-1)) / 2
    height = ((d - a).norm(dim=-1) + (c - b).norm(dim=-1)) / 2
    return torch.stack([width, height], -1)


def covered(boxes, by):
    """Share of each box [..., 4] that `by` [..., 4] covers."""
    low = torch.maximum(boxes[..., :2], by[..., :2])
    high = torch.minimum(boxes[..., 2:], by[..., 2:])
    area = (boxes[..., 2:] - boxes[..., :2]).clamp(min=0).prod(-1)
    return (high - low).clamp(min=0).prod(-1) / area.clamp(min=1e-6)


def _cross(a, b):
    return a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
