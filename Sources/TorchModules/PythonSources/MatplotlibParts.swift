extension PythonSources {
    /// `matplotlib.ticker`: taken, and without effect on text.
    static let matplotlibTicker = #"""
        class Locator:
            """Where an axis has marks, which the text renderer chooses by itself."""

            def __init__(self, *args, **options):
                pass


        class Formatter(Locator):
            """How an axis is written, which the text renderer chooses by itself."""


        class MaxNLocator(Locator):
            """At most so many marks."""


        class MultipleLocator(Locator):
            """A mark at each multiple."""


        class AutoMinorLocator(Locator):
            """Small marks."""


        class LogLocator(Locator):
            """Marks at powers."""


        class FixedLocator(Locator):
            """Marks at places."""


        class NullLocator(Locator):
            """No marks."""


        class FuncFormatter(Formatter):
            """Written by a function."""


        class FormatStrFormatter(Formatter):
            """Written by a format."""


        class StrMethodFormatter(Formatter):
            """Written by a format."""


        class PercentFormatter(Formatter):
            """Written as per cents."""


        class ScalarFormatter(Formatter):
            """Written as numbers."""


        class NullFormatter(Formatter):
            """Not written."""
        """#
}
