import DequeModule

/// An instance of `collections.deque`.
final class DequeObject: InstanceObject {
    var items = Deque<Value>()
    var maximum: Int?
    /// Grows with every change of length.
    var version = 0
    private var charged = 0

    /// The items as an array. Of none the library would write to the one empty array that all threads share.
    var elements: [Value] { items.isEmpty ? [] : Array(items) }

    init(type: TypeObject) { super.init(type: type, kind: .instance) }

    deinit {
        type.heap.discharge(charged)
        if !items.isEmpty { type.heap.release(Array(items)) }
    }

    /// Tells the memory budget the present size.
    func changed() {
        version += 1
        let size = items.count &* 16
        type.heap.charge(size &- charged)
        charged = size
    }

    func append(_ value: Value) {
        if maximum == 0 { return }
        if let maximum, items.count >= maximum { items.removeFirst() }
        items.append(value)
        changed()
    }

    func prepend(_ value: Value) {
        if maximum == 0 { return }
        if let maximum, items.count >= maximum { items.removeLast() }
        items.prepend(value)
        changed()
    }

    override func visitReferences(_ visitor: ReferenceVisitor) {
        super.visitReferences(visitor)
        if items.isEmpty || !visitor.isUnshared(&items) { return }
        for index in items.indices {
            withUnsafeMutablePointer(to: &items[index]) { visitor.value($0) }
        }
    }

    override func clear() {
        super.clear()
        items = []
        changed()
    }
}

/// `collections.deque`.
extension VirtualMachine {
    func deque(_ value: Value) -> DequeObject? {
        guard case .object(let object) = value else { return nil }
        return object as? DequeObject
    }

    func addDeque(to module: ModuleObject) {
        let type = makeType(
            name: "deque", module: "collections", doc: "A list that is fast at both ends.",
            instanceAttributes: true, subclassable: true)
        type.allocate = { _, type in DequeObject(type: type) }
        type.initializer(self, "(iterable=(), maxlen=None)", "At most maxlen items are kept.") {
            vm, value, arguments in
            guard let deque = vm.deque(value) else { return }
            deque.maximum = nil
            if !arguments[1].isNone {
                guard vm.isIndex(arguments[1]) else { throw vm.typeError("an integer is required") }
                let maximum = try vm.index(arguments[1])
                if maximum < 0 { throw vm.valueError("maxlen must be non-negative") }
                deque.maximum = maximum
            }
            deque.items.removeAll()
            try vm.iterate(arguments[0]) { deque.append($0) }
        }
        type.slots.hash = { vm, _ in
            throw vm.typeError("unhashable type: 'collections.deque'")
        }
        addDequeProtocols(type)
        addDequeMethods(type)
        module.set(self, "deque", .object(type))
    }

    private func addDequeProtocols(_ type: TypeObject) {
        type.slots.repr = { vm, value in
            guard let deque = vm.deque(value) else { return "" }
            let end = deque.maximum.map { "], maxlen=\($0))" } ?? "])"
            return try vm.containerRepr(
                deque, open: "\(deque.type.name)([", close: end, cycle: "[...]"
            ) { try vm.appendReprs(deque.elements, &$0) }
        }
        type.slots.length = { vm, value in vm.deque(value)?.items.count ?? 0 }
        type.slots.isTrue = { vm, value in vm.deque(value)?.items.isEmpty == false }
        func place(_ vm: VirtualMachine, _ deque: DequeObject, _ key: Value) throws -> Int {
            guard
                let index = try vm.sequenceIndex(
                    key, count: deque.items.count,
                    refusal: "sequence index must be integer, not '\(vm.typeName(key))'")
            else { throw vm.indexError("deque index out of range") }
            return index
        }
        type.slots.getItem = { vm, value, key in
            guard let deque = vm.deque(value) else { return .none }
            return deque.items[try place(vm, deque, key)]
        }
        type.slots.setItem = { vm, value, key, item in
            guard let deque = vm.deque(value) else { return }
            deque.items[try place(vm, deque, key)] = item
        }
        type.slots.deleteItem = { vm, value, key in
            guard let deque = vm.deque(value) else { return }
            deque.items.remove(at: try place(vm, deque, key))
            deque.changed()
        }
        let forward = makeIteratorType(name: "_deque_iterator", module: "_collections")
        let backward = makeIteratorType(name: "_deque_reverse_iterator", module: "_collections")
        func iterator(_ deque: DequeObject, _ type: TypeObject, backwards: Bool) -> Value {
            let version = deque.version
            var index = 0
            return .object(
                ClosureIterator(type: type) { vm in
                    if deque.version != version {
                        throw vm.error(.runtimeError, "deque mutated during iteration")
                    }
                    guard index < deque.items.count else { return nil }
                    defer { index += 1 }
                    return deque.items[backwards ? deque.items.count - 1 - index : index]
                })
        }
        type.slots.iterate = { vm, value in
            vm.deque(value).map { iterator($0, forward, backwards: false) } ?? .none
        }
        type.slots.reversed = { vm, value in
            vm.deque(value).map { iterator($0, backward, backwards: true) } ?? .none
        }
        type.slots.contains = { vm, value, item in
            guard let deque = vm.deque(value) else { return false }
            for element in deque.items {
                try vm.poll()
                if try vm.equals(element, item) { return true }
            }
            return false
        }
        setComparisons(type, Self.orderings) { vm, op, a, b in
            guard let x = vm.deque(a), let y = vm.deque(b) else { return vm.notImplemented }
            let (left, right) = (x.elements, y.elements)
            return try vm.compareSequences(op, { left }, { right })
        }
        type.slots.binary[Int(BinaryOperator.add.rawValue)] = { vm, a, b in
            guard let x = vm.deque(a) else { return vm.notImplemented }
            guard let y = vm.deque(b) else {
                throw vm.typeError(
                    "can only concatenate deque (not \"\(vm.typeName(b))\") to deque")
            }
            let made = DequeObject(type: x.type)
            made.maximum = x.maximum
            for item in x.elements + y.elements { made.append(item) }
            return .object(made)
        }
        type.slots.binary[Int(BinaryOperator.multiply.rawValue)] = { vm, a, b in
            let (source, other) = vm.deque(a) != nil ? (vm.deque(a), b) : (vm.deque(b), a)
            guard let source else { return vm.notImplemented }
            guard let count = try vm.repeatCount(other) else { throw vm.cannotRepeat(other) }
            let made = DequeObject(type: source.type)
            made.maximum = source.maximum
            for item in try vm.repeated(source.elements, count) { made.append(item) }
            return .object(made)
        }
        type.slots.inPlace[Int(BinaryOperator.add.rawValue)] = { vm, a, b in
            guard let deque = vm.deque(a) else { return vm.notImplemented }
            for item in try vm.elements(of: b) { deque.append(item) }
            return a
        }
    }

    private func addDequeMethods(_ type: TypeObject) {
        func add(
            _ name: String, _ signature: String, _ help: String,
            _ body: @escaping (VirtualMachine, DequeObject, Arguments) throws -> Value
        ) {
            type.method(self, name, signature, help) { vm, value, arguments in
                guard let deque = vm.deque(value) else { return .none }
                return try body(vm, deque, arguments)
            }
        }
        add("append", "(item, /)", "Add an item at the right.") { _, deque, arguments in
            deque.append(arguments[0])
            return .none
        }
        add("appendleft", "(item, /)", "Add an item at the left.") { _, deque, arguments in
            deque.prepend(arguments[0])
            return .none
        }
        add("extend", "(iterable, /)", "Add items at the right.") { vm, deque, arguments in
            for item in try vm.elements(of: arguments[0]) { deque.append(item) }
            return .none
        }
        add("extendleft", "(iterable, /)", "Add items at the left, one by one.") {
            vm, deque, arguments in
            for item in try vm.elements(of: arguments[0]) { deque.prepend(item) }
            return .none
        }
        add("pop", "()", "Remove and return the rightmost item.") { vm, deque, _ in
            guard let item = deque.items.popLast() else {
                throw vm.indexError("pop from an empty deque")
            }
            deque.changed()
            return item
        }
        add("popleft", "()", "Remove and return the leftmost item.") { vm, deque, _ in
            guard let item = deque.items.popFirst() else {
                throw vm.indexError("pop from an empty deque")
            }
            deque.changed()
            return item
        }
        add("clear", "()", "Remove all items.") { _, deque, _ in
            deque.items.removeAll()
            deque.changed()
            return .none
        }
        add("rotate", "(n=1, /)", "Move items from one end to the other.") {
            vm, deque, arguments in
            let count = deque.items.count
            if count < 2 { return .none }
            let steps = try vm.index(arguments[0]) % count
            let shift = (steps + count) % count
            let items = deque.elements
            deque.items = Deque(items[(count - shift)...] + items[..<(count - shift)])
            deque.changed()
            return .none
        }
        add("reverse", "()", "Reverse in place.") { _, deque, _ in
            deque.items.reverse()
            return .none
        }
        add("copy", "()", "A deque of the same items.") { _, deque, _ in
            let made = DequeObject(type: deque.type)
            made.maximum = deque.maximum
            made.items = deque.items
            made.changed()
            return .object(made)
        }
        add("__copy__", "()", "") { _, deque, _ in
            let made = DequeObject(type: deque.type)
            made.maximum = deque.maximum
            made.items = deque.items
            made.changed()
            return .object(made)
        }
        add("__deepcopy__", "(memo, /)", "") { vm, deque, arguments in
            let made = DequeObject(type: deque.type)
            made.maximum = deque.maximum
            let memo = arguments[0].dict ?? vm.makeDict()
            try memo.set(
                .int(Int(bitPattern: ObjectIdentifier(deque))), .object(made), vm)
            for item in deque.items { made.append(try vm.deepCopy(item, memo)) }
            return .object(made)
        }
        func find(
            _ vm: VirtualMachine, _ deque: DequeObject, _ item: Value, _ start: Int, _ stop: Int
        ) throws -> Int? {
            var index = start
            while index < min(stop, deque.items.count) {
                try vm.poll()
                if try vm.equals(deque.items[index], item) { return index }
                index += 1
            }
            return nil
        }
        add("count", "(value, /)", "How many items equal value.") { vm, deque, arguments in
            .int(try deque.items.reduce(0) { try vm.equals($1, arguments[0]) ? $0 + 1 : $0 })
        }
        add(
            "index", "(value, start=0, stop=9223372036854775807, /)", "The first position of value."
        ) {
            vm, deque, arguments in
            let (start, stop) = try vm.searchRange(
                arguments[1], arguments[2], count: deque.items.count)
            guard let index = try find(vm, deque, arguments[0], start, stop) else {
                throw vm.valueError("\(try vm.repr(arguments[0])) is not in deque")
            }
            return .int(index)
        }
        add("remove", "(value, /)", "Remove the first item equal to value.") {
            vm, deque, arguments in
            guard let index = try find(vm, deque, arguments[0], 0, .max), index < deque.items.count
            else { throw vm.valueError("\(try vm.repr(arguments[0])) is not in deque") }
            deque.items.remove(at: index)
            deque.changed()
            return .none
        }
        add("insert", "(index, value, /)", "Insert an item before index.") {
            vm, deque, arguments in
            if let maximum = deque.maximum, deque.items.count >= maximum {
                throw vm.indexError("deque already at its maximum size")
            }
            var index = try vm.index(arguments[0])
            if index < 0 { index = max(0, index &+ deque.items.count) }
            deque.items.insert(arguments[1], at: min(index, deque.items.count))
            deque.changed()
            return .none
        }
        type.property(
            self, "maxlen",
            get: { vm, value in
                vm.deque(value)?.maximum.map { .int($0) } ?? .none
            })
    }
}
