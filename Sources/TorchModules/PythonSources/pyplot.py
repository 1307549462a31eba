"""matplotlib.pyplot as training tutorials use it: figures, and functions of the current plot."""

from _cnnlab import show_figure as _show_figure
from matplotlib.pyplot import Axes, _colorbar


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

    def colorbar(self, mappable=None, cax=None, ax=None, label="", **options):
        """The scale of an image's colours, under the image."""
        return _colorbar(ax if isinstance(ax, Axes) else self.gca(), mappable, label)

    def set_size_inches(self, *size):
        """Taken without effect: a figure is as wide as the terminal."""

    def legend(self, *args, **options):
        for axes in self.axes:
            axes.legend()

    def supxlabel(self, text, **options):
        self.axes[-1].set_xlabel(text)

    def supylabel(self, text, **options):
        self.axes[0].set_ylabel(text)

    def gca(self):
        return self.axes[-1]

    def clf(self):
        self.axes = [Axes()]

    def autofmt_xdate(self):
        """Taken without effect."""

    def add_subplot(self, *place, **options):
        if len(place) == 1 and isinstance(place[0], int) and place[0] >= 100:
            place = (place[0] // 100, place[0] // 10 % 10, place[0] % 10)
        if len(place) == 3:
            rows, columns, index = place
            if (self._rows, self._columns) != (rows, columns) or len(self.axes) != rows * columns:
                if not 1 <= rows * columns <= 400:
                    raise ValueError("Number of rows and columns must be positive integers, at most 400 plots")
                self._rows, self._columns = rows, columns
                self.axes = [Axes() for _ in range(rows * columns)]
            if not 1 <= index <= rows * columns:
                raise ValueError(f"num must be an integer with 1 <= num <= {rows * columns}, not {index}")
            _state.figure, _state.axes = self, self.axes[index - 1]
            return _state.axes
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


def sca(ax):
    """Makes a plot the current one."""
    _state.axes = ax


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
