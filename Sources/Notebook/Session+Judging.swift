import Interpreter

extension Session {
    /// Whether the prompt may run this text or must ask for more. A block counts as complete as soon as
    /// it could end here; whether more of it is to come is the prompt's to say.
    package func judge(_ source: String) -> Readiness {
        switch judgeCompleteness(source + "\n") {
        case .complete: .complete
        case .incomplete(let indent): .incomplete(indentation: indent)
        case .invalid: .wrong
        }
    }
}
