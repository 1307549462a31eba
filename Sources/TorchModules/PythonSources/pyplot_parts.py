"""What the plots of matplotlib.pyplot are made of."""

import math

import torch

# Colours, widths and fonts are taken and have no effect: a terminal shows series by colour and
# mark of its own choice.
_COSMETIC = {
    "color", "c", "linestyle", "ls", "linewidth", "lw", "marker", "markersize", "ms", "alpha", "s",
    "edgecolor", "edgecolors", "facecolor", "capsize", "ecolor", "elinewidth", "zorder", "fmt",
    "interpolation", "aspect", "origin", "fontsize", "fontweight", "size", "loc", "frameon", "ncol",
    "rotation", "ha", "va", "pad", "y", "which", "axis", "drawstyle", "markerfacecolor", "rwidth",
    "histtype", "align", "title", "bbox_to_anchor", "extent", "norm", "picker", "markevery",
    "markeredgecolor", "markeredgewidth", "mec", "mfc", "hatch", "fill", "orientation", "cumulative",
    "clip_on", "antialiased", "linewidths", "filternorm", "resample", "url", "handles", "fancybox",
    "shadow", "borderaxespad", "handlelength", "labelspacing", "prop", "gid", "ncols", "error_kw",
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


def _columns(values):
    """The lines in values: what has two dimensions is a line a column."""
    if isinstance(values, torch.Tensor) and values.dim() > 1:
        if values.dim() > 2:
            raise ValueError(f"x and y can be no greater than 2D, but one has the shape {tuple(values.shape)}")
        return [_numbers(column) for column in values.unbind(1)]
    if isinstance(values, (list, tuple)) and values and all(_is_row(row) for row in values):
        rows = [_numbers(row) for row in values]
        if any(len(row) != len(rows[0]) for row in rows):
            raise ValueError(
                f"rows of one length are needed for a line a column, but their lengths are {[len(row) for row in rows]}"
            )
        return [list(column) for column in zip(*rows)]
    return [_numbers(values)]


def _is_row(value):
    return isinstance(value, (list, tuple)) or isinstance(value, torch.Tensor) and value.dim() == 1


def _points(function, x, y):
    if len(x) != len(y):
        raise ValueError(
            "x and y must have same first dimension, but have shapes "
            f"({len(x)},) and ({len(y)},)"
        )


class Artist:
    """What a call has drawn: it can be kept and named, and the figure does not change by it."""

    def __init__(self, label=None):
        self._label = label

    def get_label(self):
        return self._label

    def set_label(self, label):
        self._label = label


class Line2D(Artist):
    """A line."""


class AxesImage(Artist):
    """An image, which a scale of colours can be drawn for."""

    def __init__(self, axes=None, number=None):
        super().__init__()
        self.axes, self._number = axes, number


class Colorbar:
    """The scale of an image's colours: it is drawn under the image, with the least and the greatest value."""

    def __init__(self, axes, number):
        self._axes, self._number = axes, number
        self.ax = axes

    def set_label(self, label, **options):
        """What the values are."""
        self._axes._label_colorbar(self._number, label)

    def set_ticks(self, *ticks, **options):
        """Taken without effect: the least and the greatest value are written."""

    set_ticklabels = set_ticks


def _colorbar(axes, mappable, label):
    if isinstance(mappable, AxesImage) and mappable.axes is not None:
        return mappable.axes._add_colorbar(mappable._number, label)
    return axes._add_colorbar(None, label)


class _Spines:
    """The sides of the frame, which the text renderer draws in its own way."""

    def __getitem__(self, name):
        return self

    def set_visible(self, visible):
        """Taken without effect."""

    def set_color(self, color):
        """Taken without effect."""


def _scale(value):
    if value not in ("linear", "log"):
        raise ValueError(f"{value!r} is not a valid value for scale; supported values are 'linear', 'log'")
    return value




def _limits(low, high, points):
    """Two limits; the one that is not given is that of the points."""
    if isinstance(low, (tuple, list)):
        low, high = low
    if low is None or high is None:
        known = [v for values in points for v in values if math.isfinite(v)]
        if not known or (low is None and high is None):
            return None
        low = min(known) if low is None else low
        high = max(known) if high is None else high
    low, high = float(low), float(high)
    return (low, high) if low <= high else (high, low)
