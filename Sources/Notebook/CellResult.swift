package import Figures
import TorchModules
import Foundation

/// How one cell went: what it printed, the value it ended with, what it drew and how it stopped.
package struct CellResult {
    /// Why a cell's run was over.
    package enum Ending: Sendable {
        case finished
        /// An exception, a syntax error included, reached the top of the cell.
        case failed(CellFailure)
        /// The person at the prompt pressed Ctrl-C.
        case interrupted(traceback: String)
        /// The session's budget ran out; nothing in the cell could catch that.
        case exhausted(Budget.Kind, explanation: String)
    }

    /// The number in `In [n]`; 0 for code that is no cell, such as a check.
    package var number: Int
    package var ending: Ending
    /// The text of the last expression's value, nil when it is None or the cell ends with `;`.
    package var value: String?
    /// What the cell wrote, cut at the profile's output limit.
    package var text: String
    /// What it drew.
    package var figures: [Figure] = []
    /// How long it took, in seconds.
    package var seconds: Double

    package var succeeded: Bool {
        if case .finished = ending { return true }
        return false
    }

    package var failure: CellFailure? {
        if case .failed(let failure) = ending { return failure }
        return nil
    }
}

/// An exception that nobody caught.
package struct CellFailure: Sendable {
    /// One frame of the traceback, outermost first.
    package struct Frame: Sendable, Equatable {
        package var file: String
        package var line: Int
        package var function: String

        package init(file: String, line: Int, function: String) {
            self.file = file
            self.line = line
            self.function = function
        }
    }

    /// The class of the exception, as `AssertionError`.
    package var type: String
    /// What `str(exception)` gives.
    package var message: String
    /// The whole report as Python prints it, without a final newline.
    package var traceback: String
    /// The one line that teaches, when the library knows one.
    package var hint: String?
    package var frames: [Frame]
    /// For SystemExit: the status that a script ends with, and what it says first.
    package var exit: (status: Int32, message: String?)?

    package init(
        type: String, message: String, traceback: String, hint: String? = nil, frames: [Frame] = [],
        exit: (status: Int32, message: String?)? = nil
    ) {
        self.type = type
        self.message = message
        self.traceback = traceback
        self.hint = hint
        self.frames = frames
        self.exit = exit
    }
}

/// What a cell may use up.
package struct Budget: Sendable {
    package enum Kind: String, Sendable {
        case time, steps, memory, output
    }

    /// Seconds for one run, by the clock on the wall or by the processor's.
    package var seconds: Double
    /// Whether the seconds are those of the processor, waiting included: then what a run may do does not
    /// depend on how busy the machine is.
    package var countsProcessorTime = false
    /// Instructions of the machine for one run.
    package var steps: Int
    /// Bytes alive at once in the session.
    package var memory: Int
    /// Bytes of text one run may write.
    package var output: Int

    package init(seconds: Double, steps: Int, memory: Int, output: Int) {
        self.seconds = seconds
        self.steps = steps
        self.memory = memory
        self.output = output
    }

    /// A person sits at the prompt and can press Ctrl-C: only memory is bounded tightly.
    package static let prompt = Budget(
        seconds: .infinity, steps: .max, memory: 3 << 30, output: 64 << 20)
    /// A script that somebody started on purpose.
    package static let script = Budget(
        seconds: .infinity, steps: .max, memory: 6 << 30, output: .max)
    /// Strangers' code and graded checks.
    package static let grading: Budget = {
        var budget = Budget(
            seconds: 60, steps: 20_000_000_000, memory: 2 << 30, output: 1 << 20)
        budget.countsProcessorTime = true
        return budget
    }()
}

/// What a running cell sends out as it goes.
package enum OutputEvent: Sendable {
    /// Text as `print` wrote it; it need not end with a newline.
    case text(String)
    /// Text for the error stream: warnings.
    case diagnostic(String)
    /// A chart or picture that the cell showed.
    case figure(Figure)
    /// Long work reports how far it is; a sink may ignore any of these.
    case progress(ProgressUpdate)
    /// How long the loops under way will take; comes where looks are asked for.
    case estimate(LoopEstimate)
}

/// How far a long piece of work is.
package struct ProgressUpdate: Sendable {
    /// What is being done, as `epoch 2/5`.
    package var label: String
    package var done: Int
    package var total: Int
    /// Figures to show beside the bar, as `("loss", "0.31")`.
    package var figures: [(name: String, value: String)]
    /// True for the last update: the bar becomes a finished line.
    package var finished: Bool

    package init(
        label: String, done: Int, total: Int, figures: [(name: String, value: String)] = [],
        finished: Bool = false
    ) {
        self.label = label
        self.done = done
        self.total = total
        self.figures = figures
        self.finished = finished
    }
}

extension ProgressUpdate {
    /// What a module reports, its numbers as short texts.
    init(_ progress: ModuleOutputs.Progress) {
        self.init(
            label: progress.label, done: progress.done, total: progress.total,
            figures: progress.figures.map { ($0.name, String(format: "%.4f", $0.value)) },
            finished: progress.done >= progress.total)
    }
}
