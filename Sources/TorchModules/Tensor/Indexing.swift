import CNN
import Interpreter

/// `tensor[…]`, read and written.
extension Torch {
    func item(_ tensor: Tensor, _ key: Value) throws -> Tensor {
        try tensor.index(indices(key))
    }

    func setItem(_ tensor: Tensor, _ key: Value, _ new: Value) throws {
        let indices = try indices(key)
        if let source = self.tensor(new) {
            try tensor.setIndex(indices, source)
        } else if let scalar = scalar(new) {
            try tensor.setIndex(indices, scalar)
        } else {
            throw vm.typeError(
                "can't assign a \(vm.typeName(new)) to a \(typeName(value(tensor)))")
        }
    }

    private func indices(_ key: Value) throws -> [TensorIndex] {
        if let tuple = key.tuple { return try tuple.elements.map { try index($0) } }
        return [try index(key)]
    }

    private func index(_ part: Value) throws -> TensorIndex {
        switch part {
        case .int(let index): return .integer(index)
        case .none: return .newAxis
        case .bool(let keep): return .bool(keep)
        case .float:
            throw vm.error(
                .indexError,
                "only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables "
                    + "are valid indices (got float)")
        default: break
        }
        if let tensor = tensor(part) { return .tensor(tensor) }
        if case .object(let object) = part {
            if object.kind == .ellipsis { return .ellipsis }
            if let slice = object as? SliceObject {
                return .slice(
                    try bound(slice.start), try bound(slice.stop), try bound(slice.step) ?? 1)
            }
            if object.kind == .list || object.kind == .tuple || object.kind == .range {
                let made = try makeTensor(part, dtype: nil)
                return .tensor(made.count == 0 ? try made.to(.int64) : made)
            }
            if object.kind == .string { throw vm.typeError("new(): invalid data type 'str'") }
        }
        throw vm.error(
            .indexError,
            "only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are "
                + "valid indices (got \(vm.typeName(part)))")
    }

    private func bound(_ value: Value) throws -> Int? {
        switch value {
        case .none, .undefined: return nil
        case .int(let int): return int
        case .bool(let bool): return bool ? 1 : 0
        default:
            if let tensor = tensor(value), tensor.count == 1, !tensor.dtype.isFloatingPoint {
                return try tensor.item().intValue
            }
            throw vm.typeError(
                "slice indices must be integers or None or have an __index__ method")
        }
    }
}
