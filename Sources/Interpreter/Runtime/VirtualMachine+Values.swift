package import BigInt

/// Making values.
extension VirtualMachine {
    package func string(_ text: some StringProtocol) -> Value {
        .object(StringObject(type: types.str, text))
    }

    package func string(codePoints: some Collection<UInt32>) -> Value {
        .object(StringObject(type: types.str, codePoints: codePoints))
    }

    /// The one string object for a name; attribute and keyword look-ups take such strings.
    package func intern(_ name: String) -> StringObject { interned.intern(name) }

    /// The one string object equal to this one.
    package func intern(_ name: StringObject) -> StringObject {
        name.internID >= 0 ? name : interned.intern(name)
    }

    package func bytes(_ bytes: [UInt8]) -> Value {
        .object(BytesObject(type: types.bytes, bytes))
    }

    package func list(_ elements: [Value]) -> Value {
        .object(ListObject(type: types.list, elements))
    }

    package func tuple(_ elements: [Value]) -> Value {
        elements.isEmpty
            ? .object(emptyTuple) : .object(TupleObject(type: types.tuple, elements))
    }

    package func makeDict() -> DictObject { DictObject(type: types.dict) }

    package func makeSet(frozen: Bool = false) -> SetObject {
        SetObject(type: frozen ? types.frozenset : types.set, frozen: frozen)
    }

    /// An integer of any size.
    package func integer(_ value: BigInt) -> Value {
        if let small = Int(exactly: value) { return .int(small) }
        return .object(BigIntObject(type: types.int, value))
    }

    package func range(_ start: Value, _ stop: Value, _ step: Value) -> Value {
        .object(RangeObject(type: types.range, start: start, stop: stop, step: step))
    }

    package func slice(_ start: Value, _ stop: Value, _ step: Value) -> Value {
        .object(SliceObject(type: types.slice, start: start, stop: stop, step: step))
    }

    /// A function written in Swift; see `Signature` for the parameters.
    package func function(
        _ name: String, _ signature: String, _ help: String = "",
        _ body: @escaping NativeFunction.Body
    ) -> Value {
        .object(
            NativeFunction(
                type: types.nativeFunction, name: name, signature: signature, help: help,
                code: .function(body)))
    }

    /// The type of a value.
    @inline(__always)
    package func type(of value: Value) -> TypeObject {
        switch value {
        case .undefined, .none: types.noneType
        case .bool: types.bool
        case .int: types.int
        case .float: types.float
        case .object(let object): object.type
        }
    }

    /// The type's name, for messages.
    package func typeName(_ value: Value) -> String { type(of: value).nameInErrors }
}

/// The interned strings of a session.
struct InternTable {
    private let strType: TypeObject
    private var byText: [String: StringObject] = [:]
    private var byPoints: [[UInt32]: StringObject] = [:]
    private var count: Int32 = 0

    init(strType: TypeObject) { self.strType = strType }

    mutating func intern(_ name: String) -> StringObject {
        if let present = byText[name] { return present }
        let made = StringObject(type: strType, name)
        add(made, name)
        return made
    }

    mutating func intern(_ name: StringObject) -> StringObject {
        let text = name.swiftString
        // Texts that are equal for Swift may differ in code points: canonical equivalents, surrogates.
        if name.isASCII {
            if let present = byText[text] { return present }
            add(name, text)
            return name
        }
        let points = name.codePoints
        if let present = byPoints[points] { return present }
        number(name)
        byPoints[points] = name
        return name
    }

    private mutating func add(_ object: StringObject, _ text: String) {
        if object.isASCII {
            number(object)
            byText[text] = object
            return
        }
        let points = object.codePoints
        if let present = byPoints[points] {
            byText[text] = present
        } else {
            number(object)
            byPoints[points] = object
            byText[text] = object
        }
    }

    private mutating func number(_ object: StringObject) {
        object.internID = count
        count += 1
    }
}

/// The strings of one code point below 256, made when they are first asked for.
final class CharacterTable {
    private let values: UnsafeMutablePointer<Value>

    init() {
        values = .allocate(capacity: 256)
        values.initialize(repeating: .undefined, count: 256)
    }

    deinit {
        values.deinitialize(count: 256)
        values.deallocate()
    }

    func value(_ point: UInt8, _ vm: VirtualMachine) -> Value {
        let slot = values + Int(point)
        if slot.isUndefined {
            slot.pointee = .object(
                StringObject(type: vm.types.str, codePoints: CollectionOfOne(UInt32(point))))
        }
        return slot.pointee
    }
}
