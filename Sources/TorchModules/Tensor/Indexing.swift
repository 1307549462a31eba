import CNN
import Interpreter

// A subscript is read in two steps. First the plain parts, left to right: an int selects, a slice narrows,
// None adds a dimension, `...` skips. What is left are tensors (of integers or bools) and lists, which are
// applied together by one gather; assignment does the same and writes instead.

extension Torch {
    /// A subscript after its plain parts were applied.
    private struct Applied {
        var view: Tensor
        /// An index for some of the view's dimensions.
        var gathers: [Tensor?]
        var hasGather: Bool { gathers.contains { $0 != nil } }
    }

    func item(_ tensor: Tensor, _ key: Value) throws -> Tensor {
        // The common single forms first.
        switch key {
        case .int(let index): return try select(tensor, 0, index, at: 0)
        default: break
        }
        let applied = try apply(tensor, key)
        if applied.hasGather { return try applied.view.index(applied.gathers) }
        if applied.view === tensor { return try tensor.slice(0, nil, nil, 1, orAlias: true) }
        return applied.view
    }

    func setItem(_ tensor: Tensor, _ key: Value, _ new: Value) throws {
        let applied = try apply(tensor, key)
        let source: Tensor
        if let given = self.tensor(new) {
            source = given
        } else if let scalar = scalar(new) {
            if !applied.hasGather {
                _ = try applied.view.fill_(scalar)
                return
            }
            source = try Tensor.scalar(scalar, dtype: tensor.dtype)
        } else if new.list != nil || new.tuple != nil {
            source = try makeTensor(new, dtype: tensor.dtype)
        } else {
            throw vm.typeError("can't assign a \(vm.typeName(new)) to a torch.\(typeName(value(tensor)).split(separator: ".").last ?? "Tensor")")
        }
        if applied.hasGather {
            _ = try applied.view.indexPut_(applied.gathers, source.to(tensor.dtype))
        } else {
            _ = try applied.view.copy_(shrunk(source, to: applied.view))
        }
    }

    /// Leading dimensions of size 1 of an assigned value are dropped.
    private func shrunk(_ source: Tensor, to target: Tensor) throws -> Tensor {
        var source = source
        while source.dim > target.dim, source.shape[0] == 1 { source = try source.squeeze(0) }
        return source
    }

    private func select(_ tensor: Tensor, _ d: Int, _ index: Int, at position: Int) throws -> Tensor {
        guard tensor.dim > 0 else {
            throw TensorError.index(
                "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or "
                    + "`tensor.item<T>()` in C++ to convert a 0-dim tensor to a number")
        }
        let size = tensor.shape[d]
        guard index >= -size, index < size else {
            throw TensorError.index(
                "index \(index) is out of bounds for dimension \(position) with size \(size)")
        }
        return try tensor.select(d, index)
    }

    private func apply(_ tensor: Tensor, _ key: Value) throws -> Applied {
        let parts = try subscripts(key)
        let specified = parts.reduce(0) { count, part in
            if part.isNone || isEllipsis(part) { return count }
            if case .bool = part { return count }
            if let mask = self.tensor(part), mask.dtype == .bool || mask.dtype == .uint8 {
                return count + mask.dim
            }
            return count + 1
        }
        guard specified <= tensor.dim else {
            if tensor.dim == 0 {
                throw TensorError.index(
                    "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or "
                        + "`tensor.item<T>()` in C++ to convert a 0-dim tensor to a number")
            }
            throw TensorError.index("too many indices for tensor of dimension \(tensor.dim)")
        }
        var view = tensor
        var gathers: [Tensor?] = []
        var d = 0
        var position = 0
        for part in parts {
            switch part {
            case .none:
                view = try view.unsqueeze(d)
                gathers.append(nil)
                d += 1
                continue
            case .int(let index):
                view = try select(view, d, index, at: position)
                position += 1
                continue
            case .bool(let keep):
                view = try view.unsqueeze(d)
                gathers.append(try Tensor(keep ? [0] : [Int]()))
                d += 1
                continue
            default: break
            }
            if isEllipsis(part) {
                let skipped = tensor.dim - specified
                for _ in 0..<skipped { gathers.append(nil) }
                d += skipped
                position += skipped
                continue
            }
            if case .object(let object) = part, let slice = object as? SliceObject {
                view = try narrowed(view, d, slice)
                gathers.append(nil)
                d += 1
                position += 1
                continue
            }
            let index = try indexTensor(part)
            if index.dim == 0, index.dtype != .bool, index.dtype != .uint8 {
                view = try select(view, d, index.item().intValue, at: position)
                position += 1
                continue
            }
            if index.dtype == .bool || index.dtype == .uint8 {
                if index.dim == 0 {
                    view = try view.unsqueeze(d)
                    gathers.append(try Tensor(index.item().boolValue ? [0] : [Int]()))
                    d += 1
                    continue
                }
                for k in 0..<index.dim where index.shape[k] != view.shape[d + k] {
                    throw TensorError.index(
                        "The shape of the mask \(Shape.list(index.shape)) at index \(k) does not "
                            + "match the shape of the indexed tensor \(Shape.list(view.shape)) at "
                            + "index \(d + k)")
                }
                for column in try index.to(.bool).nonzero().unbind(1) { gathers.append(column) }
                d += index.dim
                position += index.dim
                continue
            }
            gathers.append(index.dtype == .int64 ? index : try index.to(.int64))
            d += 1
            position += 1
        }
        return Applied(view: view, gathers: gathers)
    }

    /// The parts of `t[a, b]`; a list of slices and the like is not taken for a tuple.
    private func subscripts(_ key: Value) throws -> [Value] {
        if let tuple = key.tuple { return tuple.elements }
        return [key]
    }

    private func isEllipsis(_ value: Value) -> Bool {
        guard case .object(let object) = value else { return false }
        return object.kind == .ellipsis
    }

    private func indexTensor(_ part: Value) throws -> Tensor {
        if let tensor = tensor(part) {
            switch tensor.dtype {
            case .int64, .int32, .bool, .uint8: return tensor
            default:
                throw TensorError.index(
                    "tensors used as indices must be long, int, byte or bool tensors")
            }
        }
        if part.list != nil || part.tuple != nil || part.object is RangeObject {
            let made = try makeTensor(part, dtype: nil)
            return made.count == 0 ? try made.to(.int64) : made
        }
        if part.string != nil { throw vm.typeError("new(): invalid data type 'str'") }
        if case .float = part {
            throw vm.error(
                .indexError,
                "only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables "
                    + "are valid indices (got float)")
        }
        throw vm.error(
            .indexError,
            "only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are "
                + "valid indices (got \(vm.typeName(part)))")
    }

    private func narrowed(_ view: Tensor, _ d: Int, _ slice: SliceObject) throws -> Tensor {
        let step = try bound(slice.step) ?? 1
        guard step > 0 else { throw TensorError.value("step must be greater than zero") }
        let start = try bound(slice.start)
        let stop = try bound(slice.stop)
        if start == nil, stop == nil, step == 1 { return view }
        return try view.slice(d, start, stop, step)
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

extension Tensor {
    /// A slice; the whole tensor as a new view where nothing is cut.
    func slice(
        _ d: Int, _ start: Int?, _ end: Int?, _ step: Int, orAlias: Bool
    ) throws -> Tensor {
        dim == 0 ? try view([]) : try slice(d, start, end, step)
    }
}
