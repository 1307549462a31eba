import CNN
import Interpreter

/// `tensor[…]`, read and written.
extension Torch {
    func item(_ tensor: Tensor, _ key: Value) throws -> Tensor {
        try tensor.index(indices(key, of: tensor))
    }

    func setItem(_ tensor: Tensor, _ key: Value, _ new: Value) throws {
        let indices = try indices(key, of: tensor)
        if let source = self.tensor(new) {
            try tensor.setIndex(indices, source)
        } else if let scalar = scalar(new) {
            try tensor.setIndex(indices, scalar)
        } else if new.bigInt != nil {
            throw vm.valueError("Overflow when unpacking long long")
        } else {
            throw vm.typeError(
                "can't assign a \(vm.typeName(new)) to a \(typeName(value(tensor)))")
        }
    }

    private func indices(_ key: Value, of tensor: Tensor) throws -> [TensorIndex] {
        guard let parts = parts(key) else {
            if !isSimple(key) { try checkNumber([key], tensor) }
            return [try index(key)]
        }
        try checkNumber(parts, tensor)
        return try parts.map { try index($0) }
    }

    /// The parts of a tuple, and of a list that PyTorch takes for one: a short one with parts that are no numbers.
    private func parts(_ key: Value) -> [Value]? {
        if let tuple = key.tuple { return tuple.elements }
        guard let elements = key.list?.elements, elements.count < 32 else { return nil }
        let hasParts = elements.contains { part in
            guard case .object(let object) = part else { return part.isNone }
            switch object.kind {
            case .ellipsis, .list, .tuple, .range, .string: return true
            default: return object is SliceObject || self.tensor(part) != nil
            }
        }
        return hasParts ? elements : nil
    }

    /// Whether it stands alone without being counted.
    private func isSimple(_ key: Value) -> Bool {
        switch key {
        case .int, .none, .bool: true
        case .object(let object): object.kind == .ellipsis || object is SliceObject
        default: false
        }
    }

    /// There may not be more indices than dimensions, whatever they are.
    private func checkNumber(_ parts: [Value], _ tensor: Tensor) throws {
        var number = 0
        for part in parts {
            switch part {
            case .none, .bool: continue
            case .object(let object) where object.kind == .ellipsis: continue
            default:
                if let mask = self.tensor(part), mask.dtype == .bool || mask.dtype == .uint8 {
                    number += mask.dim
                } else {
                    number += 1
                }
            }
        }
        if number > tensor.dim {
            throw TensorError.index("too many indices for tensor of dimension \(tensor.dim)")
        }
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
        if let tensor = tensor(part) {
            if tensor.dtype == .uint8 {
                vm.warn(
                    .userWarning,
                    "indexing with dtype torch.uint8 is now deprecated, please use a dtype "
                        + "torch.bool instead.")
            }
            return .tensor(tensor)
        }
        if case .object(let object) = part {
            if object.kind == .ellipsis { return .ellipsis }
            if let slice = object as? SliceObject {
                return .slice(
                    try bound(slice.start), try bound(slice.stop), try bound(slice.step) ?? 1)
            }
            if object.kind == .list || object.kind == .tuple || object.kind == .range {
                let made = try makeTensor(part, dtype: nil)
                let keeps = made.dtype == .bool || made.dtype == .uint8
                return .tensor(keeps ? made : try made.to(.int64))
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
