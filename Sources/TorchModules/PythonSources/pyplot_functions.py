"""matplotlib.pyplot: functions of the current plot."""

from matplotlib.pyplot import Axes, _colorbar, _current, gcf


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


def stem(*args, **options):
    """Points on upright lines."""
    return _current().stem(*args, **options)


def boxplot(*args, **options):
    """Boxes from quartile to quartile."""
    return _current().boxplot(*args, **options)


def violinplot(*args, **options):
    """Shown as boxes."""
    return _current().violinplot(*args, **options)


def pie(*args, **options):
    """Shares of a whole, shown as bars."""
    return _current().pie(*args, **options)


def contourf(*args, **options):
    """A function of two variables."""
    return _current().contourf(*args, **options)


def contour(*args, **options):
    """A function of two variables."""
    return _current().contour(*args, **options)


def pcolormesh(*args, **options):
    """A function of two variables."""
    return _current().pcolormesh(*args, **options)


def hist2d(*args, **options):
    """How many points are in each cell of a grid."""
    return _current().hist2d(*args, **options)


def stackplot(*args, **options):
    """Series on top of each other."""
    return _current().stackplot(*args, **options)


def fill(*args, **options):
    """The outline of a polygon."""
    return _current().fill(*args, **options)


def axvspan(*args, **options):
    """A band through the plot."""
    return _current().axvspan(*args, **options)


def axhspan(*args, **options):
    """A band across the plot."""
    return _current().axhspan(*args, **options)


def twiny(*args):
    """The current plot: a second x axis has no place beside it here."""
    return _current()


def axes(*args, **options):
    """The current plot."""
    return _current()


def setp(obj, *args, **options):
    """Taken without effect."""


def rc(group, **options):
    """Taken without effect."""


def clim(vmin=None, vmax=None):
    """Taken without effect."""


def set_cmap(cmap):
    """Taken without effect."""


def gray():
    """Taken without effect."""


viridis = gray


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


def xlim(*limits, **named):
    """Sets the limits of the x axis, and gives them."""
    if limits or named:
        _current().set_xlim(*limits, **named)
    return _current().get_xlim()


def ylim(*limits, **named):
    """Sets the limits of the y axis, and gives them."""
    if limits or named:
        _current().set_ylim(*limits, **named)
    return _current().get_ylim()


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


def semilogy(*args, **options):
    """plot with a logarithmic y axis."""
    return _current().semilogy(*args, **options)


def semilogx(*args, **options):
    """plot with a logarithmic x axis."""
    return _current().semilogx(*args, **options)


def loglog(*args, **options):
    """plot with two logarithmic axes."""
    return _current().loglog(*args, **options)


def step(*args, **options):
    """A line that goes on level until the next point."""
    return _current().step(*args, **options)


def hlines(*args, **options):
    """Level lines."""
    return _current().hlines(*args, **options)


def vlines(*args, **options):
    """Upright lines."""
    return _current().vlines(*args, **options)


def matshow(*args, **options):
    """A matrix as an image."""
    return _current().imshow(*args, **options)


def text(*args, **options):
    """Taken without effect: words stand beside a plot here, not in it."""
    return _current().text(*args, **options)


def annotate(*args, **options):
    """Taken without effect: words stand beside a plot here, not in it."""
    return _current().annotate(*args, **options)


def twinx(*args):
    """The current plot: a second y axis has no place beside it here."""
    return _current()


def get_cmap(name="viridis", lut=None):
    """The name of a scale of colours: grey, or the terminal's own."""
    return name


def ion():
    """Taken without effect: show() shows a figure."""


def ioff():
    """Taken without effect: show() shows a figure."""


def draw():
    """Taken without effect: show() shows a figure."""


def pause(interval):
    """Taken without effect: show() shows a figure."""


def subplots_adjust(**options):
    """Taken without effect."""


def margins(*margins, **options):
    """Taken without effect: the limits are those of the points."""


def tick_params(axis="both", **options):
    """Taken without effect."""


def minorticks_on():
    """Taken without effect."""


def box(on=None):
    """Whether the plot has a frame."""
    _current().axis("off" if on is False else "on")


def tight_layout(**options):
    """Taken without effect."""


def colorbar(mappable=None, cax=None, ax=None, label="", **options):
    """The scale of an image's colours, under the image."""
    return _colorbar(ax if isinstance(ax, Axes) else _current(), mappable, label)


class style:
    """Styles of matplotlib, which a terminal does not have."""

    available = ["default"]

    @staticmethod
    def use(style):
        """Taken without effect."""


class _ColourMaps:
    """plt.cm.gray and its like: the names of scales of colours."""

    def __getattr__(self, name):
        return name
