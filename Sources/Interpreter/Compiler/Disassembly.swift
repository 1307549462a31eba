extension CodeObject {
    /// The instructions as text, one a line, inner code objects after their outer one.
    package var disassembly: String {
        var lines = ["\(qualifiedName): locals \(localNames), stack \(stackSize)"]
        if !cellVariables.isEmpty { lines[0] += ", cells \(cellVariables.map(\.name))" }
        if !freeVariables.isEmpty { lines[0] += ", free \(freeVariables)" }
        for (index, instruction) in instructions.enumerated() {
            var line = "\(index) \(instruction.opcode)"
            if let text = describeOperand(instruction) { line += " \(text)" }
            if let range = handler(at: index) {
                line += "  !\(range.handler)/\(range.depth)"
            }
            lines.append(line)
        }
        var result = lines.joined(separator: "\n")
        for case .code(let inner) in constants { result += "\n\n" + inner.disassembly }
        return result
    }

    private func describeOperand(_ instruction: Instruction) -> String? {
        let operand = Int(instruction.operand)
        switch instruction.opcode {
        case .loadGlobal, .storeGlobal, .deleteGlobal, .loadName, .storeName, .deleteName,
            .loadAttribute, .storeAttribute, .deleteAttribute, .loadMethod, .importModule,
            .importFrom, .storeAnnotation:
            return names[operand]
        case .loadLocal, .storeLocal, .deleteLocal: return localNames[operand]
        case .loadLocalPair:
            return "\(localNames[operand]) \(localNames[Int(instruction.extra)])"
        case .forIterateLocal: return "\(localNames[Int(instruction.extra)]) -> \(operand)"
        case .loadConstant, .makeFunction, .buildClass: return constants[operand].summary
        case .callKeywords, .callMethodKeywords:
            return "\(instruction.extra) \(constants[operand].summary)"
        case .jump, .jumpBackward, .popJumpIfFalse, .popJumpIfTrue, .popJumpIfNone,
            .popJumpIfNotNone, .jumpIfFalseOrPop, .jumpIfTrueOrPop, .forIterate:
            return "-> \(operand)"
        case .compare: return comparison(instruction)
        case .compareJumpIfFalse, .compareJumpIfTrue:
            return "\(comparison(instruction)) -> \(operand)"
        case .binary, .inPlace:
            return BinaryOperator(rawValue: instruction.detail).map { "\($0)" }
        case .unary: return UnaryOperator(rawValue: instruction.detail).map { "\($0)" }
        case .unpackStarred: return "\(instruction.extra) \(operand)"
        case .formatValue: return "\(instruction.detail)"
        case .popTop, .nop, .loadNone, .returnValue, .add, .subtract, .multiply, .makeIterator,
            .loadSubscript, .storeSubscript, .deleteSubscript, .copyTwo:
            return nil
        default: return "\(operand)"
        }
    }

    private func comparison(_ instruction: Instruction) -> String {
        ComparisonOperator(rawValue: instruction.detail).map { "\($0)" } ?? "?"
    }
}

extension ConstantValue {
    /// A short text for listings.
    var summary: String {
        switch self {
        case .none: "None"
        case .bool(let flag): flag ? "True" : "False"
        case .int(let value): "\(value)"
        case .bigInt(let digits, let negative): "\(negative ? "-" : "")0x\(digits)"
        case .float(let value): "\(value)"
        case .string(let text):
            "'" + String(String.UnicodeScalarView(text.compactMap { Unicode.Scalar($0) })) + "'"
        case .bytes(let bytes): "b\(bytes)"
        case .tuple(let items): "(" + items.map(\.summary).joined(separator: ", ") + ")"
        case .frozenSet(let items): "{" + items.map(\.summary).joined(separator: ", ") + "}"
        case .ellipsis: "..."
        case .code(let code): "<\(code.qualifiedName)>"
        }
    }
}
