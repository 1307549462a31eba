/// A constant of a code object. The machine turns each into a value once.
package indirect enum ConstantValue: Sendable {
    case none
    case bool(Bool)
    case int(Int)
    /// An integer outside `Int`: the digits of its magnitude in hexadecimal, without prefix.
    case bigInt(hexDigits: String, negative: Bool)
    case float(Double)
    /// Code points; lone surrogates are possible.
    case string([UInt32])
    case bytes([UInt8])
    case tuple([ConstantValue])
    /// A set of constants, made for `x in {…}` only.
    case frozenSet([ConstantValue])
    case ellipsis
    case code(CodeObject)
}

/// Where an instruction comes from: lines count from 1, columns from 0 in UTF-8 bytes, as in CPython.
package struct SourcePosition: Sendable, Equatable {
    package var line: Int32
    package var column: Int32
    package var endLine: Int32
    package var endColumn: Int32

    package init(line: Int, column: Int, endLine: Int, endColumn: Int) {
        self.line = Int32(truncatingIfNeeded: line)
        self.column = Int32(truncatingIfNeeded: column)
        self.endLine = Int32(truncatingIfNeeded: endLine)
        self.endColumn = Int32(truncatingIfNeeded: endColumn)
    }

    /// The position of an instruction without a place of its own: no caret is shown.
    package static let none = SourcePosition(line: 0, column: -1, endLine: 0, endColumn: -1)
}

/// A range of instructions whose exceptions are handled at one place.
package struct ExceptionRange: Sendable, Equatable {
    package var start: Int32
    package var end: Int32
    package var handler: Int32
    /// How much of the operand stack stays; the exception is pushed on it.
    package var depth: Int32
}

/// A local variable that an inner function uses.
package struct CellVariable: Sendable, Equatable {
    package var name: String
    /// The local slot that holds the argument to move into the cell, or −1.
    package var parameterSlot: Int
}

/// What kind of code a code object holds.
package struct CodeFlags: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
    /// Calling it makes a generator.
    package static let generator = CodeFlags(rawValue: 1)
    /// `*args` has the slot after the keyword-only parameters.
    package static let variadicPositional = CodeFlags(rawValue: 2)
    /// `**kwargs` has the slot after that of `*args`, if any.
    package static let variadicKeywords = CodeFlags(rawValue: 4)
    /// Its names are local slots: the body of a function, lambda or comprehension.
    package static let function = CodeFlags(rawValue: 8)
    /// The body of a class: it runs with a namespace.
    package static let classBody = CodeFlags(rawValue: 16)
    /// Defined within another function.
    package static let nested = CodeFlags(rawValue: 32)
    /// A module, cell or expression.
    package static let module = CodeFlags(rawValue: 64)
    /// A cell whose last statement was an expression: `setResult` is in it.
    package static let hasResult = CodeFlags(rawValue: 128)
}

/// A compiled body: a module, cell, function, lambda, comprehension or class.
///
/// It is made once by the compiler and belongs to the session that compiled it.
package final class CodeObject: @unchecked Sendable {
    // Unchecked: everything but `attachment` and `warnings` is constant, and they are touched by the one thread
    // that the session's machine is confined to.

    /// The instructions; the last can never fall through.
    package let instructions: [Instruction]
    /// The place of each instruction.
    package let positions: [SourcePosition]
    package let constants: [ConstantValue]
    /// Names of globals, attributes and modules.
    package let names: [String]
    /// The names of the local slots: positional-only, positional, keyword-only, `*args`, `**kwargs`, others.
    package let localNames: [String]
    package let cellVariables: [CellVariable]
    package let freeVariables: [String]
    /// Positional parameters, the positional-only ones included.
    package let argumentCount: Int
    package let positionalOnlyCount: Int
    package let keywordOnlyCount: Int
    package let flags: CodeFlags
    /// Sorted by `start`, without overlaps.
    package let exceptionTable: [ExceptionRange]
    /// The deepest that the operand stack gets.
    package let stackSize: Int
    /// How many inline-cache slots the instructions use.
    package let cacheCount: Int
    package let name: String
    package let qualifiedName: String
    package let filename: String
    package let firstLine: Int
    package let docstring: [UInt32]?
    /// What is to be said of the text before it runs; only a module has it.
    package internal(set) var warnings: [SourceWarning] = []
    /// The machine's own companion of this code: resolved constants, interned names, caches.
    package var attachment: AnyObject?

    package init(
        instructions: [Instruction], positions: [SourcePosition], constants: [ConstantValue],
        names: [String], localNames: [String], cellVariables: [CellVariable],
        freeVariables: [String], argumentCount: Int, positionalOnlyCount: Int,
        keywordOnlyCount: Int, flags: CodeFlags, exceptionTable: [ExceptionRange], stackSize: Int,
        cacheCount: Int, name: String, qualifiedName: String, filename: String, firstLine: Int,
        docstring: [UInt32]?
    ) {
        self.instructions = instructions
        self.positions = positions
        self.constants = constants
        self.names = names
        self.localNames = localNames
        self.cellVariables = cellVariables
        self.freeVariables = freeVariables
        self.argumentCount = argumentCount
        self.positionalOnlyCount = positionalOnlyCount
        self.keywordOnlyCount = keywordOnlyCount
        self.flags = flags
        self.exceptionTable = exceptionTable
        self.stackSize = stackSize
        self.cacheCount = cacheCount
        self.name = name
        self.qualifiedName = qualifiedName
        self.filename = filename
        self.firstLine = firstLine
        self.docstring = docstring
    }

    /// The handler for an exception raised by the instruction at `index`, found by bisection.
    package func handler(at index: Int) -> ExceptionRange? {
        var low = 0
        var high = exceptionTable.count
        while low < high {
            let middle = (low + high) / 2
            if Int(exceptionTable[middle].end) <= index { low = middle + 1 } else { high = middle }
        }
        guard low < exceptionTable.count, Int(exceptionTable[low].start) <= index else {
            return nil
        }
        return exceptionTable[low]
    }
}
