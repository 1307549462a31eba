"""Kinds of plots that training tutorials use now and then, made of lines, points, bars and images."""

import math

import torch
from matplotlib.pyplot import Artist, AxesImage, _accept, _numbers, _points


class _Axis:
    """An axis, whose marks the text renderer chooses by itself."""

    def set_major_locator(self, locator):
        """Taken without effect."""

    set_minor_locator = set_major_formatter = set_minor_formatter = set_major_locator
    set_ticks_position = set_label_position = set_ticks = set_visible = set_major_locator

    def grid(self, *args, **options):
        """Taken without effect."""


def _groups(x):
    """The samples of each box: a list of samples, or the columns of a matrix."""
    if isinstance(x, torch.Tensor):
        return [_numbers(column) for column in x.t()] if x.dim() == 2 else [_numbers(x)]
    if x and isinstance(x[0], (list, tuple, torch.Tensor)):
        return [_numbers(part) for part in x]
    return [_numbers(x)]


def _quantile(values, share):
    place = share * (len(values) - 1)
    low = math.floor(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (values[high] - values[low]) * (place - low)


def _matrix(values):
    if not isinstance(values, torch.Tensor):
        values = torch.tensor(values, dtype=torch.float64)
    if values.dim() != 2:
        raise TypeError(f"Input z must be 2D, not {values.dim()}D")
    return values.detach()


class _Charts:
    """The rarer plots; Axes has the others."""

    def stem(self, *args, label=None, **options):
        """Points on upright lines."""
        for name in ("linefmt", "markerfmt", "basefmt", "bottom"):
            options.pop(name, None)
        _accept("stem", options)
        values = [_numbers(a) for a in args if not isinstance(a, str)]
        if not 1 <= len(values) <= 2:
            raise TypeError(f"stem expected 1 to 5 positional arguments, got {len(args)}")
        y = values[-1]
        x = values[0] if len(values) == 2 else [float(i) for i in range(len(y))]
        _points("stem", x, y)
        for place, height in zip(x, y):
            self._marks.append(("line", [place, place], [0.0, height], None, None))
        self._marks.append(("scatter", x, y, None, label))
        return Artist(label)

    def boxplot(self, x, *args, positions=None, labels=None, tick_labels=None, **options):
        """For each sample a box from quartile to quartile, the median and the reach of the rest."""
        shown = ("vert", "whis", "widths", "showfliers", "patch_artist", "notch", "showmeans", "sym",
                 "boxprops", "medianprops", "whiskerprops", "capprops", "flierprops", "meanprops")
        for name in shown:
            options.pop(name, None)
        _accept("boxplot", options)
        made = {name: [] for name in ("whiskers", "caps", "boxes", "medians", "fliers", "means")}
        groups = _groups(x)
        places = [float(i + 1) for i in range(len(groups))]
        places = places if positions is None else _numbers(positions)
        names = [None] * len(groups) if labels is None and tick_labels is None else [
            str(name) for name in (labels if tick_labels is None else tick_labels)
        ]
        for at, group, name in zip(places, groups, names):
            values = sorted(v for v in group if math.isfinite(v))
            if not values:
                continue
            first, middle, third = (_quantile(values, q) for q in (0.25, 0.5, 0.75))
            reach = 1.5 * (third - first)
            inside = [v for v in values if first - reach <= v <= third + reach]
            left, right = at - 0.25, at + 0.25
            box = ([left, right, right, left, left], [first, first, third, third, first])
            self._marks.append(("line", *box, None, name))
            self._marks.append(("line", [left, right], [middle, middle], None, None))
            self._marks.append(("line", [at, at], [inside[0], first], None, None))
            self._marks.append(("line", [at, at], [third, inside[-1]], None, None))
            beyond = [v for v in values if v < inside[0] or v > inside[-1]]
            if beyond:
                self._marks.append(("scatter", [at] * len(beyond), beyond, None, None))
            for kind, count in (("boxes", 1), ("medians", 1), ("fliers", 1), ("whiskers", 2), ("caps", 2)):
                made[kind] += [Artist() for _ in range(count)]
        return made

    def violinplot(self, dataset, positions=None, **options):
        """Shown as boxes."""
        for name in ("showmeans", "showmedians", "showextrema", "vert", "widths", "points", "bw_method"):
            options.pop(name, None)
        made = self.boxplot(dataset, positions=positions, **options)
        return {"bodies": made["boxes"]}

    def pie(self, x, labels=None, autopct=None, **options):
        """Shares of a whole, shown as bars."""
        for name in ("explode", "colors", "startangle", "radius", "counterclock", "wedgeprops",
                     "textprops", "labeldistance", "pctdistance", "center", "normalize"):
            options.pop(name, None)
        _accept("pie", options)
        values = _numbers(x)
        if any(v < 0 for v in values):
            raise ValueError("Wedge sizes 'x' must be non negative values")
        if labels is not None and len(labels) != len(values):
            raise ValueError(f"'label' must be of length 'x', not {len(labels)}")
        total = sum(values) or 1.0
        shares = [v / total for v in values]
        names = [str(i) for i in range(len(values))] if labels is None else [str(n) for n in labels]
        self._marks.append(("bars", names, shares, None, None))
        wedges, texts = [Artist(n) for n in names], [Artist(n) for n in names]
        return (wedges, texts) if autopct is None else (wedges, texts, [Artist() for _ in names])

    def contourf(self, *args, cmap=None, levels=None, **options):
        """A function of two variables, shown as an image whose first row is the lowest."""
        for name in ("colors", "extend", "vmin", "vmax", "shading", "inline", "edgecolors"):
            options.pop(name, None)
        _accept("contourf", options)
        values = _matrix(args[0] if len(args) < 3 else args[2])
        return self.imshow(values.flip(0), cmap=cmap)

    contour = contourf
    pcolormesh = pcolor = contourf

    def hist2d(self, x, y, bins=10, cmap=None, **options):
        """How many points are in each cell of a grid."""
        for name in ("range", "density", "weights", "cmin", "cmax", "vmin", "vmax"):
            options.pop(name, None)
        _accept("hist2d", options)
        x, y = _numbers(x), _numbers(y)
        _points("hist2d", x, y)
        across, up = bins if isinstance(bins, (tuple, list)) else (bins, bins)

        def cells(values, count):
            low, high = min(values, default=0.0), max(values, default=1.0)
            step = (high - low) / count or 1.0
            places = [min(int((v - low) / step), count - 1) for v in values]
            return places, [low + i * step for i in range(count + 1)]

        (columns, x_edges), (rows, y_edges) = cells(x, across), cells(y, up)
        counts = torch.zeros(up, across)
        for row, column in zip(rows, columns):
            counts[row, column] += 1
        image = self.imshow(counts.flip(0), cmap=cmap)
        return counts.t(), x_edges, y_edges, image

    def stackplot(self, x, *args, labels=(), **options):
        """Series on top of each other."""
        options.pop("colors", None)
        options.pop("baseline", None)
        _accept("stackplot", options)
        x = _numbers(x)
        total = [0.0] * len(x)
        for i, values in enumerate(args):
            total = [a + b for a, b in zip(total, _numbers(values))]
            label = labels[i] if i < len(labels) else None
            self._marks.append(("line", x, list(total), None, label))

    def fill(self, x, y, *args, label=None, **options):
        """The outline of a polygon."""
        _accept("fill", options)
        x, y = _numbers(x), _numbers(y)
        _points("fill", x, y)
        self._marks.append(("line", x + x[:1], y + y[:1], None, label))
        return [Artist(label)]

    def axvspan(self, xmin, xmax, ymin=0, ymax=1, label=None, **options):
        """A band through the plot, shown by its two sides."""
        _accept("axvspan", options)
        self._marks.append(("vrule", float(xmin), label))
        self._marks.append(("vrule", float(xmax), None))
        return Artist(label)

    def axhspan(self, ymin, ymax, xmin=0, xmax=1, label=None, **options):
        """A band across the plot, shown by its two sides."""
        _accept("axhspan", options)
        self._marks.append(("hrule", float(ymin), label))
        self._marks.append(("hrule", float(ymax), None))
        return Artist(label)

    def twiny(self):
        """The same plot: a second x axis has no place beside it here."""
        return self

    def _reach(self, place, limits):
        if limits is not None:
            return limits
        known = [
            v for mark in self._marks if mark[0] in ("line", "scatter")
            for v in mark[place] if math.isfinite(v)
        ]
        return (min(known), max(known)) if known else (0.0, 1.0)

    def get_xlim(self):
        """The limits of the x axis."""
        return self._reach(1, self._x_limits)

    def get_ylim(self):
        """The limits of the y axis."""
        return self._reach(2, self._y_limits)

    def get_title(self, loc="center"):
        """The plot's title."""
        return self._title or ""

    def get_xlabel(self):
        """The name of the x axis."""
        return self._x_label or ""

    def get_ylabel(self):
        """The name of the y axis."""
        return self._y_label or ""

    def get_xscale(self):
        """linear or log."""
        return self._x_scale

    def get_yscale(self):
        """linear or log."""
        return self._y_scale

    def has_data(self):
        """Whether something is drawn."""
        return bool(self._marks)

    @property
    def xaxis(self):
        return _Axis()

    @property
    def yaxis(self):
        return _Axis()

    def invert_yaxis(self):
        """Taken without effect."""

    invert_xaxis = minorticks_on = autoscale = relim = autoscale_view = invert_yaxis

    def add_patch(self, patch):
        """Taken without effect: shapes have no place in a plot of text."""
        return patch

    def set_visible(self, visible):
        """An invisible plot is empty."""
        if not visible:
            self._clear()
            self._framed = False

    def remove(self):
        """Empties the plot."""
        self._clear()
        self._framed = False
