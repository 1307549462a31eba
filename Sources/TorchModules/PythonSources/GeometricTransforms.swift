extension PythonSources {
    /// `torchvision.transforms`: images resized, turned, moved and seen from aside, as tensors and as PIL does it.
    static let transformsGeometry = #"""
        import math

        import torch
        from torch import nn
        from torch.nn import functional as F
        from torchvision.transforms import _PILImage, _apply, _channels, _height_width


        def _mode(interpolation):
            """The name of an interpolation, which PIL numbers."""
            return {0: "nearest", 2: "bilinear", 3: "bicubic"}.get(interpolation, interpolation)


        # Resizing


        def _cubic(x, a):
            x = abs(x)
            if x < 1:
                return ((a + 2) * x - (a + 3)) * x * x + 1
            return ((x - 5) * x + 8) * x * a - 4 * a if x < 2 else 0.0


        def _table(size, out, mode):
            """The weights of a resampling whose reach grows where the image shrinks."""
            scale = size / out
            wide = max(scale, 1.0)
            reach = 1.0 if mode == "bilinear" else 2.0
            table = torch.zeros(out, size, dtype=torch.float64)
            for i in range(out):
                centre = scale * (i + 0.5)
                low = max(int(centre - reach * wide + 0.5), 0)
                high = min(int(centre + reach * wide + 0.5), size)
                parts = []
                for j in range(low, high):
                    x = (j - centre + 0.5) / wide
                    parts.append(max(1 - abs(x), 0.0) if reach == 1.0 else _cubic(x, -0.5))
                total = sum(parts)
                for j, part in zip(range(low, high), parts):
                    table[i, j] = part / total
            return table


        def _middles(size, out):
            """The lines that PIL takes: those at the middles of the new ones, summed up step by step."""
            step = size / out
            at, rows = step * 0.5, []
            for _ in range(out):
                rows.append(int(at))
                at += step
            return rows


        def _resized_bytes(planes, size, mode):
            """As PIL does it: one dimension after the other, in numbers of 22 bits, rounded in between."""
            values = planes.to(torch.float64)
            (rows, columns), passes = planes.shape[-2:], [(-1, size[1]), (-2, size[0])]
            if size[0] < rows and rows - size[0] > 2 * (columns - size[1]):
                # The dimension first that loses most.
                passes.reverse()
            for dim, out in passes:
                if values.size(dim) == out:
                    continue
                table = (_table(values.size(dim), out, mode) * 2**22).round()
                values = values @ table.t() if dim == -1 else table @ values
                values = ((values + 2**21) / 2**22).floor().clamp(0, 255)
            return values.to(torch.uint8)


        def _resized(image, size, interpolation, antialias, max_size=None):
            height, width = _height_width(image)
            mode = _mode(interpolation)
            if isinstance(size, int) or len(size) == 1:
                edge = size if isinstance(size, int) else size[0]
                short, long = min(height, width), max(height, width)
                short, long = edge, int(edge * long / short)
                if max_size is not None:
                    if max_size <= edge:
                        raise ValueError(
                            f"max_size = {max_size} must be strictly greater than the requested size for "
                            f"the smaller edge size = {[edge]}"
                        )
                    if long > max_size:
                        short, long = int(max_size * short / long), max_size
                size = (short, long) if height <= width else (long, short)
            elif max_size is not None:
                raise ValueError(
                    "max_size should only be passed if size specifies the length of the smaller edge, i.e. "
                    "size should be an int or a sequence of length 1 in torchscript mode."
                )
            if tuple(size) == (height, width):
                return image
            if mode == "nearest":
                if isinstance(image, _PILImage):
                    rows, columns = _middles(height, size[0]), _middles(width, size[1])
                else:
                    rows = [int(i * height / size[0]) for i in range(size[0])]
                    columns = [int(i * width / size[1]) for i in range(size[1])]
                return _apply(image, lambda t: t[..., rows, :][..., columns])
            if isinstance(image, _PILImage):
                return _PILImage(_resized_bytes(image.planes, size, mode))

            def change(t):
                values = t if t.is_floating_point() else t.to(torch.float32)
                if mode == "bilinear" and antialias:
                    across = _table(width, size[1], mode).to(values.dtype)
                    values = _table(height, size[0], mode).to(values.dtype) @ (values @ across.t())
                    return values if t.is_floating_point() else values.round().to(t.dtype)
                values = F.interpolate(
                    values.reshape(-1, 1, height, width), size=tuple(size), mode=mode,
                    align_corners=False, antialias=bool(antialias)
                ).reshape(*t.shape[:-2], *size)
                if t.is_floating_point():
                    return values
                return (values.clamp(0, 255) if mode == "bicubic" else values).round().to(t.dtype)

            return change(image)


        class Resize(nn.Module):
            """An image of another size."""

            def __init__(self, size, interpolation="bilinear", max_size=None, antialias=True):
                super().__init__()
                if not isinstance(size, (int, list, tuple)):
                    raise TypeError(f"Size should be int or sequence. Got {type(size)}")
                if isinstance(size, (list, tuple)) and len(size) not in (1, 2):
                    raise ValueError("If size is a sequence, it should have 1 or 2 values")
                interpolation = _mode(interpolation)
                if interpolation not in ("bilinear", "nearest", "bicubic"):
                    raise NotImplementedError(
                        f"Resize(interpolation={interpolation!r}) is not part of CNNLab's torchvision"
                    )
                self.size = size
                self.max_size = max_size
                self.interpolation = interpolation
                self.antialias = antialias

            def forward(self, img):
                return _resized(img, self.size, self.interpolation, self.antialias, self.max_size)

            def __repr__(self):
                return (
                    f"{type(self).__name__}(size={self.size}, interpolation={self.interpolation}, "
                    f"max_size={self.max_size}, antialias={self.antialias})"
                )


        # Affine and perspective maps, given by where each new pixel comes from


        def _inverse_affine(center, angle, translate, scale, shear):
            turn, sx, sy = (math.radians(x) for x in (angle, shear[0], shear[1]))
            a = math.cos(turn - sy) / math.cos(sy)
            b = -math.cos(turn - sy) * math.tan(sx) / math.cos(sy) - math.sin(turn)
            c = math.sin(turn - sy) / math.cos(sy)
            d = -math.sin(turn - sy) * math.tan(sx) / math.cos(sy) + math.cos(turn)
            x, y = -center[0] - translate[0], -center[1] - translate[1]
            m = [v / scale for v in (d, -b, 0.0, -c, a, 0.0)]
            m[2] = m[0] * x + m[1] * y + center[0]
            m[5] = m[3] * x + m[4] * y + center[1]
            return m


        def _fills(image, fill):
            """A value for each channel; None where nothing is filled."""
            if fill is None:
                return None
            count = _channels(image)
            values = list(fill) if isinstance(fill, (tuple, list)) else [fill]
            if isinstance(image, _PILImage):
                if len(values) not in (1, count):
                    raise ValueError(
                        "The number of elements in 'fill' does not match the number of channels of the "
                        f"image ({len(values)} != {count})"
                    )
            elif len(values) > 1 and len(values) != count:
                raise ValueError(
                    "The number of elements in 'fill' cannot broadcast to match the number of channels of "
                    f"the image ({len(values)} != {count})"
                )
            return [float(v) for v in (values * count if len(values) == 1 else values)]


        def _sampled(image, grid, mode, fill):
            """(…, C, H, W) read at a grid (1, h, w, 2); what lies outside is `fill`."""
            kind = image.dtype if image.is_floating_point() else torch.float32
            shape = image.shape
            batch = image.to(kind).reshape(-1, *shape[-3:])
            channels = shape[-3]
            if fill is not None:
                batch = torch.cat([batch, torch.ones_like(batch[:, :1])], 1)
            grid = grid.to(kind).expand(batch.size(0), -1, -1, -1)
            values = F.grid_sample(batch, grid, mode=mode, align_corners=False)
            if fill is not None:
                inside = values[:, channels:]
                values = values[:, :channels]
                around = torch.tensor(fill, dtype=kind).view(1, -1, 1, 1)
                if mode == "nearest":
                    values = torch.where(inside < 0.5, around, values)
                else:
                    values = values * inside + (1.0 - inside) * around
            values = values.reshape(*shape[:-2], *values.shape[-2:])
            return values if image.is_floating_point() else values.round().to(image.dtype)


        def _places(width, height, begin_x, begin_y):
            x = torch.linspace(begin_x, begin_x + width - 1, width)
            y = torch.linspace(begin_y, begin_y + height - 1, height)
            ones = torch.ones(height, width)
            grid = [x.expand(height, width), y.view(-1, 1).expand(height, width), ones]
            return torch.stack(grid, -1).view(-1, 3)


        def _affine_grid(matrix, width, height, out_width, out_height):
            theta = torch.tensor(matrix).view(2, 3).t() / torch.tensor([0.5 * width, 0.5 * height])
            places = _places(out_width, out_height, 0.5 - out_width * 0.5, 0.5 - out_height * 0.5)
            return (places @ theta).view(1, out_height, out_width, 2)


        def _bytes_at(planes, size, place, mode, fill):
            """As PIL reads pixels: `place` gives x and y of each new pixel's middle, as float64."""
            (width, height), (rows, columns) = size, planes.shape[-2:]
            x = torch.arange(width, dtype=torch.float64).expand(height, width) + 0.5
            y = torch.arange(height, dtype=torch.float64).view(-1, 1).expand(height, width) + 0.5
            x, y = place(x, y)
            inside = (x >= 0) & (x < columns) & (y >= 0) & (y < rows)
            if mode == "nearest":
                column = x.floor().long().clamp(0, columns - 1)
                values = planes[:, y.floor().long().clamp(0, rows - 1), column]
            else:
                x, y = x - 0.5, y - 0.5
                column, row = x.floor().long(), y.floor().long()
                dx, dy = x - column, y - row
                pixels = planes.to(torch.float64)
                left, right = column.clamp(0, columns - 1), (column + 1).clamp(0, columns - 1)

                def line(at):
                    at = at.clamp(0, rows - 1)
                    a, b = pixels[:, at, left], pixels[:, at, right]
                    return a + (b - a) * dx

                above, below = line(row), line(row + 1)
                values = (above + (below - above) * dy).floor().to(torch.uint8)
            fill = [0.0] * planes.size(0) if fill is None else fill
            around = torch.tensor(fill).view(-1, 1, 1).to(torch.uint8)
            return torch.where(inside, values, around)


        def _affine_bytes(planes, size, m, mode, fill):
            def place(x, y):
                return m[0] * x + m[1] * y + m[2], m[3] * x + m[4] * y + m[5]

            if mode == "nearest":
                # PIL counts in numbers of 16 bits after the point.
                def fixed(v):
                    return math.floor(v * 65536.0 + 0.5)

                steps = [fixed(m[k]) for k in (0, 1, 3, 4)]
                begins = [fixed(m[2] + m[0] * 0.5 + m[1] * 0.5), fixed(m[5] + m[3] * 0.5 + m[4] * 0.5)]

                def place(x, y):
                    x, y = x - 0.5, y - 0.5
                    across = begins[0] + steps[0] * x + steps[1] * y
                    down = begins[1] + steps[2] * x + steps[3] * y
                    return (across / 65536.0).floor(), (down / 65536.0).floor()

            return _bytes_at(planes, size, place, mode, fill)


        def _turned_image(image, angle, mode, expand, center, fill):
            """PIL's rotate."""
            planes, (width, height) = image.planes, image.size
            angle = angle % 360.0
            if center is None:
                quarters = {0.0: 0, 90.0: 1, 180.0: 2, 270.0: 3}.get(angle)
                if quarters in (0, 2) or (quarters is not None and (expand or width == height)):
                    return _PILImage(planes.rot90(quarters, (-2, -1)))
                center = (width / 2, height / 2)
            turn = -math.radians(angle)
            cos, sin = round(math.cos(turn), 15), round(math.sin(turn), 15)
            down = round(-math.sin(turn), 15)
            m = [cos, sin, 0.0, down, cos, 0.0]

            def at(x, y):
                return m[0] * x + m[1] * y + m[2], m[3] * x + m[4] * y + m[5]

            x, y = at(-center[0], -center[1])
            m[2], m[5] = x + center[0], y + center[1]
            size = (width, height)
            if expand:
                corners = [at(x, y) for x, y in ((0, 0), (width, 0), (width, height), (0, height))]
                xs, ys = [c[0] for c in corners], [c[1] for c in corners]
                size = (
                    math.ceil(max(xs)) - math.floor(min(xs)), math.ceil(max(ys)) - math.floor(min(ys))
                )
                m[2], m[5] = at(-(size[0] - width) / 2.0, -(size[1] - height) / 2.0)
            return _PILImage(_affine_bytes(planes, size, m, mode, fill))


        def _turned(image, angle, interpolation, expand, center, fill):
            """Turned counter-clockwise about the centre, or about `center` (x, y)."""
            mode = _mode(interpolation)
            height, width = _height_width(image)
            fill = _fills(image, fill)
            if isinstance(image, _PILImage):
                return _turned_image(image, angle, mode, expand, center, fill)
            middle = [0.0, 0.0]
            if center is not None:
                middle = [1.0 * (c - s * 0.5) for c, s in zip(center, (width, height))]
            matrix = _inverse_affine(middle, -angle, [0.0, 0.0], 1.0, [0.0, 0.0])
            out_width, out_height = width, height
            if expand:
                x, y = 0.5 * width, 0.5 * height
                corners = torch.tensor([[-x, -y, 1.0], [-x, y, 1.0], [x, y, 1.0], [x, -y, 1.0]])
                reached = corners @ torch.tensor(matrix).view(2, 3).t()
                half = torch.tensor([x, y])
                low, high = reached.amin(0) + half, reached.amax(0) + half
                high = torch.ceil((high / 1e-4).trunc_() * 1e-4)
                low = torch.floor((low / 1e-4).trunc_() * 1e-4)
                out_width, out_height = (int(n) for n in (high - low).tolist())
            grid = _affine_grid(matrix, width, height, out_width, out_height)
            return _sampled(image, grid, mode, fill)


        def _moved(image, angle, translate, scale, shear, interpolation, fill, center=None):
            """Turned, moved, scaled and sheared about the centre."""
            mode = _mode(interpolation)
            height, width = _height_width(image)
            fill = _fills(image, fill)
            if isinstance(image, _PILImage):
                middle = [width * 0.5, height * 0.5] if center is None else center
                matrix = _inverse_affine(middle, angle, translate, scale, shear)
                return _PILImage(_affine_bytes(image.planes, (width, height), matrix, mode, fill))
            middle = [0.0, 0.0]
            if center is not None:
                middle = [1.0 * (c - s * 0.5) for c, s in zip(center, (width, height))]
            translate = [1.0 * t for t in translate]
            matrix = _inverse_affine(middle, angle, translate, scale, shear)
            return _sampled(image, _affine_grid(matrix, width, height, width, height), mode, fill)


        def _perspective(image, startpoints, endpoints, interpolation, fill):
            """Seen so that the start points come to lie at the end points."""
            rows, right = [], []
            for (x, y), (u, v) in zip(endpoints, startpoints):
                rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
                rows.append([0, 0, 0, x, y, 1, -v * x, -v * y])
                right += [u, v]
            kind = torch.float64
            solved = torch.linalg.solve(torch.tensor(rows, dtype=kind), torch.tensor(right, dtype=kind))
            c = solved.to(torch.float32).tolist()
            mode = _mode(interpolation)
            height, width = _height_width(image)
            fill = _fills(image, fill)
            if isinstance(image, _PILImage):

                def place(x, y):
                    below = c[6] * x + c[7] * y + 1
                    return (c[0] * x + c[1] * y + c[2]) / below, (c[3] * x + c[4] * y + c[5]) / below

                return _PILImage(_bytes_at(image.planes, (width, height), place, mode, fill))
            places = _places(width, height, 0.5, 0.5)
            above = torch.tensor([c[:3], c[3:6]]).t() / torch.tensor([0.5 * width, 0.5 * height])
            below = torch.tensor([[c[6], c[7], 1.0]] * 2).t()
            grid = (places @ above) / (places @ below) - 1.0
            return _sampled(image, grid.view(1, height, width, 2), mode, fill)
        """#
}
