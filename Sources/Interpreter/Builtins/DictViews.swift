/// Which part of the entries a view or an iterator shows.
enum DictPart {
    case keys, values, items

    func value(_ entry: (key: Value, value: Value), _ vm: VirtualMachine) -> Value {
        switch self {
        case .keys: entry.key
        case .values: entry.value
        case .items: vm.tuple([entry.key, entry.value])
        }
    }
}

/// `dict.keys()`, `dict.values()`, `dict.items()`: follows the dictionary's changes.
final class DictView: Object {
    let dict: DictObject
    let part: DictPart

    init(type: TypeObject, _ dict: DictObject, _ part: DictPart) {
        self.dict = dict
        self.part = part
        super.init(type: type)
    }
}

/// Iterates over a dictionary, and notices when it changes meanwhile.
final class DictIterator: IteratorObject {
    private var dict: DictObject?
    private let part: DictPart
    private let backwards: Bool
    private let count: Int
    private var position: Int

    init(type: TypeObject, _ dict: DictObject, _ part: DictPart, backwards: Bool = false) {
        self.dict = dict
        self.part = part
        self.backwards = backwards
        count = dict.count
        position = backwards ? dict.endPosition : 0
        super.init(type: type)
    }

    override func next(_ vm: VirtualMachine) throws -> Value? {
        guard let dict else { return nil }
        if dict.count != count {
            throw vm.error(.runtimeError, "dictionary changed size during iteration")
        }
        let entry = backwards ? dict.previousEntry(&position) : dict.nextEntry(&position)
        guard let entry else {
            self.dict = nil
            return nil
        }
        return part.value(entry, vm)
    }
}

extension VirtualMachine {
    func view(_ receiver: Value, _ part: DictPart) -> Value {
        guard let dict = receiver.dict else { return .none }
        let type =
            switch part {
            case .keys: auxiliary.dictKeys
            case .values: auxiliary.dictValues
            case .items: auxiliary.dictItems
            }
        return .object(DictView(type: type, dict, part))
    }

    private func viewObject(_ value: Value) -> DictView? {
        guard case .object(let object) = value else { return nil }
        return object as? DictView
    }

    func installDictViews() {
        let views = [
            (
                auxiliary.dictKeys, auxiliary.dictKeyIterator, auxiliary.dictReverseKeyIterator,
                DictPart.keys
            ),
            (
                auxiliary.dictValues, auxiliary.dictValueIterator,
                auxiliary.dictReverseValueIterator, DictPart.values
            ),
            (
                auxiliary.dictItems, auxiliary.dictItemIterator, auxiliary.dictReverseItemIterator,
                DictPart.items
            ),
        ]
        for (type, iterator, reverseIterator, part) in views {
            type.slots.length = { vm, value in vm.viewObject(value)?.dict.count ?? 0 }
            type.slots.iterate = { vm, value in
                guard let view = vm.viewObject(value) else { return .none }
                return .object(DictIterator(type: iterator, view.dict, part))
            }
            type.slots.reversed = { vm, value in
                guard let view = vm.viewObject(value) else { return .none }
                return .object(
                    DictIterator(type: reverseIterator, view.dict, part, backwards: true))
            }
            type.slots.repr = { vm, value in
                guard let view = vm.viewObject(value) else { return "" }
                let ordered = view.dict.type.name == "OrderedDict" ? "o" : ""
                return try vm.containerRepr(
                    view, open: "\(ordered)\(type.name)([", close: "])", cycle: "..."
                ) { builder in
                    var position = 0
                    var first = true
                    while let entry = view.dict.nextEntry(&position) {
                        if !first { try builder.append(", ", vm) }
                        first = false
                        try builder.append(try vm.repr(part.value(entry, vm)), vm)
                        try vm.poll()
                    }
                }
            }
            if part != .values { installSetBehaviour(of: type) }
        }
    }

    /// Views of keys and items behave like sets.
    private func installSetBehaviour(of type: TypeObject) {
        type.slots.isUnhashable = true
        type.slots.contains = { vm, value, item in
            guard let view = vm.viewObject(value) else { return false }
            if view.part == .keys { return try view.dict.get(item, vm) != nil }
            guard let pair = item.tuple, pair.count == 2,
                let present = try view.dict.get(pair.elements[0], vm)
            else { return false }
            return try vm.equals(present, pair.elements[1])
        }
        for op in [BinaryOperator.bitAnd, .bitOr, .bitXor, .subtract] {
            type.slots.binary[Int(op.rawValue)] = { vm, a, b in
                let left = try vm.newSet(a)
                let right = try vm.newSet(b)
                return .object(try vm.combine(op, left, right))
            }
        }
        setComparisons(type, Self.orderings) { vm, op, a, b in
            guard vm.viewObject(b) != nil || b.set != nil else { return vm.notImplemented }
            return .bool(try vm.compareSets(op, try vm.newSet(a), try vm.newSet(b)))
        }
        type.method(self, "isdisjoint", "(other, /)", "Whether nothing is in both.") {
            vm, receiver, arguments in
            let left = try vm.newSet(receiver)
            var disjoint = true
            try vm.iterate(arguments[0]) { item in
                if try left.contains(item, vm) { disjoint = false }
            }
            return .bool(disjoint)
        }
    }

    /// A set of the items of an iterable.
    func newSet(_ iterable: Value, frozen: Bool = false) throws -> SetObject {
        let made = makeSet(frozen: frozen)
        try fill(made, iterable)
        return made
    }
}
