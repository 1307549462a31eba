import BigInt

/// The machine's companion of a code object: its constants as values, its names interned, its caches.
final class Routine {
    /// Owns this companion, so the reference back is not counted.
    unowned(unsafe) let code: CodeObject
    let instructions: UnsafeMutablePointer<Instruction>
    let constants: UnsafeMutablePointer<Value>
    private let constantCount: Int
    let names: [StringObject]
    /// The names of the constants that are tuples of texts: a call with keywords names them by such a one.
    let keywordNames: [[StringObject]]
    let caches: UnsafeMutablePointer<InlineCache>
    private let cacheCount: Int
    /// Names of the parameters, for keywords.
    let parameterNames: [StringObject]
    let localCount: Int
    let cellCount: Int
    let frameSize: Int
    /// Argument count of a function that takes positional arguments only and has no cells; else -1.
    let simpleArgumentCount: Int
    let flags: CodeFlags

    init(_ code: CodeObject, _ vm: VirtualMachine) {
        self.code = code
        instructions = .allocate(capacity: code.instructions.count)
        instructions.initialize(from: code.instructions, count: code.instructions.count)
        constantCount = code.constants.count
        constants = .allocate(capacity: constantCount)
        for (index, constant) in code.constants.enumerated() {
            (constants + index).initialize(to: vm.value(of: constant))
        }
        keywordNames = (0..<constantCount).map { [constants] index in
            let texts = (constants + index).pointee.tuple?.elements.map(\.string) ?? []
            return texts.contains { $0 == nil } ? [] : texts.compactMap { $0.map(vm.intern) }
        }
        names = code.names.map { vm.intern($0) }
        cacheCount = code.cacheCount
        caches = .allocate(capacity: cacheCount)
        caches.initialize(repeating: InlineCache(), count: cacheCount)
        flags = code.flags
        var parameters = code.argumentCount + code.keywordOnlyCount
        if flags.contains(.variadicPositional) { parameters += 1 }
        if flags.contains(.variadicKeywords) { parameters += 1 }
        parameterNames = code.localNames.prefix(parameters).map { vm.intern($0) }
        localCount = code.localNames.count
        cellCount = code.cellVariables.count
        frameSize = localCount + cellCount + code.stackSize + 2
        let isSimple =
            code.keywordOnlyCount == 0
            && flags.isDisjoint(with: [.variadicPositional, .variadicKeywords, .generator])
        simpleArgumentCount = isSimple ? code.argumentCount : -1
    }

    deinit {
        instructions.deallocate()
        constants.deinitialize(count: constantCount)
        constants.deallocate()
        caches.deallocate()
    }
}

/// What an instruction remembers of its last look-up.
struct InlineCache {
    /// The type's version, or the name table's identity.
    var key = 0
    /// The shape's address, or the name table's layout.
    var shape: UnsafeRawPointer?
    /// The shape after the attribute was added.
    var nextShape: UnsafeRawPointer?
    var index: Int32 = 0
    /// Which shortcut the cache describes.
    var form: UInt8 = 0
    /// Where what was found is kept; it stays there as long as the key matches.
    var value: UnsafeMutablePointer<Value>?
}

/// The shortcuts of `InlineCache.form`; 0 is none.
enum CacheForm {
    /// An attribute of the instance, in the field `index`.
    static let field: UInt8 = 1
    /// Setting adds the field `index` and takes the instance to `nextShape`.
    static let append: UInt8 = 2
    /// A function or native method of the class.
    static let method: UInt8 = 3
    /// A name of a module.
    static let module: UInt8 = 4
    /// A plain value of the class, looked up through an instance.
    static let classValue: UInt8 = 5
    /// A plain value or function of a class, looked up on the class.
    static let ownClassValue: UInt8 = 6
    static let global: UInt8 = 7
    static let builtin: UInt8 = 8
}

extension VirtualMachine {
    /// The companion of a code object, made on first use.
    func routine(_ code: CodeObject) -> Routine {
        if let routine = code.attachment as? Routine { return routine }
        let made = Routine(code, self)
        code.attachment = made
        return made
    }

    func value(of constant: ConstantValue) -> Value {
        switch constant {
        case .none: return .none
        case .bool(let bool): return .bool(bool)
        case .int(let int): return .int(int)
        case .bigInt(let digits, let negative):
            let magnitude = BigInt(digits, radix: 16) ?? 0
            return integer(negative ? -magnitude : magnitude)
        case .float(let float): return .float(float)
        case .string(let points):
            let made = StringObject(type: types.str, codePoints: points)
            return .object(points.count <= 64 ? intern(made) : made)
        case .bytes(let bytes): return self.bytes(bytes)
        case .tuple(let elements): return tuple(elements.map { value(of: $0) })
        case .frozenSet(let elements):
            let given = makeSet(frozen: true)
            for element in elements { _ = try? given.insert(value(of: element), self) }
            // CPython's compiler makes the constant anew from the items in their order in the set.
            let made = makeSet(frozen: true)
            for item in given.elements { _ = try? made.insert(item, self) }
            return .object(made)
        case .ellipsis: return ellipsis
        case .code(let code):
            _ = routine(code)
            return .object(CodeReference(type: types.code, code))
        }
    }
}

/// A code object as a value, among the constants.
final class CodeReference: Object {
    let code: CodeObject

    init(type: TypeObject, _ code: CodeObject) {
        self.code = code
        super.init(type: type, kind: .code)
    }
}
