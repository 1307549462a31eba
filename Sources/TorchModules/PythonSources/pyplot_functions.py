"""matplotlib.pyplot: functions of the current plot."""

from matplotlib.pyplot import _current, gcf


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


def xlim(*limits, **named):
    """The limits of the x axis."""
    _current().set_xlim(*limits, **named)


def ylim(*limits, **named):
    """The limits of the y axis."""
    _current().set_ylim(*limits, **named)


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


def colorbar(*args, **options):
    """Taken without effect."""


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
