/// One learner's interpreter with everything that can be imported: it runs cells, keeps what they
/// define and answers questions about it. The prompt, the lessons and the grader are shells over it.
///
/// A session lives on one thread, which must have a large stack; only `interrupt()` may be called from
/// another thread or a signal handler.
package final class Session {
    /// Where the output of cells goes as it comes.
    package var sink: (OutputEvent) -> Void
    package let budget: Budget
    /// The number of the last cell that ran.
    package private(set) var counter = 0
    /// The sources of the cells that ran, first first.
    package private(set) var cells: [String] = []

    package init(budget: Budget = .prompt, sink: @escaping (OutputEvent) -> Void = { _ in }) {
        self.budget = budget
        self.sink = sink
    }

    /// Runs a cell of the learner and counts it.
    package func run(_ source: String) -> CellResult {
        counter += 1
        cells.append(source)
        return CellResult(number: counter, ending: .finished, value: nil, text: "", seconds: 0)
    }

    /// Runs a whole file as `python FILE` would; no value is shown.
    package func runScript(_ source: [UInt8], name: String) -> CellResult {
        CellResult(number: 0, ending: .finished, value: nil, text: "", seconds: 0)
    }

    /// Runs code of the lesson's author in a namespace of its own, which sees what the learner made as
    /// `student.NAME` and leaves nothing behind. An exception is the result's failure.
    ///
    /// - Parameters:
    ///   - source: the check.
    ///   - name: what tracebacks call it, as `<check 2>`.
    ///   - preamble: helpers run first in the same namespace.
    ///   - budget: what this run may use, the session's own when nil.
    package func check(
        _ source: String, name: String, preamble: String = "", budget: Budget? = nil
    ) -> CellResult {
        CellResult(number: 0, ending: .finished, value: nil, text: "", seconds: 0)
    }

    /// Whether the prompt may run this text or must ask for more.
    package func judge(_ source: String) -> Readiness { .complete }

    /// What could stand at a UTF-8 offset of a cell.
    package func complete(_ source: String, at cursor: Int) -> Completion {
        Completion(start: cursor, candidates: [])
    }

    /// Help on a name or dotted name, nil when there is no such thing.
    package func inspect(_ name: String, detailed: Bool = false) -> String? { nil }

    /// The names that the learner's cells have made, in alphabetical order.
    package var variables: [Variable] { [] }

    /// Stops the running cell at its next instruction or between two operations of a library.
    /// May be called from any thread and from a signal handler.
    package func interrupt() {}

    /// Forgets everything that cells defined; the counter starts again.
    package func reset() {
        counter = 0
        cells = []
    }
}
