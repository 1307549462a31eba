/// Which part of the entries a view or an iterator shows.
enum DictPart: Int {
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

    override func visitHeld(_ visitor: ReferenceVisitor) { visitor.linked(dict) }
}

/// Iterates over a dictionary, and notices when it changes meanwhile.
final class DictIterator: IteratorObject {
    private var dict: DictObject?
    private let part: DictPart
    private let backwards: Bool
    private let count: Int
    /// Of an ordered dictionary, which notices every change.
    private let version: Int
    private var position: Int
    private var taken = 0

    override var extent: (taken: Int, total: Int)? { dict == nil ? nil : (taken, count) }

    init(type: TypeObject, _ dict: DictObject, _ part: DictPart, backwards: Bool = false) {
        self.dict = dict
        self.part = part
        self.backwards = backwards
        count = dict.count
        version = dict.type.heap.isOrderedDict(dict.type) ? dict.version : -1
        position = backwards ? dict.endPosition : 0
        super.init(type: type)
    }

    override func visitHeld(_ visitor: ReferenceVisitor) { visitor.linked(dict) }

    override func next(_ vm: VirtualMachine) throws -> Value? {
        guard let dict else { return nil }
        if version >= 0, dict.version != version {
            throw vm.error(.runtimeError, "OrderedDict mutated during iteration")
        }
        if dict.count != count {
            throw vm.error(.runtimeError, "dictionary changed size during iteration")
        }
        let entry = backwards ? dict.previousEntry(&position) : dict.nextEntry(&position)
        guard let entry else {
            self.dict = nil
            return nil
        }
        taken &+= 1
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
                let isOrdered = vm.heap.isOrderedDict(view.dict.type)
                return .object(
                    DictIterator(
                        type: isOrdered ? vm.auxiliary.orderedDictIterator : iterator, view.dict,
                        part))
            }
            type.slots.reversed = { vm, value in
                guard let view = vm.viewObject(value) else { return .none }
                let isOrdered = vm.heap.isOrderedDict(view.dict.type)
                return .object(
                    DictIterator(
                        type: isOrdered ? vm.auxiliary.orderedDictIterator : reverseIterator,
                        view.dict, part, backwards: true))
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
            type.property(
                self, "mapping",
                get: { vm, value in
                    .object(
                        vm.viewObject(value)?.dict.copy(type: vm.types.mappingProxy)
                            ?? DictObject(type: vm.types.mappingProxy))
                })
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
                .object(try vm.combineViews(op, a, b))
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

    /// An operator of sets, one of whose operands is a view.
    private func combineViews(_ op: BinaryOperator, _ a: Value, _ b: Value) throws -> SetObject {
        if op == .bitAnd { return try intersectViews(a, b) }
        let made = makeSet()
        if let view = viewObject(a), view.part == .keys {
            try fill(made, .object(view.dict))
        } else {
            try fill(made, a)
        }
        switch op {
        case .bitOr: try fill(made, b)
        case .subtract: try subtract(b, from: made)
        default: try combineInPlace(.bitXor, made, try newSet(b))
        }
        return made
    }

    private func intersectViews(_ a: Value, _ b: Value) throws -> SetObject {
        var (view, other) = viewObject(a) == nil ? (b, a) : (a, b)
        let count = viewObject(view)?.dict.count ?? 0
        if let set = other.set, set.type === types.set, count <= set.count {
            return try intersection(set, view)
        }
        if let second = viewObject(other), second.dict.count > count {
            (view, other) = (other, view)
        }
        let made = makeSet()
        try iterate(other) { item in
            if try contains(view, item) { try made.insert(item, self) }
        }
        return made
    }

    /// A set of the items of an iterable.
    func newSet(_ iterable: Value, frozen: Bool = false) throws -> SetObject {
        let made = makeSet(frozen: frozen)
        try fill(made, iterable)
        return made
    }
}
