"""One plot of matplotlib.pyplot, as training tutorials use it, over CNNLab's figures."""

import math

import torch
from matplotlib.pyplot import Artist, AxesImage, Colorbar, Line2D
from matplotlib.pyplot import _Charts, _Spines, _accept, _columns, _limits, _numbers, _points, _scale

_range = range
_POINTS = ("line", "scatter")


class Axes(_Charts):
    """One plot of a figure."""

    def __init__(self):
        self._clear()

    def _clear(self):
        self._title = None
        self._x_label = None
        self._y_label = None
        self._x_scale = "linear"
        self._y_scale = "linear"
        self._x_limits = None
        self._y_limits = None
        self._grid = False
        self._legend = False
        self._framed = True
        self._marks = []

    def _spec(self):
        return (
            self._title, self._x_label, self._y_label, self._x_scale, self._y_scale,
            self._x_limits, self._y_limits, self._grid, self._legend, self._framed, self._marks,
        )

    def plot(self, *args, label=None, **options):
        """Lines through points: plot(y), plot(x, y), plot(x, y, "o-", ...); of two dimensions, a line a column."""
        _accept("plot", options)
        rest = list(args)
        lines = []
        while rest:
            ys = _columns(rest.pop(0))
            if rest and not isinstance(rest[0], str):
                xs, ys = ys, _columns(rest.pop(0))
            else:
                xs = [[float(i) for i in _range(len(ys[0]))]] if ys else []
            style = rest.pop(0) if rest and isinstance(rest[0], str) else "-"
            is_line = "-" in style or ":" in style or not any(c in style for c in "o.x+*s^vD")
            if len(xs) > 1 and len(ys) > 1 and len(xs) != len(ys):
                raise ValueError(f"x has {len(xs)} columns but y has {len(ys)} columns")
            count = max(len(xs), len(ys)) if xs and ys else 0
            labels = label if isinstance(label, (list, tuple)) and count > 1 else [label] * count
            if len(labels) != count:
                raise ValueError(
                    "label must be scalar or have the same length as the input data, but found "
                    f"{len(labels)} for {count} datasets."
                )
            for number, name in enumerate(labels):
                x, y = xs[number % len(xs)], ys[number % len(ys)]
                _points("plot", x, y)
                self._marks.append(("line" if is_line else "scatter", x, y, None, name))
                lines.append(Line2D(name))
        return lines

    def semilogy(self, *args, **options):
        """plot with a logarithmic y axis."""
        self.set_yscale("log")
        return self.plot(*args, **options)

    def semilogx(self, *args, **options):
        """plot with a logarithmic x axis."""
        self.set_xscale("log")
        return self.plot(*args, **options)

    def loglog(self, *args, **options):
        """plot with two logarithmic axes."""
        self.set_xscale("log")
        return self.semilogy(*args, **options)

    def step(self, x, y, *args, where="pre", label=None, **options):
        """A line that goes on level until the next point."""
        _accept("step", options)
        x, y = _numbers(x), _numbers(y)
        _points("step", x, y)
        if where not in ("pre", "post", "mid"):
            raise ValueError(f"{where!r} is not a valid value for where; supported values are 'pre', 'post', 'mid'")
        across, up = [], []
        for i in _range(len(x)):
            if i > 0:
                turn = {"pre": x[i - 1], "post": x[i], "mid": (x[i - 1] + x[i]) / 2}[where]
                across += [turn, turn]
                up += [y[i - 1], y[i]]
            across.append(x[i])
            up.append(y[i])
        self._marks.append(("line", across, up, None, label))
        return [Line2D(label)]

    def hlines(self, y, xmin, xmax, *args, label=None, **options):
        """Level lines from xmin to xmax."""
        _accept("hlines", options)
        for place in _numbers(y):
            self._marks.append(("line", [float(xmin), float(xmax)], [place, place], None, label))
            label = None

    def vlines(self, x, ymin, ymax, *args, label=None, **options):
        """Upright lines from ymin to ymax."""
        _accept("vlines", options)
        for place in _numbers(x):
            self._marks.append(("line", [place, place], [float(ymin), float(ymax)], None, label))
            label = None

    def scatter(self, x, y, label=None, **options):
        """Points."""
        for name in ("cmap", "vmin", "vmax"):
            options.pop(name, None)
        _accept("scatter", {k: v for k, v in options.items() if k != "c"})
        x, y = _numbers(x), _numbers(y)
        if len(x) != len(y):
            raise ValueError("x and y must be the same size")
        self._marks.append(("scatter", x, y, None, label))
        return Artist(label)

    def errorbar(self, x, y, yerr=None, label=None, **options):
        """Points with intervals."""
        _accept("errorbar", options)
        x, y = _numbers(x), _numbers(y)
        _points("errorbar", x, y)
        errors = None if yerr is None else _numbers(yerr)
        if errors is not None and len(errors) == 1:
            errors = errors * len(y)
        self._marks.append(("line", x, y, errors, label))

    def fill_between(self, x, y1, y2=0, label=None, **options):
        """The band between two lines, shown as intervals around its middle."""
        _accept("fill_between", options)
        x, low = _numbers(x), _numbers(y1)
        high = _numbers(y2)
        if len(high) == 1:
            high = high * len(low)
        _points("fill_between", x, low)
        middle = [(a + b) / 2 for a, b in zip(low, high)]
        half = [abs(b - a) / 2 for a, b in zip(low, high)]
        self._marks.append(("line", x, middle, half, label))

    def bar(self, x, height, width=0.8, yerr=None, label=None, tick_label=None, **options):
        """Bars."""
        _accept("bar", options)
        heights = _numbers(height)
        if isinstance(x, torch.Tensor):
            x = x.tolist()
        names = [n if isinstance(n, str) else f"{n:g}" for n in (x if tick_label is None else tick_label)]
        if len(heights) == 1:
            heights = heights * len(names)
        if len(names) != len(heights):
            raise ValueError(
                "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is "
                f"between arg 0 with shape ({len(names)},) and arg 1 with shape ({len(heights)},)."
            )
        errors = None if yerr is None else _numbers(yerr)
        self._marks.append(("bars", names, heights, errors, label))
        return [Artist(label) for _ in heights]

    def barh(self, y, width, height=0.8, xerr=None, label=None, **options):
        """Lying bars."""
        return self.bar(y, width, height, xerr, label, **options)

    def hist(self, x, bins=10, range=None, density=False, label=None, **options):
        """A histogram; returns the counts and the edges."""
        _accept("hist", options)
        values = _numbers(x)
        if not isinstance(bins, int):
            raise NotImplementedError("hist(bins=…) takes a number of bins here")
        finite = [v for v in values if math.isfinite(v)]
        low, high = range if range is not None else (min(finite, default=0.0), max(finite, default=1.0))
        self._marks.append(("hist", values, bins, (float(low), float(high)), label))
        if low == high:
            low, high = low - 0.5, high + 0.5
        step = (high - low) / bins
        counts = [0.0] * bins
        for value in finite:
            if low <= value <= high:
                counts[min(int((value - low) / step), bins - 1)] += 1.0
        if density and sum(counts) > 0:
            total = sum(counts) * step
            counts = [count / total for count in counts]
            middles = [f"{low + (i + 0.5) * step:.3g}" for i in _range(bins)]
            self._marks[-1] = ("bars", middles, counts, None, label)
        return counts, [low + i * step for i in [*_range(bins + 1)]], None

    def imshow(self, image, cmap=None, vmin=None, vmax=None, **options):
        """An image: (H, W) values, or (H, W, 3) colours."""
        _accept("imshow", options)
        if not isinstance(image, torch.Tensor):
            image = torch.tensor(image, dtype=torch.float32)
        image = image.detach()
        if image.dim() == 3 and image.shape[2] == 1:
            image = image[:, :, 0]
        if image.dim() not in (2, 3) or (image.dim() == 3 and image.shape[2] != 3):
            raise TypeError(f"Invalid shape {tuple(image.shape)} for image data")
        values = image.to(torch.float64)
        if image.dim() == 3 and image.dtype == torch.uint8:
            values = values / 255
        channels = 3 if image.dim() == 3 else 1
        limits = None
        if vmin is not None or vmax is not None:
            limits = (
                float(values.min().item() if vmin is None else vmin),
                float(values.max().item() if vmax is None else vmax),
            )
        self._marks.append((
            "image", image.shape[0], image.shape[1], channels, values.flatten().tolist(), limits,
            "grey" if str(cmap) in ("gray", "grey", "binary", "Greys_r", "Greys") else "viridis", None,
        ))
        return AxesImage(self, len(self._marks) - 1)

    matshow = imshow

    def _add_colorbar(self, number, label):
        # Images are drawn with their scale below; points are not coloured by values, so they have none.
        if number is None:
            images = [i for i in _range(len(self._marks)) if self._marks[i][0] == "image"]
            if not images and not any(mark[0] == "scatter" for mark in self._marks):
                raise RuntimeError(
                    "No mappable was found to use for colorbar creation. First define a mappable such as an image "
                    "(with imshow) or a contour set (with contourf)."
                )
            number = images[-1] if images else None
        bar = Colorbar(self, number)
        bar.set_label(label)
        return bar

    def _label_colorbar(self, number, label):
        if number is not None and number < len(self._marks):
            self._marks[number] = self._marks[number][:-1] + (str(label),)

    def axhline(self, y=0, xmin=0, xmax=1, label=None, **options):
        """A line across the plot."""
        _accept("axhline", options)
        self._marks.append(("hrule", float(y), label))

    def axvline(self, x=0, ymin=0, ymax=1, label=None, **options):
        """An upright line through the plot."""
        _accept("axvline", options)
        self._marks.append(("vrule", float(x), label))

    def set_title(self, label, **options):
        self._title = str(label)

    def set_xlabel(self, xlabel, **options):
        self._x_label = str(xlabel)

    def set_ylabel(self, ylabel, **options):
        self._y_label = str(ylabel)

    def set_xscale(self, value, **options):
        self._x_scale = _scale(value)

    def set_yscale(self, value, **options):
        self._y_scale = _scale(value)

    def set_xlim(self, left=None, right=None, **options):
        self._x_limits = _limits(left, right, [m[1] for m in self._marks if m[0] in _POINTS])

    def set_ylim(self, bottom=None, top=None, **options):
        self._y_limits = _limits(bottom, top, [m[2] for m in self._marks if m[0] in _POINTS])

    def set(self, **properties):
        """set(xlabel=…, title=…): each by its own function."""
        for name, value in properties.items():
            function = getattr(self, "set_" + name, None)
            if function is None:
                raise AttributeError(f"Axes.set() got an unexpected keyword argument {name!r}")
            function(*value) if name in ("xlim", "ylim") and len(value) == 2 else function(value)

    def text(self, x, y, s, **options):
        """Taken without effect: words stand beside a plot here, not in it."""
        return Artist()

    def annotate(self, text, xy=None, xytext=None, **options):
        """Taken without effect: words stand beside a plot here, not in it."""
        return Artist()

    def twinx(self):
        """The same plot: a second y axis has no place beside it here."""
        return self

    def set_axis_off(self):
        self._framed = False

    def set_axis_on(self):
        self._framed = True

    def get_legend_handles_labels(self):
        named = [mark[-1] for mark in self._marks if mark[0] != "image" and mark[-1]]
        return [Artist(label) for label in named], named

    @property
    def spines(self):
        return _Spines()

    def set_aspect(self, aspect, **options):
        """Taken without effect."""

    def set_facecolor(self, color):
        """Taken without effect."""

    def set_xticklabels(self, labels=(), **options):
        """Taken without effect: the text renderer chooses round numbers."""

    def set_yticklabels(self, labels=(), **options):
        """Taken without effect: the text renderer chooses round numbers."""

    def tick_params(self, axis="both", **options):
        """Taken without effect."""

    def margins(self, *margins, **options):
        """Taken without effect: the limits are those of the points."""

    def label_outer(self):
        """Taken without effect."""

    def cla(self):
        self._clear()

    clear = cla

    def set_xticks(self, ticks, labels=None, **options):
        """Taken without effect: the text renderer chooses round numbers."""

    def set_yticks(self, ticks, labels=None, **options):
        """Taken without effect: the text renderer chooses round numbers."""

    def grid(self, visible=True, **options):
        self._grid = bool(visible)

    def legend(self, labels=None, **options):
        _accept("legend", options)
        if labels is not None:
            named = [mark for mark in self._marks if mark[0] != "image"]
            for mark, label in zip(named, labels):
                self._marks[self._marks.index(mark)] = (*mark[:-1], str(label))
        self._legend = True

    def axis(self, option="on"):
        if isinstance(option, (list, tuple)):
            self.set_xlim(option[0], option[1])
            self.set_ylim(option[2], option[3])
        else:
            self._framed = option not in ("off", False)
