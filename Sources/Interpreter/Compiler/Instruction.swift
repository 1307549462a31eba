// The instruction set of the virtual machine.
//
// A frame has local slots, cells, and an operand stack. Stack effects are written `[a, b] → [c]`, the
// top at the right. An instruction is one 64-bit word: an opcode, a small `detail` (an operator or
// flags), `extra` (an inline-cache slot, or a second operand) and a 32-bit `operand` (an index into
// the code object's tables, a count, or the index of the instruction to jump to).
//
// Names. `operand` of the global, name and attribute instructions indexes `CodeObject.names`. Those
// that can use an inline cache carry its slot in `extra`: slots are numbered 0..<`cacheCount` and no
// two instructions share one; `Instruction.noCache` means that the instruction has none.
//
// Cells. `CodeObject.cellVariables` come first, then `freeVariables`; `operand` counts through both.
// When a frame starts, the machine makes a fresh cell for each cell variable (moving the argument
// in when the variable is a parameter, see `CellVariable.parameterSlot`) and takes the cells of
// the free variables from the function's closure, in order.
//
// Exceptions. There are no block-setup instructions. `CodeObject.exceptionTable` holds sorted ranges
// that do not overlap: when the instruction at `i` raises, and a range with start <= i < end exists,
// the machine cuts the operand stack to `depth`, pushes the exception object and continues at
// `handler`; otherwise the frame ends and the exception goes on in its caller. Each time an
// exception is raised in or passes through a frame, a traceback entry is added for it, except by
// `reraise`, `endFinally` and `abandonFinally`: they carry on an exception that already has its entry.
//
// The exception being handled (what a bare `raise` raises and what becomes the `__context__` of a new
// exception) is one variable of the machine (of a generator while it runs). A handler begins with
// `pushHandled`, `[exc] → [previous, exc]`, which saves it on the stack and installs `exc`.
//
//   try/except       handler: pushHandled                  [previous, exc]
//                    <type expression> matchException      [previous, exc, bool]
//                    popJumpIfFalse → next clause          [previous, exc]
//                    popTop, or a store for `as name`      [previous]
//                    …body…, popHandled                    []
//                    after the last clause: reraise        [previous, exc] → raises exc
//   All of it is covered by a range whose depth keeps `previous` and whose handler is a `reraise`
//   (after `name = None; del name` in a clause with `as name`), so that leaving a clause by a new
//   exception restores the exception handled before.
//
//   finally          has one copy of its body, entered with two values `[value, reason]`:
//                    reason None: fall through afterwards (value is None);
//                    reason int:  jump to that instruction afterwards, leaving `value` on the stack
//                                 (a `return` value, or None for `break` and `continue`);
//                    reason exception: `value` is the previously handled exception; raise it again.
//                    The body ends with `endFinally`, which acts on the two. The body is covered by a
//                    range that keeps both values and whose handler is `abandonFinally`.
//   A `return`, `break` or `continue` that crosses a finally pushes value and reason, jumps to the body, and
//   continues to leave the outer blocks at the instruction the reason names. One that sits inside the
//   finally's body itself drops the two with `popFinally`.
//
//   with             <manager> enterWith                   [exit, result]
//                    …body…                                [exit]
//                    normal end: exitWith, popTop          []
//                    handler: pushHandled                  [exit, previous, exc]
//                    exitWithException                     [exit, previous, exc, result]
//                    popJumpIfTrue → suppressed            [exit, previous, exc]
//                    reraise; its stack remainder is dropped with the frame or by the next handler
//                    suppressed: popTop, popHandled, popTop
//
// Generators. A code object with `CodeFlags.generator` does not run when called: the call returns a
// generator that owns the frame. `yieldValue` suspends it and hands out its operand; when the generator is
// resumed by `send(v)` the frame goes on after the instruction with `v` pushed; when it is resumed by
// `throw`/`close` the exception is raised as if by the `yieldValue` itself. `yieldFrom` delegates and
// stays the current instruction until its iterator ends; `throw` and `close` are first offered to the
// iterator. `returnValue` ends the generator. An exception that leaves the frame ends it too, StopIteration
// turned into RuntimeError.

/// What an instruction does. Jump targets are instruction indices.
package enum Opcode: UInt8, CaseIterable, Sendable {
    // MARK: Stack

    /// `[] → []`.
    case nop
    /// `[a] → []`.
    case popTop
    /// `[…, x at depth operand] → […, x …, x]`; operand 1 copies the top.
    case copy
    /// `[a, b] → [a, b, a, b]`.
    case copyTwo
    /// `[x₁ … xₙ] → [xₙ, x₁ … xₙ₋₁]`, n = operand: the top moves down. n = 2 swaps.
    case rotate

    // MARK: Constants and variables

    /// `[] → [constants[operand]]`.
    case loadConstant
    /// `[] → [int(operand)]`.
    case loadInt
    /// `[] → [None]`.
    case loadNone
    /// `[] → [True]` when operand is 1, `[False]` when it is 0.
    case loadBool
    /// `[] → [local]`; UnboundLocalError when the slot is empty.
    case loadLocal
    /// `[] → [local operand, local extra]`, each as `loadLocal`.
    case loadLocalPair
    /// `[value] → []`.
    case storeLocal
    /// `[] → []`; UnboundLocalError when the slot is empty.
    case deleteLocal
    /// `[] → [value]`: globals, then builtins; NameError. Cached in `extra`.
    case loadGlobal
    /// `[value] → []`. Cached in `extra`.
    case storeGlobal
    /// `[] → []`; NameError.
    case deleteGlobal
    /// `[] → [value]` in a class body: namespace, globals, builtins; NameError.
    case loadName
    /// `[value] → []` in a class body: into the namespace.
    case storeName
    /// `[] → []` in a class body; NameError.
    case deleteName
    /// `[] → [value]` of the cell `operand`; when empty UnboundLocalError for a cell variable, else
    /// NameError ("free variable 'x' referenced before assignment in enclosing scope" is CPython 3.10;
    /// 3.11 says "cannot access free variable 'x' where it is not associated with a value in enclosing
    /// scope").
    case loadCell
    /// `[value] → []`.
    case storeCell
    /// `[] → []`; errors as `loadCell`.
    case deleteCell
    /// `[] → [value]` in a class body: the namespace's name first (the cell's name), then the cell.
    case loadClassCell
    /// `[] → [the cell itself]`, for closures and the value of a class body.
    case loadClosure

    // MARK: Attributes and items

    /// `[object] → [value]`. Cached in `extra`.
    case loadAttribute
    /// `[value, object] → []`. Cached in `extra`.
    case storeAttribute
    /// `[object] → []`.
    case deleteAttribute
    /// `[object] → [function, self]` when the attribute is a plain function or native method found on the
    /// type (no bound method is made), else `[attribute, undefined]`. Always followed, after the arguments, by
    /// `callMethod` or `callMethodKeywords`. Cached in `extra`.
    case loadMethod
    /// `[object, key] → [value]`.
    case loadSubscript
    /// `[value, object, key] → []`.
    case storeSubscript
    /// `[object, key] → []`.
    case deleteSubscript

    // MARK: Operators

    /// `[a, b] → [a + b]`.
    case add
    /// `[a, b] → [a - b]`.
    case subtract
    /// `[a, b] → [a * b]`.
    case multiply
    /// `[a, b] → [a op b]`, `detail` a `BinaryOperator` other than the three above.
    case binary
    /// `[a, b] → [a op= b]`, `detail` any `BinaryOperator`.
    case inPlace
    /// `[a] → [op a]`, `detail` a `UnaryOperator` (including `not`).
    case unary
    /// `[a, b] → [a op b]`, `detail` a `ComparisonOperator`.
    case compare

    // MARK: Jumps

    /// `[] → []`, forward.
    case jump
    /// `[] → []`, backward: the place to poll for interrupts and to charge the budget.
    case jumpBackward
    /// `[a] → []`. May go backward.
    case popJumpIfFalse
    /// `[a] → []`. May go backward.
    case popJumpIfTrue
    /// `[a] → []`. May go backward.
    case popJumpIfNone
    /// `[a] → []`. May go backward.
    case popJumpIfNotNone
    /// `[a] → [a]` and jumps when false, else `[a] → []`.
    case jumpIfFalseOrPop
    /// `[a] → [a]` and jumps when true, else `[a] → []`.
    case jumpIfTrueOrPop
    /// `[a, b] → []`; compares as `compare` with `detail`, jumps when the result is false.
    case compareJumpIfFalse
    /// `[a, b] → []`; compares as `compare` with `detail`, jumps when the result is true.
    case compareJumpIfTrue

    // MARK: Iteration and unpacking

    /// `[iterable] → [iterator]`.
    case makeIterator
    /// `[iterator] → [iterator, next]`, or `[iterator] → []` and a forward jump when it is exhausted.
    case forIterate
    /// As `forIterate`, but the next value goes to the local slot `extra`: `[iterator] → [iterator]`.
    case forIterateLocal
    /// `[iterable] → [xₙ … x₁]`, n = operand: the first item on top. ValueError "not enough values to
    /// unpack (expected n, got k)" or "too many values to unpack (expected n)"; TypeError "cannot unpack
    /// non-iterable T object".
    case unpack
    /// `[iterable] → [last … , list, … first]`: `extra` items before the star, `operand` after it; the first
    /// on top. ValueError "not enough values to unpack (expected at least n, got k)".
    case unpackStarred

    // MARK: Displays and strings

    /// `[x₁ … xₙ] → [list]`, n = operand.
    case buildList
    /// `[x₁ … xₙ] → [tuple]`.
    case buildTuple
    /// `[x₁ … xₙ] → [set]`.
    case buildSet
    /// `[k₁, v₁ … kₙ, vₙ] → [dict]`, n pairs.
    case buildDict
    /// `[str₁ … strₙ] → [str]`.
    case buildString
    /// `[start, stop] → [slice]`, or `[start, stop, step] → [slice]` when operand is 3.
    case buildSlice
    /// `[list, iterable] → [list]`: extends it; TypeError "Value after * must be an iterable, not T".
    case listExtend
    /// `[list] → [tuple]`.
    case listToTuple
    /// `[set, iterable] → [set]`.
    case setUpdate
    /// `[dict, mapping] → [dict]`, later keys win; TypeError "'T' object is not a mapping".
    case dictUpdate
    /// `[callable, arguments, dict, mapping] → [callable, arguments, dict]`: keyword arguments of a call;
    /// TypeError "f() got multiple values for keyword argument 'x'", "f() argument after ** must be a
    /// mapping, not T", "keywords must be strings".
    case dictMerge
    /// `[…, list, …, x] → […, list, …]`: appends to the list `operand` below the top after the pop (1 = on top).
    case listAppend
    /// As `listAppend`, for a set.
    case setAdd
    /// `[…, dict, …, key, value] → […, dict, …]`, the dict `operand` below the top after both pops.
    case dictSet
    /// `[value] → [str]`, or `[value, spec] → [str]`. `detail` is a `FormatFlags`.
    case formatValue

    // MARK: Calls and functions

    /// `[callable, x₁ … xₙ] → [result]`, n = operand.
    case call
    /// `[callable, x₁ … xₙ] → [result]`, n = extra, of which the last are keywords: their names are the
    /// tuple `constants[operand]`.
    case callKeywords
    /// `[function, self, x₁ … xₙ] → [result]`, n = operand, after `loadMethod`; `self` may be undefined.
    case callMethod
    /// As `callMethod` with keywords: n = extra, names `constants[operand]`.
    case callMethodKeywords
    /// `[callable, arguments tuple] → [result]`, or `[callable, arguments tuple, keywords dict] → [result]` when
    /// operand is 1.
    case callExtended
    /// `[defaults tuple]? [keyword-only defaults dict]? [annotations dict]? [closure tuple]? → [function]` from
    /// the code `constants[operand]`; `detail` is a `FunctionFlags` saying which are there.
    case makeFunction
    /// `[value] → ` leaves the frame. In the frame of a class body the value is its `__class__` cell or None.
    case returnValue
    /// `[body function, bases tuple, keywords dict] → [class]`, name = `constants[operand]`. Runs the body with a
    /// fresh namespace (with `__module__` and `__qualname__` stored by the body itself); the body's value is
    /// the cell to fill with the class, or None.
    case buildClass

    // MARK: Generators

    /// `[value] → suspends → [sent]`.
    case yieldValue
    /// `[iterable] → [iterator]`; a generator stays as it is.
    case makeYieldFromIterator
    /// `[iterator, sent] → [result]`; suspends with each value the iterator gives, as `[iterator, sent']`.
    case yieldFrom

    // MARK: Exceptions

    /// `[exc] → [previous, exc]`.
    case pushHandled
    /// `[previous] → []`, or `[previous, x] → [x]` when operand is 1. `previous` may be None.
    case popHandled
    /// `[exc, type] → [exc, bool]`; TypeError "catching classes that do not inherit from BaseException is not
    /// allowed".
    case matchException
    /// `[previous, exc] → ` restores the handled exception and raises `exc` without a new traceback entry.
    case reraise
    /// `[] → `, `[exc] → ` or `[exc, cause] → `, operand 0, 1 or 2: the `raise` statement.
    case raise
    /// `[value, reason] → []`, `[value]`, or raises; see above.
    case endFinally
    /// `[value, reason] → []`, or `[value, reason, x] → [x]` when operand is 1; restores the handled exception
    /// when the reason is an exception.
    case popFinally
    /// `[value, reason, exc] → ` restores the handled exception when the reason is an exception, then raises
    /// `exc` without a new traceback entry.
    case abandonFinally
    /// `[manager] → [exit, result of __enter__]`, `exit` bound. TypeError "'T' object does not support the
    /// context manager protocol".
    case enterWith
    /// `[exit] → [result]`: calls it with three Nones.
    case exitWith
    /// `[exit, previous, exc] → [exit, previous, exc, result]`: calls `exit(type, exc, traceback)`.
    case exitWithException
    /// `[] → [AssertionError]`, the built-in one.
    case loadAssertionError

    // MARK: Imports, annotations, cell value

    /// `[] → [module]`: imports `names[operand]`, a dotted name. `detail` 0 gives the first package
    /// (`import a.b`), 1 the named module itself (`import a.b as c`, `from a.b import …`).
    case importModule
    /// `[module] → [module, attribute]`; ImportError "cannot import name 'x' from 'm' (…)"; a submodule counts.
    case importFrom
    /// `[module] → []`: stores its public names as globals.
    case importStar
    /// `[] → []`: makes `__annotations__` in the namespace (or the globals) if it is not there.
    case setUpAnnotations
    /// `[value] → []`: `__annotations__[names[operand]] = value`.
    case storeAnnotation
    /// `[value] → []`: keeps it as the result of the cell.
    case setResult
}

/// The operators of `a op b` and `a op= b`.
package enum BinaryOperator: UInt8, CaseIterable, Sendable {
    case add, subtract, multiply, matrixMultiply, divide, remainder, power
    case leftShift, rightShift, bitOr, bitXor, bitAnd, floorDivide
}

/// The operators of `op a`.
package enum UnaryOperator: UInt8, CaseIterable, Sendable {
    case invert, not, plus, minus
}

/// The operators of comparisons.
package enum ComparisonOperator: UInt8, CaseIterable, Sendable {
    case equal, notEqual, less, lessEqual, greater, greaterEqual
    case `is`, isNot, `in`, notIn
}

/// `detail` of `formatValue`.
package struct FormatFlags: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// `!s`: `str` first.
    package static let str = FormatFlags(rawValue: 1)
    /// `!r`: `repr` first.
    package static let repr = FormatFlags(rawValue: 2)
    /// `!a`: `ascii` first.
    package static let ascii = FormatFlags(rawValue: 4)
    /// A format specification lies on top.
    package static let specification = FormatFlags(rawValue: 8)
}

/// `detail` of `makeFunction`; the values lie on the stack in this order, the last on top.
package struct FunctionFlags: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let defaults = FunctionFlags(rawValue: 1)
    package static let keywordDefaults = FunctionFlags(rawValue: 2)
    package static let annotations = FunctionFlags(rawValue: 4)
    package static let closure = FunctionFlags(rawValue: 8)
}

/// One instruction.
package struct Instruction: Sendable, Equatable {
    package var opcode: Opcode
    /// An operator or flags; see the opcode.
    package var detail: UInt8
    /// The inline-cache slot or a second operand; see the opcode.
    package var extra: UInt16
    /// An index, a count or a jump target; see the opcode.
    package var operand: Int32

    /// `extra` of an instruction that could be cached but has no slot.
    package static let noCache: UInt16 = .max

    package init(_ opcode: Opcode, _ operand: Int = 0, detail: UInt8 = 0, extra: UInt16 = 0) {
        self.opcode = opcode
        self.detail = detail
        self.extra = extra
        self.operand = Int32(truncatingIfNeeded: operand)
    }
}
