/// Iterating.
extension VirtualMachine {
    /// `iter(value)`.
    package func makeIterator(_ value: Value) throws -> Value {
        if case .object(let object) = value {
            switch object.kind {
            case .list where object.type === types.list:
                return .object(
                    ListIterator(
                        type: types.listIterator, unsafeDowncast(object, to: ListObject.self)))
            case .tuple where object.type === types.tuple:
                return .object(
                    TupleIterator(
                        type: types.tupleIterator, unsafeDowncast(object, to: TupleObject.self)))
            case .range:
                let range = unsafeDowncast(object, to: RangeObject.self)
                if let small = range.small {
                    return .object(RangeIterator(type: types.rangeIterator, small))
                }
            case .iterator, .generator: return value
            default: break
            }
            if let iterate = object.type.slots.iterate {
                let iterator = try iterate(self, value)
                if type(of: iterator).slots.next == nil {
                    throw typeError(
                        "iter() returned non-iterator of type '\(typeName(iterator))'")
                }
                return iterator
            }
            if object.type.slots.getItem != nil, object.kind != .dict, object.kind != .type {
                return .object(SequenceIterator(type: types.sequenceIterator, value))
            }
        }
        throw typeError("'\(typeName(value))' object is not iterable")
    }

    /// `next(iterator)`, `nil` at the end.
    package func next(_ iterator: Value) throws -> Value? {
        guard case .object(let object) = iterator else {
            throw typeError("'\(typeName(iterator))' object is not an iterator")
        }
        if object.kind == .iterator {
            return try unsafeDowncast(object, to: IteratorObject.self).next(self)
        }
        if object.kind == .generator {
            return try resume(unsafeDowncast(object, to: GeneratorObject.self), sending: .none)
        }
        guard let next = object.type.slots.next else {
            throw typeError("'\(typeName(iterator))' object is not an iterator")
        }
        return try next(self, iterator)
    }

    /// Calls `body` with each item; budgets and interrupts are polled.
    package func iterate(_ value: Value, _ body: (Value) throws -> Void) throws {
        if let list = value.list, list.type === types.list {
            var index = 0
            while index < list.elements.count {
                try poll()
                try body(list.elements[index])
                index += 1
            }
            return
        }
        if let tuple = value.tuple, tuple.type === types.tuple {
            for element in tuple.elements {
                try poll()
                try body(element)
            }
            return
        }
        let iterator = try makeIterator(value)
        while let item = try next(iterator) {
            try poll()
            try body(item)
        }
    }

    /// All items of an iterable; memory is charged while they gather.
    package func elements(of value: Value) throws -> [Value] {
        if let list = value.list, list.type === types.list { return list.elements }
        if let tuple = value.tuple, tuple.type === types.tuple { return tuple.elements }
        let iterator = try makeIterator(value)
        // As CPython's list() does: an object that says how long it is is asked, and may refuse or ask too much.
        if let hint = try lengthHint(value), hint > min(heap.limitBytes, 1 << 40) >> 4 {
            throw error(.memoryError, arguments: [])
        }
        var items: [Value] = []
        var charged = 0
        defer { heap.discharge(charged) }
        while let item = try next(iterator) {
            try poll()
            items.append(item)
            let size = items.capacity &* 16
            if size > charged {
                heap.charge(size &- charged)
                charged = size
                try checkMemory()
            }
        }
        return items
    }
}

extension VirtualMachine {
    /// About how many items an iterable has, by its `__len__` or `__length_hint__`; nil where it does not say.
    func lengthHint(_ value: Value) throws -> Int? {
        guard case .object(let object) = value else { return nil }
        if let length = object.type.slots.length {
            if let size = try unlessTypeError({ try length(self, value) }) { return size }
        }
        switch object.kind {
        case .iterator: return try hint(of: unsafeDowncast(object, to: IteratorObject.self))
        case .instance: break
        default: return nil
        }
        guard let hint = try unlessTypeError({ try callSpecial(value, names.lengthHint) }),
            let hint, !isNotImplemented(hint)
        else { return nil }
        guard bigInt(hint) != nil else {
            throw typeError("__length_hint__ must be an integer, not \(typeName(hint))")
        }
        let size = try index(hint)
        if size < 0 { throw valueError("__length_hint__() should return >= 0") }
        return size
    }

    private func unlessTypeError<Result>(_ body: () throws -> Result) throws -> Result? {
        do {
            return try body()
        } catch let failure as PythonError where isError(failure, .typeError) {
            return nil
        }
    }

    private func hint(of iterator: IteratorObject) throws -> Int? {
        guard let items = iterator as? SequenceIterator else { return iterator.lengthHint }
        guard let sequence = items.sequence, type(of: sequence).slots.length != nil else {
            return nil
        }
        return try unlessTypeError { max(try length(sequence) &- items.index, 0) }
    }
}

final class ListIterator: IteratorObject {
    var list: ListObject?
    var index = 0

    init(type: __shared TypeObject, _ list: ListObject) {
        self.list = list
        super.init(type: type)
    }

    override func visitHeld(_ visitor: ReferenceVisitor) { visitor.linked(list) }

    override var lengthHint: Int? { max((list?.elements.count ?? 0) - index, 0) }

    override var extent: (taken: Int, total: Int)? { list.map { (index, $0.elements.count) } }

    override func next(_ vm: VirtualMachine) -> Value? {
        guard let list else { return nil }
        if index < list.elements.count {
            defer { index += 1 }
            return list.elements[index]
        }
        self.list = nil
        return nil
    }
}

final class TupleIterator: IteratorObject {
    var tuple: TupleObject?
    var index = 0

    override func visitHeld(_ visitor: ReferenceVisitor) { visitor.tuple(&tuple) }

    override var lengthHint: Int? { max((tuple?.elements.count ?? 0) - index, 0) }

    override var extent: (taken: Int, total: Int)? { tuple.map { (index, $0.elements.count) } }

    init(type: __shared TypeObject, _ tuple: TupleObject) {
        self.tuple = tuple
        super.init(type: type)
    }

    override func next(_ vm: VirtualMachine) -> Value? {
        guard let tuple else { return nil }
        if index < tuple.elements.count {
            defer { index += 1 }
            return tuple.elements[index]
        }
        self.tuple = nil
        return nil
    }
}

final class RangeIterator: IteratorObject {
    var value: Int
    /// Items still to come.
    var remaining: Int
    let step: Int
    /// Items that there are in all.
    private let total: Int

    override var lengthHint: Int? { remaining }

    override var extent: (taken: Int, total: Int)? { (total - remaining, total) }

    init(type: __shared TypeObject, _ range: (start: Int, stop: Int, step: Int)) {
        value = range.start
        step = range.step
        total = RangeObject.count(range)
        remaining = total
        super.init(type: type)
    }

    override func next(_ vm: VirtualMachine) -> Value? {
        if remaining <= 0 { return nil }
        remaining &-= 1
        defer { value = value &+ step }
        return .int(value)
    }
}

extension RangeObject {
    /// Number of items, at most `Int.max`.
    package static func count(_ range: (start: Int, stop: Int, step: Int)) -> Int {
        let (start, stop, step) = range
        if step > 0 ? start >= stop : start <= stop { return 0 }
        let distance =
            step > 0
            ? UInt(bitPattern: stop) &- UInt(bitPattern: start)
            : UInt(bitPattern: start) &- UInt(bitPattern: stop)
        let count = (distance - 1) / step.magnitude
        return count >= UInt(Int.max) ? .max : Int(count) + 1
    }
}

/// Iterates over an object that has only `__getitem__`.
final class SequenceIterator: IteratorObject {
    var sequence: Value?
    var index = 0

    init(type: __shared TypeObject, _ sequence: Value) {
        self.sequence = sequence
        super.init(type: type)
    }

    override func visitHeld(_ visitor: ReferenceVisitor) {
        if let sequence { visitor.object(sequence) }
    }

    override func next(_ vm: VirtualMachine) throws -> Value? {
        guard let sequence else { return nil }
        do {
            let item = try vm.getItem(sequence, .int(index))
            index += 1
            return item
        } catch let error as PythonError
            where vm.isError(error, .indexError) || vm.isError(error, .stopIteration)
        {
            self.sequence = nil
            return nil
        }
    }
}
