// Follows the depth of the operand stack through a code object along every path, handlers included, with
// the effects that `Instruction.swift` states. Two paths that meet at different depths, a depth below zero or
// above `stackSize`, and a path that runs off the end are the compiler's bugs.

import Interpreter

enum StackVerifier {
    /// What is wrong with a code object or one inside it; nil when nothing is.
    static func problem(_ code: CodeObject) -> String? {
        if let found = check(code) { return "\(code.qualifiedName): \(found)" }
        for case .code(let inner) in code.constants {
            if let found = problem(inner) { return found }
        }
        return nil
    }

    private static func check(_ code: CodeObject) -> String? {
        var depths = [Int?](repeating: nil, count: code.instructions.count)
        var pending = [(0, 0)]
        var targets: [Int: Int] = [:]
        while let (index, depth) = pending.popLast() {
            guard code.instructions.indices.contains(index) else { return "runs off at \(index)" }
            if let known = depths[index] {
                if known != depth { return "depths \(known) and \(depth) meet at \(index)" }
                continue
            }
            depths[index] = depth
            if let range = code.handler(at: index) {
                if depth < Int(range.depth) { return "handler of \(index) keeps too much" }
                pending.append((Int(range.handler), Int(range.depth) + 1))
            }
            let instruction = code.instructions[index]
            let operand = Int(instruction.operand)
            let need = pops(instruction)
            if depth < need { return "\(instruction.opcode) at \(index) finds \(depth)" }
            let after = depth - need + pushes(instruction)
            if max(depth, after) > code.stackSize { return "too deep at \(index)" }
            switch instruction.opcode {
            case .returnValue, .raise, .reraise, .abandonFinally: break
            case .jump, .jumpBackward: pending.append((operand, after))
            case .popJumpIfFalse, .popJumpIfTrue, .popJumpIfNone, .popJumpIfNotNone,
                .compareJumpIfFalse, .compareJumpIfTrue:
                pending.append((operand, after))
                pending.append((index + 1, after))
            case .jumpIfFalseOrPop, .jumpIfTrueOrPop:
                pending.append((operand, depth))
                pending.append((index + 1, after))
            case .forIterate, .forIterateLocal:
                pending.append((operand, depth - 1))
                pending.append((index + 1, after))
            case .endFinally:
                pending.append((index + 1, after))
                // It also goes where an integer below says: each such place keeps the value.
                for (target, kept) in targets where kept == depth {
                    pending.append((target, depth - 1))
                }
            default:
                if instruction.opcode == .loadInt, index + 1 < code.instructions.count,
                    code.instructions[index + 1].opcode == .jump, targetsFinally(code, index)
                {
                    targets[operand] = after
                    pending.append((operand, depth))
                }
                pending.append((index + 1, after))
            }
        }
        return nil
    }

    /// Whether an integer is the place where a finally goes on: the instruction after its jump.
    private static func targetsFinally(_ code: CodeObject, _ index: Int) -> Bool {
        Int(code.instructions[index].operand) == index + 2
    }

    private static func pops(_ instruction: Instruction) -> Int {
        let operand = Int(instruction.operand)
        switch instruction.opcode {
        case .copy, .rotate: return operand
        case .copyTwo, .add, .subtract, .multiply, .binary, .inPlace, .compare, .loadSubscript,
            .deleteSubscript, .listExtend, .setUpdate, .dictUpdate, .compareJumpIfFalse,
            .compareJumpIfTrue, .storeAttribute, .matchException, .reraise, .endFinally, .yieldFrom:
            return 2
        case .storeSubscript, .buildClass, .abandonFinally, .exitWithException: return 3
        case .dictMerge: return 4
        case .nop, .loadConstant, .loadInt, .loadNone, .loadBool, .loadLocal, .loadLocalPair,
            .deleteLocal, .loadGlobal, .deleteGlobal, .loadName, .deleteName, .loadCell,
            .deleteCell, .loadClassCell, .loadClosure, .jump, .jumpBackward, .loadAssertionError,
            .importModule, .setUpAnnotations:
            return 0
        case .buildList, .buildTuple, .buildSet, .buildString, .raise: return operand
        case .buildDict: return 2 * operand
        case .buildSlice: return operand
        case .listAppend, .setAdd: return operand + 1
        case .dictSet: return operand + 2
        case .formatValue: return instruction.detail & 8 != 0 ? 2 : 1
        case .call: return operand + 1
        case .callMethod: return operand + 2
        case .callKeywords: return Int(instruction.extra) + 1
        case .callMethodKeywords: return Int(instruction.extra) + 2
        case .callExtended: return operand + 2
        case .makeFunction: return instruction.detail.nonzeroBitCount
        case .popHandled: return operand + 1
        case .popFinally: return operand + 2
        default: return 1
        }
    }

    private static func pushes(_ instruction: Instruction) -> Int {
        let operand = Int(instruction.operand)
        switch instruction.opcode {
        case .copy: return operand + 1
        case .rotate, .listAppend, .setAdd, .dictSet: return operand
        case .copyTwo: return 4
        case .loadLocalPair, .loadMethod, .matchException, .pushHandled, .enterWith: return 2
        case .importFrom, .forIterate: return 2
        case .exitWithException: return 4
        case .dictMerge: return 3
        case .unpack: return operand
        case .unpackStarred: return operand + Int(instruction.extra) + 1
        case .popHandled, .popFinally: return operand
        case .nop, .popTop, .storeLocal, .deleteLocal, .storeGlobal, .deleteGlobal, .storeName,
            .deleteName, .storeCell, .deleteCell, .storeAttribute, .deleteAttribute,
            .storeSubscript, .deleteSubscript, .jump, .jumpBackward, .popJumpIfFalse,
            .popJumpIfTrue, .popJumpIfNone, .popJumpIfNotNone, .jumpIfFalseOrPop,
            .jumpIfTrueOrPop, .compareJumpIfFalse, .compareJumpIfTrue, .raise, .reraise,
            .endFinally, .abandonFinally, .returnValue, .importStar, .setUpAnnotations,
            .storeAnnotation, .setResult:
            return 0
        default: return 1
        }
    }
}
