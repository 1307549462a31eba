import BigInt

/// What the built-in types and modules share: subscripts, text, guarded recursion.
extension VirtualMachine {
    /// Turns a failure of machine-independent code into a Python exception.
    func plain<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let failure as PlainError {
            throw error(for: failure)
        }
    }

    func error(for failure: PlainError) -> PythonError {
        switch failure.kind {
        case .value: error(.valueError, failure.message)
        case .type: error(.typeError, failure.message)
        case .overflow: error(.overflowError, failure.message)
        case .zeroDivision: error(.zeroDivisionError, failure.message)
        case .key: error(.keyError, failure.message)
        case .memory: error(.memoryError, failure.message)
        }
    }

    func indexError(_ message: String) -> PythonError { error(.indexError, message) }

    func overflowError(_ message: String) -> PythonError { error(.overflowError, message) }

    // MARK: Text

    /// A string of bytes that are code points below 256.
    func latin1(_ bytes: some Collection<UInt8>) -> Value {
        let made = StringObject(type: types.str, count: bytes.count, isWide: false)
        let units = UnsafeMutableBufferPointer(
            start: made.storage.assumingMemoryBound(to: UInt8.self), count: made.count)
        _ = units.initialize(from: bytes)
        return .object(made)
    }

    /// The code points `start..<end` of a string as a new string.
    func substring(_ text: StringObject, _ start: Int, _ end: Int) -> Value {
        if start >= end { return string("") }
        if start == 0, end == text.count, text.type === types.str { return .object(text) }
        if end &- start == 1 { return character(text[start]) }
        if text.isWide { return string(codePoints: text.wide[start..<end]) }
        return .object(
            StringObject(
                type: types.str, latin1: UnsafeBufferPointer(rebasing: text.narrow[start..<end])))
    }

    /// The argument as a string, or TypeError "NAME() argument N must be str, not int".
    func stringArgument(_ value: Value, _ function: String, _ position: Int? = nil) throws
        -> StringObject
    {
        if let string = value.string { return string }
        let place = position.map { "argument \($0)" } ?? "argument"
        throw typeError("\(function)() \(place) must be str, not \(typeNameOrNone(value))")
    }

    /// The type's name as argument errors show it: None is "None".
    func typeNameOrNone(_ value: Value) -> String { value.isNone ? "None" : typeName(value) }

    /// Text that grows within the memory budget.
    struct TextBuilder {
        private(set) var text = ""
        private var checked = 1 << 14

        mutating func append(_ piece: String, _ vm: VirtualMachine) throws {
            text += piece
            let size = text.utf8.count
            if size > checked {
                try vm.poll()
                try vm.reserve(size &* 4)
                checked = size &* 2
            }
        }
    }

    /// Joins the texts of parts, for the `repr` of containers; polls and counts memory.
    ///
    /// - Parameter cycle: what an object within itself is shown as
    func containerRepr(
        _ object: Object, open: String, close: String, cycle: String,
        parts: (inout TextBuilder) throws -> Void
    ) throws -> String {
        let identity = ObjectIdentifier(object)
        if reprDepth.contains(identity) { return cycle }
        reprDepth.append(identity)
        defer { reprDepth.removeLast() }
        var builder = TextBuilder()
        try builder.append(open, self)
        try parts(&builder)
        try builder.append(close, self)
        return builder.text
    }

    /// The `repr`s of values, separated by commas, appended to a text.
    func appendReprs(_ values: [Value], _ builder: inout TextBuilder) throws {
        var first = true
        for value in values {
            if !first { try builder.append(", ", self) }
            first = false
            try builder.append(try repr(value), self)
            try poll()
        }
    }

    // MARK: Subscripts

    /// Whether a value is an integer or says by `__index__` which it stands for.
    func isIndex(_ value: Value) -> Bool {
        switch value {
        case .int, .bool: true
        case .object:
            value.bigInt != nil || value.wrappedNumber.map { isIndex($0) } == true
                || type(of: value).slots.toIndex != nil
        default: false
        }
    }

    /// Whether a value is an integer itself.
    func isExactInteger(_ value: Value) -> Bool {
        switch value {
        case .int, .bool: true
        case .object: value.bigInt != nil
        default: false
        }
    }

    /// An index into a sequence of `count` items, negative ones counted from the end; nil when out of range.
    ///
    /// - Parameter refusal: the text of the TypeError for a key that is no integer
    ///
    /// The count is taken last: a learner's `__index__` may change the sequence.
    func sequenceIndex(
        _ key: Value, count: @autoclosure () -> Int, refusal: @autoclosure () -> String
    ) throws -> Int? {
        var index: Int
        switch key {
        case .int(let int): index = int
        case .bool(let bool): index = bool ? 1 : 0
        default:
            guard isIndex(key) else {
                throw typeError(refusal())
            }
            guard case .int(let int) = try indexValue(key) else {
                throw indexError("cannot fit 'int' into an index-sized integer")
            }
            index = int
        }
        let count = count()
        if index < 0 { index &+= count }
        return index >= 0 && index < count ? index : nil
    }

    /// The slice that a key is, if it is one.
    func sliceKey(_ key: Value) -> SliceObject? {
        guard case .object(let object) = key, object.kind == .slice else { return nil }
        return unsafeDowncast(object, to: SliceObject.self)
    }

    /// The items of a sequence that a slice names.
    struct SliceBounds {
        var start: Int
        var stop: Int
        var step: Int

        /// The number of items.
        var count: Int {
            if step > 0 { return start < stop ? (stop - start - 1) / step + 1 : 0 }
            return start > stop ? (start - stop - 1) / -step + 1 : 0
        }

        /// The positions, in the slice's order.
        var indices: [Int] { (0..<count).map { start + $0 * step } }
    }

    /// Resolves a slice against a length.
    ///
    /// The count is taken last: a learner's `__index__` may change the sequence.
    func bounds(_ slice: SliceObject, count: @autoclosure () -> Int) throws -> SliceBounds {
        let step = slice.step.isNone ? 1 : try sliceIndex(slice.step)
        if step == 0 { throw valueError("slice step cannot be zero") }
        let first = slice.start.isNone ? nil : try sliceIndex(slice.start)
        let last = slice.stop.isNone ? nil : try sliceIndex(slice.stop)
        let count = count()
        // -Int.max and not Int.min, whose magnitude does not fit.
        let safe = max(step, -Int.max)
        let lower = safe < 0 ? -1 : 0
        let upper = safe < 0 ? count - 1 : count
        func place(_ index: Int?, _ missing: Int) -> Int {
            guard let index else { return missing }
            if index < 0 {
                let moved = index &+ count
                return moved < lower ? lower : moved
            }
            return min(index, upper)
        }
        let start = place(first, safe < 0 ? upper : lower)
        let stop = place(last, safe < 0 ? lower : upper)
        return SliceBounds(start: start, stop: stop, step: safe)
    }

    /// Where a search of a list or tuple begins or ends: like the end of a slice, but never None.
    func searchBound(_ value: Value) throws -> Int {
        guard isIndex(value) else {
            throw typeError("slice indices must be integers or have an __index__ method")
        }
        return try sliceIndex(value)
    }

    /// An end or step of a slice as a machine integer, clamped.
    func sliceIndex(_ value: Value) throws -> Int {
        switch value {
        case .int(let int): return int
        case .bool(let bool): return bool ? 1 : 0
        default: break
        }
        guard isIndex(value) else {
            throw typeError(
                "slice indices must be integers or None or have an __index__ method")
        }
        let whole = try indexValue(value)
        if case .int(let int) = whole { return int }
        return whole.bigInt?.value.sign == .minus ? -Int.max : Int.max
    }

    /// The bounds of a search, `find(x, start, end)`: like a slice's, `start` may lie beyond the end.
    func searchRange(_ start: Value, _ end: Value, count: Int) throws -> (start: Int, end: Int) {
        func place(_ value: Value, _ missing: Int) throws -> Int {
            if value.isNone || value.isUndefined { return missing }
            let index = try sliceIndex(value)
            return index < 0 ? max(index &+ count, 0) : index
        }
        return (try place(start, 0), min(try place(end, count), count))
    }

    /// How often a sequence is repeated by `* value`; nil when the value is no integer.
    func repeatCount(_ value: Value) throws -> Int? {
        switch value {
        case .int(let int): return max(int, 0)
        case .bool(let bool): return bool ? 1 : 0
        case .object:
            guard isIndex(value) else { return nil }
            guard case .int(let int) = try indexValue(value) else {
                throw overflowError("cannot fit 'int' into an index-sized integer")
            }
            return max(int, 0)
        default: return nil
        }
    }

    /// Whether a value that is no built-in sequence or number may take an operator over.
    func hasOwnOperator(_ value: Value, _ op: BinaryOperator) -> Bool {
        guard case .object(let object) = value else { return false }
        switch object.kind {
        case .plain, .native, .instance: return object.type.slots.binary[Int(op.rawValue)] != nil
        default: return false
        }
    }

    /// What an operator of a built-in sequence does with an operand that it does not take: an object of another
    /// class on the right is asked first, then it is an error.
    func refuse(_ op: BinaryOperator, _ a: Value, _ b: Value, isLeft: Bool, _ error: PythonError)
        throws -> Value
    {
        if isLeft, hasOwnOperator(b, op) {
            let index = Int(op.rawValue)
            let type = type(of: b)
            // A learner's slot would ask the left side again, which is where this is called from.
            let result =
                type.isNative
                ? try type.slots.binary[index]?(self, a, b)
                : try callSpecial(b, names.reflected[index], [a])
            if let result, !isNotImplemented(result) { return result }
        }
        throw error
    }

    func cannotRepeat(_ value: Value) -> PythonError {
        typeError("can't multiply sequence by non-int of type '\(typeName(value))'")
    }

    /// Compares two sequences item by item, as lists and tuples do.
    func compareSequences(
        _ op: ComparisonOperator, _ a: () -> [Value], _ b: () -> [Value]
    ) throws -> Value {
        let counts = (a().count, b().count)
        if counts.0 != counts.1 {
            if op == .equal { return .bool(false) }
            if op == .notEqual { return .bool(true) }
        }
        var index = 0
        while true {
            let left = a()
            let right = b()
            guard index < left.count, index < right.count else { break }
            try poll()
            if try !equals(left[index], right[index]) {
                switch op {
                case .equal: return .bool(false)
                case .notEqual: return .bool(true)
                default: return try compare(op, left[index], right[index])
                }
            }
            index += 1
        }
        return .bool(op.holds(a().count - b().count))
    }

    /// Sets the six comparison slots of a type to one function.
    func setComparisons(
        _ type: TypeObject, _ ops: [ComparisonOperator],
        _ body: @escaping (VirtualMachine, ComparisonOperator, Value, Value) throws -> Value
    ) {
        for op in ops {
            let slot: TypeSlots.Binary = { vm, a, b in
                try vm.nested { try body(vm, op, a, b) }
            }
            switch op {
            case .equal: type.slots.equal = slot
            case .notEqual: type.slots.notEqual = slot
            case .less: type.slots.less = slot
            case .lessEqual: type.slots.lessEqual = slot
            case .greater: type.slots.greater = slot
            case .greaterEqual: type.slots.greaterEqual = slot
            case .is, .isNot, .in, .notIn: break
            }
        }
    }

    static let orderings: [ComparisonOperator] = [
        .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual,
    ]

    /// A class made to be an iterator over a list of values that is known beforehand.
    func iterator(over values: [Value], _ type: TypeObject) -> Value {
        .object(ArrayIterator(type: type, values))
    }
}
