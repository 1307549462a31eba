import Interpreter

extension Session {
    /// Whether the prompt may run this text or must ask for more.
    package func judge(_ source: String) -> Readiness {
        do {
            _ = try compile(source, filename: "<cell>", mode: .cell)
            return .complete
        } catch {
            return Self.isUnfinished(error, source) ? .incomplete(indentation: 4) : .wrong
        }
    }

    private static func isUnfinished(_ failure: SyntaxFailure, _ source: String) -> Bool {
        let message = failure.message
        if message.contains("was never closed") || message.contains("unexpected EOF") {
            return true
        }
        if message.contains("unterminated triple-quoted") { return true }
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false).count
        if message.contains("expected an indented block") { return failure.line >= lines }
        if source.hasSuffix("\\") { return true }
        if message.contains("expected 'except' or 'finally' block") { return failure.line >= lines }
        return false
    }
}
