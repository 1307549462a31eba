// Collects the instructions of one code object.
//
// Jumps name labels until the end, when these become instruction indices. The depth of the operand stack is
// followed as instructions are added, so that labels, handlers and the frame's size come out without a second
// pass. Code that cannot be reached is not kept. Each instruction remembers which handler covers it; equal
// neighbours become the ranges of the exception table.

/// A place to jump to.
struct Label: Sendable {
    fileprivate var index: Int
}

/// A handler and the part of the operand stack that stays for it.
struct Handler: Sendable {
    fileprivate var index: Int32
    static let none = Handler(index: -1)
}

struct CodeBuilder {
    private(set) var instructions: [Instruction] = []
    private var positions: [SourcePosition] = []
    private var covers: [Int32] = []
    private var handlers: [(label: Label, depth: Int)] = []
    /// For each label its instruction (or −1), the stack's depth there (or −1), and whether it is that of a handler that
    /// covers something.
    private var labels: [(target: Int, depth: Int, covers: Bool)] = []
    /// Instructions whose operand is a label.
    private var references: [Int] = []
    private var constants: [ConstantValue] = []
    private var constantIndices: [ConstantKey: Int] = [:]
    private var names: [String] = []
    private var nameIndices: [NameID: Int] = [:]
    private(set) var cacheCount = 0
    private var deepest = 0

    /// The stack's depth after the last instruction.
    private(set) var depth = 0
    /// Whether the next instruction can be reached.
    private(set) var isReachable = true
    /// What covers the instructions to come.
    var handler = Handler.none
    /// The place of the instructions to come.
    var position = SourcePosition.none

    // MARK: Labels and handlers

    mutating func makeLabel() -> Label {
        labels.append((-1, -1, false))
        return Label(index: labels.count - 1)
    }

    /// Puts a label here. It can be reached if something jumped to it or the code before it goes on.
    mutating func place(_ label: Label) {
        let known = labels[label.index].depth
        if isReachable {
            labels[label.index].depth = depth
        } else if known >= 0 {
            depth = known
            isReachable = true
        }
        labels[label.index].target = instructions.count
    }

    /// Puts a label here that is reached otherwise than by jumps, with a stack of this depth.
    mutating func place(_ label: Label, depth: Int) {
        labels[label.index] = (instructions.count, depth, false)
        self.depth = depth
        deepest = max(deepest, depth)
        isReachable = true
    }

    /// Puts a handler's label here. It can be reached if the handler covers any instruction: none in code that cannot be
    /// reached itself.
    mutating func placeHandler(_ label: Label, depth: Int) {
        if labels[label.index].covers {
            place(label, depth: depth)
        } else {
            isReachable = false
        }
    }

    mutating func makeHandler(_ label: Label, depth: Int) -> Handler {
        handlers.append((label, depth))
        return Handler(index: Int32(handlers.count - 1))
    }

    // MARK: Instructions

    mutating func emit(
        _ opcode: Opcode, _ operand: Int = 0, detail: UInt8 = 0, extra: Int = 0, effect: Int
    ) {
        guard isReachable else { return }
        instructions.append(
            Instruction(
                opcode, operand, detail: detail, extra: UInt16(truncatingIfNeeded: extra)))
        positions.append(position)
        covers.append(handler.index)
        if handler.index >= 0 { labels[handlers[Int(handler.index)].label.index].covers = true }
        depth += effect
        deepest = max(deepest, depth)
        switch opcode {
        case .returnValue, .raise, .reraise, .abandonFinally: isReachable = false
        default: break
        }
    }

    /// An instruction that names a label: a jump, or the constant that says where a finally goes on.
    ///
    /// - Parameters:
    ///   - effect: what the instruction does to the stack when it does not jump.
    ///   - jumpEffect: what it does when it jumps.
    mutating func emit(
        _ opcode: Opcode, to label: Label, detail: UInt8 = 0, extra: Int = 0, effect: Int = 0,
        jumpEffect: Int = 0
    ) {
        guard isReachable else { return }
        labels[label.index].depth = depth + jumpEffect
        references.append(instructions.count)
        emit(opcode, label.index, detail: detail, extra: extra, effect: effect)
        if opcode == .jump || opcode == .jumpBackward { isReachable = false }
    }

    /// Pushes where to go on after a finally, as an integer.
    mutating func emitTarget(_ label: Label) {
        guard isReachable else { return }
        references.append(instructions.count)
        emit(.loadInt, label.index, effect: 1)
    }

    /// A slot for an inline cache.
    mutating func makeCache() -> Int {
        guard cacheCount < Int(Instruction.noCache) else { return Int(Instruction.noCache) }
        cacheCount += 1
        return cacheCount - 1
    }

    mutating func dropUnreachable() { isReachable = false }

    // MARK: Tables

    mutating func constantIndex(_ value: ConstantValue) -> Int {
        guard let key = ConstantKey(value) else {
            constants.append(value)
            return constants.count - 1
        }
        if let known = constantIndices[key] { return known }
        constants.append(value)
        constantIndices[key] = constants.count - 1
        return constants.count - 1
    }

    mutating func nameIndex(_ id: NameID, _ text: @autoclosure () -> String) -> Int {
        if let known = nameIndices[id] { return known }
        names.append(text())
        nameIndices[id] = names.count - 1
        return names.count - 1
    }

    mutating func emitConstant(_ value: ConstantValue) {
        switch value {
        case .none: emit(.loadNone, effect: 1)
        case .bool(let flag): emit(.loadBool, flag ? 1 : 0, effect: 1)
        case .int(let number) where Int32(exactly: number) != nil:
            emit(.loadInt, number, effect: 1)
        default:
            guard isReachable else { return }
            emit(.loadConstant, constantIndex(value), effect: 1)
        }
    }

    // MARK: The result

    struct Result {
        var instructions: [Instruction]
        var positions: [SourcePosition]
        var constants: [ConstantValue]
        var names: [String]
        var exceptionTable: [ExceptionRange]
        var stackSize: Int
        var cacheCount: Int
    }

    mutating func finish() -> Result {
        for index in references {
            let target = labels[Int(instructions[index].operand)].target
            instructions[index].operand = Int32(target)
        }
        threadJumps()
        return Result(
            instructions: instructions, positions: positions, constants: constants, names: names,
            exceptionTable: makeExceptionTable(), stackSize: deepest + 1, cacheCount: cacheCount)
    }

    /// Lets jumps to a `jump` go straight to its target.
    private mutating func threadJumps() {
        for index in references {
            switch instructions[index].opcode {
            case .jump, .popJumpIfFalse, .popJumpIfTrue, .compareJumpIfFalse, .compareJumpIfTrue,
                .popJumpIfNone, .popJumpIfNotNone:
                var target = Int(instructions[index].operand)
                var steps = 0
                while target < instructions.count, steps < 16,
                    instructions[target].opcode == .jump
                        || (instructions[target].opcode == .jumpBackward
                            && instructions[index].opcode == .jump)
                {
                    if instructions[target].opcode == .jumpBackward {
                        instructions[index].opcode = .jumpBackward
                    }
                    target = Int(instructions[target].operand)
                    steps += 1
                    if instructions[index].opcode == .jumpBackward { break }
                }
                instructions[index].operand = Int32(target)
            default: break
            }
        }
    }

    private func makeExceptionTable() -> [ExceptionRange] {
        var table: [ExceptionRange] = []
        var start = 0
        while start < covers.count {
            let cover = covers[start]
            var end = start + 1
            while end < covers.count, covers[end] == cover { end += 1 }
            if cover >= 0 {
                let handler = handlers[Int(cover)]
                table.append(
                    ExceptionRange(
                        start: Int32(start), end: Int32(end),
                        handler: Int32(labels[handler.label.index].target),
                        depth: Int32(handler.depth)))
            }
            start = end
        }
        return table
    }
}

/// Constants that are the same constant: `1`, `1.0` and `True` are not, nor `0.0` and `-0.0`.
enum ConstantKey: Hashable {
    case int(Int)
    case bigInt(String, Bool)
    case float(UInt64)
    case string([UInt32])
    case bytes([UInt8])
    case ellipsis
    case strings([[UInt32]])

    init?(_ value: ConstantValue) {
        switch value {
        case .int(let number): self = .int(number)
        case .bigInt(let digits, let negative): self = .bigInt(digits, negative)
        case .float(let number): self = .float(number.bitPattern)
        case .string(let text): self = .string(text)
        case .bytes(let bytes): self = .bytes(bytes)
        case .ellipsis: self = .ellipsis
        case .tuple(let items):
            var texts: [[UInt32]] = []
            for item in items {
                guard case .string(let text) = item else { return nil }
                texts.append(text)
            }
            guard !texts.isEmpty else { return nil }
            self = .strings(texts)
        case .none, .bool, .frozenSet, .code: return nil
        }
    }
}
