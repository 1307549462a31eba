package import Figures

/// How running code reports what is neither text nor a value: figures, and the progress of long work.
package struct ModuleOutputs {
    /// How far a piece of work is.
    package struct Progress {
        /// What is being done, as `epoch 2/5`.
        package let label: String
        package let done: Int
        package let total: Int
        /// Names and values to show beside the bar.
        package let figures: [(name: String, value: Double)]
    }

    package var figure: (Figure) -> Void
    package var progress: (Progress) -> Void
    /// An optimizer has taken a step: something was learned.
    package var step: () -> Void

    package init(
        figure: @escaping (Figure) -> Void = { _ in },
        progress: @escaping (Progress) -> Void = { _ in },
        step: @escaping () -> Void = {}
    ) {
        self.figure = figure
        self.progress = progress
        self.step = step
    }
}
