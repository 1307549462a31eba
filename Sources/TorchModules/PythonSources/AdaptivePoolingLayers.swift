extension PythonSources {
    /// `torch.nn`: pools of as many windows as asked for.
    static let adaptivePoolings = #"""
        from torch.nn import Module, functional as F


        class _AdaptiveAvgPoolNd(Module):
            def __init__(self, output_size):
                super().__init__()
                self.output_size = output_size

            def extra_repr(self):
                return f"output_size={self.output_size}"


        class AdaptiveAvgPool1d(_AdaptiveAvgPoolNd):
            """Means of as many windows as asked for."""

            def forward(self, input):
                return F.adaptive_avg_pool1d(input, self.output_size)


        class AdaptiveAvgPool2d(_AdaptiveAvgPoolNd):
            """Means of as many windows as asked for."""

            def forward(self, input):
                return F.adaptive_avg_pool2d(input, self.output_size)


        class AdaptiveAvgPool3d(_AdaptiveAvgPoolNd):
            """Means of as many windows as asked for."""

            def forward(self, input):
                return F.adaptive_avg_pool3d(input, self.output_size)


        class _AdaptiveMaxPoolNd(Module):
            def __init__(self, output_size, return_indices=False):
                super().__init__()
                self.output_size = output_size
                self.return_indices = return_indices

            def extra_repr(self):
                return f"output_size={self.output_size}"


        class AdaptiveMaxPool1d(_AdaptiveMaxPoolNd):
            """Maxima of as many windows as asked for."""

            def forward(self, input):
                return F.adaptive_max_pool1d(input, self.output_size, self.return_indices)


        class AdaptiveMaxPool2d(_AdaptiveMaxPoolNd):
            """Maxima of as many windows as asked for."""

            def forward(self, input):
                return F.adaptive_max_pool2d(input, self.output_size, self.return_indices)


        class AdaptiveMaxPool3d(_AdaptiveMaxPoolNd):
            """Maxima of as many windows as asked for."""

            def forward(self, input):
                return F.adaptive_max_pool3d(input, self.output_size, self.return_indices)
        """#
}
