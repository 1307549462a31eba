/// What is wrong with a data file or a dataset, said so that its owner can mend it.
public struct DataError: Error, CustomStringConvertible, Sendable, Equatable {
    /// The file or folder at fault, as it was named.
    public var path: String
    /// What is wrong with it: what was expected and what was found.
    public var problem: String

    public init(path: String, problem: String) {
        self.path = path
        self.problem = problem
    }

    public var description: String { "\(path): \(problem)" }
}
