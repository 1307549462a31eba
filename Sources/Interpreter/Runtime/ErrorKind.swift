/// Python's built-in exceptions.
package enum ErrorKind: String, CaseIterable, Sendable {
    case baseException = "BaseException"
    case exception = "Exception"
    case arithmeticError = "ArithmeticError"
    case assertionError = "AssertionError"
    case attributeError = "AttributeError"
    case blockingIOError = "BlockingIOError"
    case brokenPipeError = "BrokenPipeError"
    case bufferError = "BufferError"
    case bytesWarning = "BytesWarning"
    case childProcessError = "ChildProcessError"
    case connectionAbortedError = "ConnectionAbortedError"
    case connectionError = "ConnectionError"
    case connectionRefusedError = "ConnectionRefusedError"
    case connectionResetError = "ConnectionResetError"
    case encodingWarning = "EncodingWarning"
    case eofError = "EOFError"
    case fileExistsError = "FileExistsError"
    case fileNotFoundError = "FileNotFoundError"
    case floatingPointError = "FloatingPointError"
    case generatorExit = "GeneratorExit"
    case importError = "ImportError"
    case importWarning = "ImportWarning"
    case indentationError = "IndentationError"
    case indexError = "IndexError"
    case interruptedError = "InterruptedError"
    case isADirectoryError = "IsADirectoryError"
    case keyError = "KeyError"
    case keyboardInterrupt = "KeyboardInterrupt"
    case lookupError = "LookupError"
    case memoryError = "MemoryError"
    case moduleNotFoundError = "ModuleNotFoundError"
    case nameError = "NameError"
    case notADirectoryError = "NotADirectoryError"
    case notImplementedError = "NotImplementedError"
    case osError = "OSError"
    case overflowError = "OverflowError"
    case permissionError = "PermissionError"
    case processLookupError = "ProcessLookupError"
    case recursionError = "RecursionError"
    case referenceError = "ReferenceError"
    case runtimeError = "RuntimeError"
    case stopIteration = "StopIteration"
    case stopAsyncIteration = "StopAsyncIteration"
    case syntaxError = "SyntaxError"
    case systemError = "SystemError"
    case systemExit = "SystemExit"
    case tabError = "TabError"
    case timeoutError = "TimeoutError"
    case typeError = "TypeError"
    case unboundLocalError = "UnboundLocalError"
    case unicodeError = "UnicodeError"
    case unicodeDecodeError = "UnicodeDecodeError"
    case unicodeEncodeError = "UnicodeEncodeError"
    case unicodeTranslateError = "UnicodeTranslateError"
    case valueError = "ValueError"
    case zeroDivisionError = "ZeroDivisionError"
    case warning = "Warning"
    case deprecationWarning = "DeprecationWarning"
    case futureWarning = "FutureWarning"
    case pendingDeprecationWarning = "PendingDeprecationWarning"
    case resourceWarning = "ResourceWarning"
    case runtimeWarning = "RuntimeWarning"
    case syntaxWarning = "SyntaxWarning"
    case unicodeWarning = "UnicodeWarning"
    case userWarning = "UserWarning"

    /// The exception it inherits from; `nil` for `BaseException`.
    package var base: ErrorKind? {
        switch self {
        case .baseException: nil
        case .exception, .generatorExit, .keyboardInterrupt, .systemExit: .baseException
        case .floatingPointError, .overflowError, .zeroDivisionError: .arithmeticError
        case .blockingIOError, .childProcessError, .connectionError, .fileExistsError,
            .fileNotFoundError, .interruptedError, .isADirectoryError, .notADirectoryError,
            .permissionError, .processLookupError, .timeoutError:
            .osError
        case .brokenPipeError, .connectionAbortedError, .connectionRefusedError,
            .connectionResetError:
            .connectionError
        case .moduleNotFoundError: .importError
        case .indexError, .keyError: .lookupError
        case .unboundLocalError: .nameError
        case .notImplementedError, .recursionError: .runtimeError
        case .indentationError: .syntaxError
        case .tabError: .indentationError
        case .unicodeError: .valueError
        case .unicodeDecodeError, .unicodeEncodeError, .unicodeTranslateError: .unicodeError
        case .bytesWarning, .deprecationWarning, .encodingWarning, .importWarning, .futureWarning,
            .pendingDeprecationWarning, .resourceWarning,
            .runtimeWarning, .syntaxWarning, .unicodeWarning, .userWarning:
            .warning
        default: .exception
        }
    }
}

/// One place of a traceback.
package struct TracebackEntry {
    package let code: CodeObject
    /// -1: where the code begins.
    package let instruction: Int

    /// Where it is in the source; the line is never 0.
    package var position: SourcePosition {
        if code.positions.indices.contains(instruction), code.positions[instruction].line > 0 {
            return code.positions[instruction]
        }
        var place = SourcePosition.none
        place.line = Int32(truncatingIfNeeded: code.firstLine)
        return place
    }
}

/// An instance of a Python exception.
public final class ExceptionObject: InstanceObject {
    /// `args`.
    package var arguments: [Value] = []
    package var cause: ExceptionObject?
    package var context: ExceptionObject? { didSet { context?.isContext = true } }
    /// Whether this was ever the context of another; if not, no chain of contexts leads to it.
    private(set) var isContext = false
    package var suppressesContext = false
    /// Innermost place first.
    package private(set) var traceback: [TracebackEntry] = []
    /// One line that teaches, shown below the error.
    package var hint: String?
    /// The known name nearest to an unknown one; shown as "Did you mean".
    package var suggestion: String?
    /// What the compiler found, for a SyntaxError that it reports.
    var syntaxFailure: SyntaxFailure?
    /// Whether the unknown name is that of a module that could be imported.
    package var suggestsImport = false

    package init(type: TypeObject) {
        super.init(type: type, kind: .exception)
    }

    /// Adds a place that the exception passed through.
    func appendPlace(_ entry: TracebackEntry) {
        traceback.append(entry)
        type.heap.charge(MemoryLayout<TracebackEntry>.stride)
    }

    /// Takes on another traceback, or none.
    func setTraceback(_ entries: [TracebackEntry]) {
        type.heap.charge((entries.count &- traceback.count) &* MemoryLayout<TracebackEntry>.stride)
        traceback = entries
    }

    deinit {
        let heap = type.heap
        heap.discharge(traceback.count &* MemoryLayout<TracebackEntry>.stride)
        if !arguments.isEmpty {
            var taken: [Value] = []
            swap(&taken, &arguments)
            heap.release(taken)
        }
        if let cause {
            self.cause = nil
            heap.release(.object(cause))
        }
        if let context {
            self.context = nil
            heap.release(.object(context))
        }
    }

    override func visitReferences(_ visitor: ReferenceVisitor) {
        super.visitReferences(visitor)
        visitor.elements(&arguments)
        visitor.linked(cause)
        visitor.linked(context)
    }

    public override func clear() {
        super.clear()
        arguments = []
        cause = nil
        context = nil
        setTraceback([])
    }
}

/// A Python exception on its way through Swift code.
package struct PythonError: Error, @unchecked Sendable {
    // Unchecked: errors never leave the thread that the machine is confined to.

    package let exception: ExceptionObject
}

/// Why a run ended that no Python code can prevent: a budget ran out, or it was interrupted.
package struct ExecutionStop: Error, Equatable {
    package enum Reason: Sendable {
        case interrupted, instructions, time, memory, output
    }

    package let reason: Reason
    /// A sentence that says what ran out.
    package let message: String
    /// Where it happened, rendered as a traceback.
    package internal(set) var traceback: String = ""
}

/// What a session may use. `nil` does not limit.
package struct Limits: Sendable {
    package var instructions: Int?
    package var wallTime: Duration?
    /// Processor time of the thread that runs, waiting included as if it were work: what a run may do
    /// does not depend on what else the machine has to do.
    package var processorTime: Duration?
    package var memoryBytes: Int?
    package var recursion = 1000
    package var outputBytes: Int?

    package init(
        instructions: Int? = nil, wallTime: Duration? = nil, processorTime: Duration? = nil,
        memoryBytes: Int? = nil, recursion: Int = 1000, outputBytes: Int? = nil
    ) {
        self.instructions = instructions
        self.wallTime = wallTime
        self.processorTime = processorTime
        self.memoryBytes = memoryBytes
        self.recursion = recursion
        self.outputBytes = outputBytes
    }
}
