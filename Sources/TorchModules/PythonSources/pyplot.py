"""matplotlib.pyplot as training tutorials use it, over CNNLab's figures."""

import math

import torch
from _cnnlab import show_figure as _show_figure

# Colours, widths and fonts are taken and have no effect: a terminal shows series by colour and
# mark of its own choice.
_COSMETIC = {
    "color", "c", "linestyle", "ls", "linewidth", "lw", "marker", "markersize", "ms", "alpha", "s",
    "edgecolor", "edgecolors", "facecolor", "capsize", "ecolor", "elinewidth", "zorder", "fmt",
    "interpolation", "aspect", "origin", "fontsize", "fontweight", "size", "loc", "frameon", "ncol",
    "rotation", "ha", "va", "pad", "y", "which", "axis", "drawstyle", "markerfacecolor", "rwidth",
    "histtype", "align", "title", "bbox_to_anchor",
}


def _accept(function, options):
    for name in options:
        if name not in _COSMETIC:
            raise TypeError(f"{function}() got an unexpected keyword argument '{name}'")


def _numbers(values):
    if isinstance(values, torch.Tensor):
        if values.requires_grad:
            raise RuntimeError(
                "Can't call numpy() on Tensor that requires grad. "
                "Use tensor.detach().numpy() instead."
            )
        values = values.flatten().tolist()
    elif isinstance(values, (int, float)):
        values = [values]
    return [float(value) for value in values]


def _points(function, x, y):
    if len(x) != len(y):
        raise ValueError(
            "x and y must have same first dimension, but have shapes "
            f"({len(x)},) and ({len(y)},)"
        )


class Axes:
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
        """Lines through points: plot(y), plot(x, y), plot(x, y, "o-", ...)."""
        _accept("plot", options)
        rest = list(args)
        while rest:
            first = _numbers(rest.pop(0))
            if rest and not isinstance(rest[0], str):
                x, y = first, _numbers(rest.pop(0))
            else:
                x, y = [float(i) for i in range(len(first))], first
            style = rest.pop(0) if rest and isinstance(rest[0], str) else "-"
            _points("plot", x, y)
            is_line = "-" in style or ":" in style or not any(c in style for c in "o.x+*s^vD")
            self._marks.append(("line" if is_line else "scatter", x, y, None, label))

    def scatter(self, x, y, label=None, **options):
        """Points."""
        options.pop("cmap", None)
        _accept("scatter", {k: v for k, v in options.items() if k != "c"})
        x, y = _numbers(x), _numbers(y)
        if len(x) != len(y):
            raise ValueError("x and y must be the same size")
        self._marks.append(("scatter", x, y, None, label))

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

    def barh(self, y, width, height=0.8, xerr=None, label=None, **options):
        """Lying bars."""
        self.bar(y, width, height, xerr, label, **options)

    def hist(self, x, bins=10, range=None, density=False, label=None, **options):
        """A histogram; returns the counts and the edges."""
        _accept("hist", options)
        values = _numbers(x)
        if not isinstance(bins, int):
            raise NotImplementedError("hist(bins=…) takes a number of bins here")
        if density:
            raise NotImplementedError("hist(density=True) is not part of CNNLab's pyplot")
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
        return counts, [low + i * step for i in [*_range(bins + 1)]], None

    def imshow(self, image, cmap="viridis", vmin=None, vmax=None, **options):
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
            "grey" if cmap in ("gray", "grey", "binary", "Greys_r") else "viridis",
        ))

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

    def set_xlim(self, left=None, right=None):
        self._x_limits = _limits(left, right)

    def set_ylim(self, bottom=None, top=None):
        self._y_limits = _limits(bottom, top)

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
        self._framed = option != "off"


_range = range


def _scale(value):
    if value not in ("linear", "log"):
        raise ValueError(f"{value!r} is not a valid value for scale; supported values are 'linear', 'log'")
    return value


def _limits(low, high):
    if isinstance(low, (tuple, list)):
        low, high = low
    if low is None or high is None:
        return None
    low, high = float(low), float(high)
    return (low, high) if low <= high else (high, low)


class _AxesGrid:
    """What subplots gives for several plots: rows of axes, indexed as a NumPy array is."""

    def __init__(self, rows):
        self._rows = rows

    @property
    def flat(self):
        return [item for row in self._rows for item in (row if isinstance(row, list) else [row])]

    @property
    def shape(self):
        if self._rows and isinstance(self._rows[0], list):
            return (len(self._rows), len(self._rows[0]))
        return (len(self._rows),)

    def flatten(self):
        return self.flat

    ravel = flatten

    def __getitem__(self, index):
        if isinstance(index, tuple):
            return self._rows[index[0]][index[1]]
        return self._rows[index]

    def __iter__(self):
        return iter(self._rows)

    def __len__(self):
        return len(self._rows)


class Figure:
    """A figure of one or more plots."""

    def __init__(self, rows=1, columns=1):
        self._rows, self._columns = rows, columns
        self.axes = [Axes() for _ in range(rows * columns)]
        self._title = None

    def suptitle(self, text, **options):
        self._title = str(text)

    def tight_layout(self, **options):
        """Taken without effect."""

    def subplots_adjust(self, **options):
        """Taken without effect."""

    def colorbar(self, *args, **options):
        """Taken without effect."""

    def add_subplot(self, *place):
        if self.axes and not self.axes[-1]._marks and len(self.axes) == 1:
            return self.axes[0]
        self.axes.append(Axes())
        self._columns = len(self.axes)
        return self.axes[-1]

    def savefig(self, *args, **options):
        savefig(*args, **options)

    def show(self):
        _show(self)


class _State:
    figure = None
    axes = None
    shown = None


_state = _State()


def _current():
    if _state.figure is None:
        _state.figure = Figure()
        _state.axes = _state.figure.axes[0]
    return _state.axes


def _show(figure):
    marks = [axes._spec() for axes in figure.axes]
    if any(axes._marks for axes in figure.axes):
        _show_figure(figure._title, figure._rows, figure._columns, marks)


def show(*args, **options):
    """Shows the current figure and begins a new one."""
    if _state.figure is not None:
        _show(_state.figure)
    _state.figure = _state.axes = None


def figure(num=None, figsize=None, dpi=None, **options):
    """Begins a new figure."""
    _state.figure = Figure()
    _state.axes = _state.figure.axes[0]
    return _state.figure


def subplots(nrows=1, ncols=1, figsize=None, squeeze=True, sharex=False, sharey=False, **options):
    """A figure with a grid of plots: (figure, axes)."""
    if not 1 <= nrows * ncols <= 400:
        raise ValueError(f"Number of rows and columns must be positive integers, at most 400 plots")
    made = Figure(nrows, ncols)
    _state.figure, _state.axes = made, made.axes[0]
    if squeeze and nrows * ncols == 1:
        return made, made.axes[0]
    rows = [made.axes[r * ncols : (r + 1) * ncols] for r in range(nrows)]
    if squeeze and nrows == 1:
        return made, _AxesGrid(rows[0])
    if squeeze and ncols == 1:
        return made, _AxesGrid([row[0] for row in rows])
    return made, _AxesGrid(rows)


def subplot(nrows=1, ncols=1, index=1):
    """Chooses a plot of the current figure's grid."""
    if nrows >= 100 and ncols == 1 and index == 1:
        nrows, ncols, index = nrows // 100, nrows // 10 % 10, nrows % 10
    current = _state.figure
    if current is None or (current._rows, current._columns) != (nrows, ncols):
        fresh = Figure(nrows, ncols)
        if current is not None:
            fresh._title = current._title
        _state.figure = fresh
    if not 1 <= index <= nrows * ncols:
        raise ValueError(f"num must be an integer with 1 <= num <= {nrows * ncols}, not {index}")
    _state.axes = _state.figure.axes[index - 1]
    return _state.axes


def gca():
    """The current plot."""
    return _current()


def gcf():
    """The current figure."""
    _current()
    return _state.figure


def clf():
    """Empties the current figure."""
    _state.figure = _state.axes = None


def cla():
    """Empties the current plot."""
    _current()._clear()


def close(fig=None):
    """Forgets the current figure."""
    _state.figure = _state.axes = None


def savefig(*args, **options):
    """Refused: cells write no files."""
    raise PermissionError("savefig: cells in CNNLab write no files; plt.show() shows the figure")


def plot(*args, **options):
    """Lines through points: plot(y), plot(x, y), plot(x, y, "o-", ...)."""
    return _current().plot(*args, **options)


def scatter(*args, **options):
    """Points."""
    return _current().scatter(*args, **options)


def errorbar(*args, **options):
    """Points with intervals."""
    return _current().errorbar(*args, **options)


def fill_between(*args, **options):
    """The band between two lines."""
    return _current().fill_between(*args, **options)


def bar(*args, **options):
    """Bars."""
    return _current().bar(*args, **options)


def barh(*args, **options):
    """Lying bars."""
    return _current().barh(*args, **options)


def hist(*args, **options):
    """A histogram."""
    return _current().hist(*args, **options)


def imshow(*args, **options):
    """An image."""
    return _current().imshow(*args, **options)


def axhline(*args, **options):
    """A line across the plot."""
    return _current().axhline(*args, **options)


def axvline(*args, **options):
    """An upright line through the plot."""
    return _current().axvline(*args, **options)


def title(label, **options):
    """The plot's title."""
    _current().set_title(label)


def suptitle(text, **options):
    """The figure's title."""
    gcf().suptitle(text)


def xlabel(text, **options):
    """The name of the x axis."""
    _current().set_xlabel(text)


def ylabel(text, **options):
    """The name of the y axis."""
    _current().set_ylabel(text)


def xscale(value, **options):
    """linear or log."""
    _current().set_xscale(value)


def yscale(value, **options):
    """linear or log."""
    _current().set_yscale(value)


def xlim(*limits):
    """The limits of the x axis."""
    _current().set_xlim(*limits)


def ylim(*limits):
    """The limits of the y axis."""
    _current().set_ylim(*limits)


def xticks(*args, **options):
    """Taken without effect: the text renderer chooses round numbers."""


def yticks(*args, **options):
    """Taken without effect: the text renderer chooses round numbers."""


def grid(*args, **options):
    """Lines behind the plot."""
    _current().grid(*args)


def legend(*args, **options):
    """Names the series."""
    _current().legend(*args, **options)


def axis(*args):
    """axis("off") hides the frame."""
    _current().axis(*args)


def tight_layout(**options):
    """Taken without effect."""


def colorbar(*args, **options):
    """Taken without effect."""
