// Indexing as Python writes it. Integers, slices, None and the ellipsis give a view; tensors and masks then pick elements
// of that view by tables of offsets: those of the dimensions before the picked ones, of the picks, and of the rest.

import CNNKernels

/// One item between the brackets of an index.
public enum TensorIndex {
    /// One place; the dimension goes.
    case integer(Int)
    /// A range as in Python's slices.
    case slice(Int?, Int?, Int)
    /// A new dimension of size 1: `None`.
    case newAxis
    /// As many full slices as are left: `...`.
    case ellipsis
    /// Places (integers) or a mask (bool).
    case tensor(Tensor)
    /// A mask without dimensions.
    case bool(Bool)
}

extension [TensorIndex] {
    /// Whether it is `False` alone.
    fileprivate var isNothing: Bool {
        guard count == 1, case .bool(false) = self[0] else { return false }
        return true
    }
}

extension Tensor {
    /// The elements at `indices`: a view if there are only integers and slices, else a copy.
    public func index(_ indices: [TensorIndex]) throws -> Tensor {
        let (view, picks) = try basic(indices)
        if picks.isEmpty { return view === self ? alias(of: self) : view }
        return try view.picked(picks)
    }

    /// Sets the elements at `indices` to `value`, which broadcasts to them.
    public func setIndex(_ indices: [TensorIndex], _ value: Tensor) throws {
        if indices.isNothing { return }
        let (view, picks) = try basic(indices, forWriting: true)
        if picks.isEmpty {
            var source = value
            while source.dim > view.dim, source.shape[0] == 1 { source = try source.squeeze(0) }
            try view.copy_(source.shape == view.shape ? source : source.expand(view.shape))
        } else {
            let given = indices.compactMap { index -> Tensor? in
                guard case .tensor(let tensor) = index, tensor.dim > 0 || tensor.isMask else {
                    return nil
                }
                return tensor
            }
            try checkSource(value, given)
            try view.put_(picks, value.to(dtype))
        }
    }

    /// What is put at indices must be of this tensor's type, but for one value at the places of masks.
    private func checkSource(_ source: Tensor, _ indices: [Tensor]) throws {
        if dtype == source.dtype || indices.isEmpty { return }
        if source.count == 1, indices.allSatisfy(\.isMask) { return }
        throw TensorError.runtime(
            "Index put requires the source and destination dtypes match, got "
                + "\(dtype.scalarTypeName) for the destination and "
                + "\(source.dtype.scalarTypeName) for the source.")
    }

    private var isMask: Bool { dtype == .bool || dtype == .uint8 }

    /// Sets the elements at `indices`.
    public func setIndex(_ indices: [TensorIndex], _ value: Scalar) throws {
        if indices.isNothing { return }
        let (view, picks) = try basic(indices, forWriting: true)
        if picks.isEmpty {
            try view.fill_(value)
            return
        }
        let given = indices.compactMap { index -> Tensor? in
            if case .tensor(let tensor) = index { tensor } else { nil }
        }
        let isOne = given.count == 1 && given[0].dim > 0
        let name = given.first?.isMask == true ? "MaskedFillBackward0" : "IndexFillBackward0"
        try view.put_(
            picks, Tensor.scalar(value, dtype: dtype), name: isOne ? name : "IndexPutBackward0")
    }

    /// Applies integers, slices and new dimensions; what is left are tensors for some dimensions of the view.
    private func basic(
        _ indices: [TensorIndex], forWriting: Bool = false
    ) throws -> (Tensor, [Tensor?]) {
        var used = 0
        for index in indices {
            switch index {
            case .integer, .slice: used += 1
            case .tensor(let tensor):
                used += tensor.dtype == .bool || tensor.dtype == .uint8 ? tensor.dim : 1
            case .newAxis, .ellipsis, .bool: break
            }
        }
        guard used <= dim else {
            if dim == 0, indices.count == 1, case .integer(let place) = indices[0] {
                if place != 0 {
                    throw TensorError.index(
                        "index \(place) is out of bounds for dimension 0 with size 0")
                }
                throw TensorError.index(
                    "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or "
                        + "`tensor.item<T>()` in C++ to convert a 0-dim tensor to a number")
            }
            if dim == 0, indices.count == 1, case .slice = indices[0] {
                throw TensorError.index("slice() cannot be applied to a 0-dim tensor.")
            }
            throw TensorError.index("too many indices for tensor of dimension \(dim)")
        }
        var view = self
        var d = 0
        // The dimension of this tensor itself, which messages name.
        var place = 0
        var picks: [Tensor?] = []
        func put(_ pick: Tensor) {
            while picks.count <= d { picks.append(nil) }
            picks[d] = pick
        }
        for index in indices {
            switch index {
            case .integer(let i):
                view = try view.selectForIndex(d, i, named: place)
                place += 1
            case .slice(let start, let stop, let step):
                guard step != 0 else { throw TensorError.value("slice step cannot be zero") }
                guard step > 0 else { throw TensorError.value("step must be greater than zero") }
                guard dim > 0 else {
                    throw TensorError.index("slice() cannot be applied to a 0-dim tensor.")
                }
                // The whole of a dimension is a step of its own only if it is all that is asked for.
                let isWhole = step == 1 && (start ?? 0) == 0 && (stop ?? .max) >= view.shape[d]
                if !isWhole || indices.count == 1 && !forWriting {
                    view = try view.slice(d, start, stop, step)
                }
                d += 1
                place += 1
            case .newAxis:
                view = try view.unsqueeze(d)
                d += 1
                place += 1
            case .ellipsis:
                d += dim - used
                place += dim - used
            case .bool(let value):
                view = try view.unsqueeze(d)
                put(try Tensor([value]))
                d += 1
            case .tensor(let tensor):
                guard !tensor.dtype.isFloatingPoint else {
                    throw TensorError.index(
                        "tensors used as indices must be long, int, byte or bool tensors")
                }
                if tensor.dim == 0 {
                    if tensor.dtype == .bool {
                        view = try view.unsqueeze(d)
                        put(try tensor.detach().reshape([1]))
                        d += 1
                    } else {
                        view = try view.selectForIndex(
                            d, tensor.firstElement().intValue, named: place)
                        place += 1
                    }
                    continue
                }
                put(tensor)
                let taken = tensor.dtype == .bool || tensor.dtype == .uint8 ? tensor.dim : 1
                d += taken
                place += taken
            }
        }
        return (view, picks)
    }

    private func alias(of tensor: Tensor) -> Tensor {
        tensor.makeView("AliasBackward0", shape, strides, offset) { _, gradients in gradients }
    }

    private func selectForIndex(_ d: Int, _ i: Int, named place: Int) throws -> Tensor {
        let size = shape[d]
        guard i >= -size && i < size else {
            throw TensorError.index(
                "index \(i) is out of bounds for dimension \(place) with size \(size)")
        }
        return try select(d, i)
    }

    /// Tables of offsets for picking, and the shape of the result.
    private struct Plan {
        var shape: [Int] = []
        var before: [Int] = []
        var middle: [Int] = []
        var after: [Int] = []
        var isRun = false
        /// The strides of what is read, of the elements and of the places, which say how the result lies in memory.
        var operands: [[Int]] = []
    }

    /// The picks with masks turned into places, one (or none) for each dimension.
    private func expandedPicks(_ picks: [Tensor?]) throws -> [Tensor?] {
        var result: [Tensor?] = []
        var d = 0
        while d < picks.count {
            guard let pick = picks[d] else {
                result.append(nil)
                d += 1
                continue
            }
            guard pick.dtype == .bool || pick.dtype == .uint8 else {
                result.append(try pick.converted(to: .int64))
                d += 1
                continue
            }
            guard pick.dim > 0 else {
                throw TensorError.index("a mask without dimensions cannot choose among elements")
            }
            for k in 0..<pick.dim where d + k >= dim || pick.shape[k] != shape[d + k] {
                throw TensorError.index(
                    "The shape of the mask \(Shape.list(pick.shape)) at index \(k) does not match "
                        + "the shape of the indexed tensor \(Shape.list(shape)) at index \(d + k)")
            }
            let places = try pick.detach().nonzero()
            for k in 0..<pick.dim {
                result.append(try withoutGradient { try places.select(1, k).copied() })
            }
            d += pick.dim
        }
        return result
    }

    /// - Parameter fits: looks at the shape of what is picked, before the places are read.
    private func plan(
        _ picks: [Tensor?], fits: ([Int]) throws -> Void = { _ in }
    ) throws -> Plan {
        var plan = Plan()
        guard picks.count <= dim else {
            throw TensorError.index(
                "too many indices for tensor of dimension \(dim) (got \(picks.count))")
        }
        var common: [Int] = []
        let given = picks.compactMap { $0 }
        for pick in given {
            guard let shape = try? Shape.broadcast(common, pick.shape) else {
                throw TensorError.index(
                    "shape mismatch: indexing tensors could not be broadcast together with shapes "
                        + given.map { Shape.list($0.shape) }.joined(separator: ", "))
            }
            common = shape
        }
        let picked = picks.indices.filter { picks[$0] != nil }
        let isAdjacent = (picked.last ?? 0) - (picked.first ?? 0) + 1 == picked.count
        let leading = isAdjacent ? Array(0..<(picked.first ?? 0)) : []
        let trailing = (0..<dim).filter { !picked.contains($0) && !leading.contains($0) }
        plan.shape = leading.map { shape[$0] } + common + trailing.map { shape[$0] }
        _ = try Shape.count(plan.shape, itemSize: 8)
        try fits(plan.shape)
        let none = [Int](repeating: 0, count: common.count)
        plan.operands = [leading.map { strides[$0] } + none + trailing.map { strides[$0] }]
        for pick in given where common.count > 1 {
            plan.operands.append(
                leading.map { _ in 0 } + pick.strides(in: common) + trailing.map { _ in 0 })
        }
        plan.before = offsets(leading)
        plan.after = offsets(trailing)
        plan.isRun = plan.after.enumerated().allSatisfy { $0.offset == $0.element }
        plan.middle = [Int](repeating: 0, count: try Shape.count(common))
        for (order, d) in picked.enumerated() {
            guard let pick = picks[d] else { continue }
            let size = shape[d]
            let step = strides[d]
            let places = try pick.expand(common).copied()
            try places.elements(Int.self) { p throws(TensorError) -> Void in
                for i in 0..<plan.middle.count {
                    let place = p[i]
                    guard size > 0 else {
                        throw TensorError.index(
                            "index is out of bounds for dimension with size 0")
                    }
                    guard place >= -size && place < size else {
                        throw TensorError.index(
                            "index \(place) is out of bounds for dimension \(order) with size "
                                + "\(size)")
                    }
                    plan.middle[i] += (place < 0 ? place + size : place) * step
                }
            }
        }
        return plan
    }

    /// The offsets of all places of some dimensions, in row-major order.
    private func offsets(_ dims: [Int]) -> [Int] {
        var result = [0]
        for d in dims {
            var next: [Int] = []
            next.reserveCapacity(result.count * shape[d])
            for base in result {
                for i in 0..<shape[d] { next.append(base + i * strides[d]) }
            }
            result = next
        }
        return result
    }

    /// The elements that tensors pick.
    func picked(_ picks: [Tensor?], rowMajor: Bool = false) throws -> Tensor {
        let picks = try withoutGradient { try expandedPicks(picks) }
        let plan = try withoutGradient { try self.plan(picks) }
        var result = try Tensor.empty(plan.shape, dtype: dtype)
        CNN.access(self, result) { from, to in
            plan.before.withInt64 { before in
                plan.middle.withInt64 { middle in
                    plan.after.withInt64 { after in
                        ck_pick(
                            Int32(dtype.itemSize), from, to, Int64(plan.before.count), before,
                            Int64(plan.middle.count), middle, Int64(plan.after.count), after,
                            plan.isRun)
                    }
                }
            }
        }
        let strides = rowMajor ? result.strides : Layout.dense(plan.shape, like: plan.operands)
        if strides != result.strides {
            let ordered = try Tensor.empty(plan.shape, dtype: dtype)
            ordered.take(strides: strides)
            Elementwise.copy(result, to: ordered)
            result = ordered
        }
        guard isRecorded(self) else { return result }
        let shape = shape
        return result.record("IndexBackward0", [self]) { _, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            return [
                try Tensor.zeros(shape, dtype: gradient.dtype)
                    .putting(picks, gradient, accumulate: true)
            ]
        }
    }

    /// A copy with `values` at the picked places.
    private func putting(_ picks: [Tensor?], _ values: Tensor, accumulate: Bool) throws -> Tensor {
        let result = try withoutGradient {
            let result = try copied()
            try result.write(picks, values, accumulate: accumulate)
            return result
        }
        let name = accumulate ? "IndexPutImplBackward0" : "IndexPutBackward0"
        return result.record(name, [self, values], Self.putBack(picks, accumulate))
    }

    /// Sets the picked elements to `values`, which broadcast to them.
    func put_(
        _ picks: [Tensor?], _ values: Tensor, accumulate: Bool = false,
        name: String = "IndexPutBackward0"
    ) throws {
        let given = picks.compactMap { $0 }
        if given.count == 1, given[0].dtype == .uint8, values.count == 1 {
            throw TensorError.runtime(
                "masked_fill_ only supports boolean masks, but got mask with dtype unsigned char")
        }
        let picks = try withoutGradient { try expandedPicks(picks) }
        try inPlace(name, [values], Self.putBack(picks, accumulate)) {
            try withoutGradient { try write(picks, values, accumulate: accumulate) }
        }
    }

    /// `index_put_` with a tensor (or none) for each dimension.
    @discardableResult
    public func indexPut_(
        _ indices: [Tensor?], _ values: Tensor, accumulate: Bool = false
    ) throws -> Tensor {
        try checkSource(values, indices.compactMap { $0 })
        try put_(indices, values, accumulate: accumulate)
        return self
    }

    private static func putBack(_ picks: [Tensor?], _ accumulate: Bool) -> Node.Backward {
        { node, gradients in
            guard let gradient = gradients[0] else { return [nil, nil] }
            let zero = try Tensor.zeros([], dtype: gradient.dtype)
            return [
                node.needs(0)
                    ? (accumulate
                        ? gradient : try gradient.putting(picks, zero, accumulate: false)) : nil,
                node.needs(1) ? try gradient.picked(picks) : nil,
            ]
        }
    }

    private func write(_ picks: [Tensor?], _ values: Tensor, accumulate: Bool) throws {
        let plan = try self.plan(picks) { wanted in
            guard let shape = try? Shape.broadcast(values.shape, wanted), shape == wanted else {
                throw TensorError.runtime(
                    "shape mismatch: value tensor of shape \(Shape.list(values.shape)) cannot be "
                        + "broadcast to indexing result of shape \(Shape.list(wanted))")
            }
        }
        let source = try values.expand(plan.shape).copied().converted(to: dtype)
        CNN.access(source, self) { from, to in
            plan.before.withInt64 { before in
                plan.middle.withInt64 { middle in
                    plan.after.withInt64 { after in
                        ck_put(
                            dtype.code, accumulate, from, to, Int64(plan.before.count), before,
                            Int64(plan.middle.count), middle, Int64(plan.after.count), after)
                    }
                }
            }
        }
    }
}

extension [Int] {
    /// The same memory as 64-bit integers of C.
    func withInt64<R>(_ body: (UnsafePointer<Int64>?) -> R) -> R {
        withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: Int64.self) { body($0.baseAddress) }
        }
    }
}
