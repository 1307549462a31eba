import CNN
import Interpreter

/// Choosing and replacing elements, seen less often.
extension Torch {
    func declareMoreSelection(_ module: ModuleObject) {
        declareIndexed(module)
        declareScattered(module)
        declareSearches(module)
    }

    /// A function that works on a copy, and the method that works in place.
    private func copying(
        _ module: ModuleObject, _ name: String, _ signature: String, _ help: String,
        keepsLayout: Bool = false, _ body: @escaping (Call, Tensor) throws -> Tensor
    ) {
        both(module, name, signature, help) { c, x in
            c.wrap(try body(c, x.clone(contiguous: !keepsLayout)).following(x))
        }
        method(name + "_", signature, help + " In place.") { c, x in c.wrap(try body(c, x)) }
    }

    /// An index along a dimension as one for all, `x[:, index]`.
    private func along(_ x: Tensor, _ d: Int, _ index: Tensor) throws -> [Tensor?] {
        let plain = try Shape.dimension(d, of: x.dim)
        return [Tensor?](repeating: nil, count: plain) + [try index.detach().to(.int64)]
    }

    /// Sets what `index` picks along a dimension; a tensor without any counts as a line of one.
    private func put(_ values: Tensor, in x: Tensor, _ d: Int, _ index: Tensor) throws -> Tensor {
        let line = x.dim == 0 ? try x.unsqueeze(0) : x
        try line.indexPut_(along(line, d, index), values)
        return x
    }

    private func declareIndexed(_ module: ModuleObject) {
        copying(
            module, "index_fill", "(dim, index, value)", "A value at indices.", keepsLayout: true
        ) { [unowned self] c, x in
            let value = try tensor(c[2]) ?? Tensor.scalar(c.scalar(2), dtype: x.dtype)
            guard value.dim == 0 else {
                throw TensorError.runtime(
                    "index_fill_ only supports a 0-dimensional value tensor, but got tensor with "
                        + "\(value.dim) dimension(s).")
            }
            guard try c.tensor(1).dtype == .int64 else {
                throw TensorError.index("index_fill_(): Expected dtype int64 for index.")
            }
            return try x.named("IndexFillBackward" + (tensor(c[2]) == nil ? "0" : "1")) {
                try put(value.to(x.dtype), in: $0, c.int(0), c.tensor(1))
            }
        }
        copying(module, "index_copy", "(dim, index, source)", "Entries at indices.") {
            [unowned self] c, x in
            let (index, source) = (try c.tensor(1), try c.tensor(2))
            guard index.dim <= 1 else {
                throw TensorError.index(
                    "index_copy_(): Index should have dimension 1 or 0 (got \(index.dim))")
            }
            guard index.dtype == .int64 else {
                throw TensorError.runtime(
                    "index_copy_(): Expected a long tensor for index, but got "
                        + index.dtype.scalarTypeName)
            }
            guard source.dtype == x.dtype else {
                throw TensorError.runtime(
                    "index_copy_(): self and source expected to have the same dtype, but got (self) "
                        + "\(x.dtype.scalarTypeName) and (source) \(source.dtype.scalarTypeName)")
            }
            return try x.named("IndexCopyBackward0") {
                try put(source, in: $0, c.int(0), index)
            }
        }
        for name in ["index_add"] {
            let body: (Call, Tensor) throws -> Tensor = { c, x in
                try x.named("IndexAddBackward0") {
                    try $0.indexAdd_(c.int(0), c.tensor(1), c.tensor(2), alpha: c.scalar(3))
                }
            }
            copying(module, name, "(dim, index, source, *, alpha=1)", "Adds at indices.", body)
        }
        copying(module, "index_put", "(indices, values, accumulate=False)", "Values at indices.") {
            c, x in
            try x.indexPut_(
                c.tensors(0).map { $0 }, c.tensor(1), accumulate: c.bool(2))
        }
        copying(module, "masked_scatter", "(mask, source)", "Values of another where a mask holds.")
        {
            c, x in
            let (mask, source) = (try c.tensor(0), try c.tensor(1))
            guard mask.dtype == .bool else {
                throw TensorError.runtime(
                    "masked_scatter_ only supports boolean masks, but got mask with dtype "
                        + mask.dtype.scalarTypeName)
            }
            guard source.dtype == x.dtype else {
                throw TensorError.runtime(
                    "masked_scatter: expected self and source to have same dtypes but got"
                        + "\(x.dtype.scalarTypeName) and \(source.dtype.scalarTypeName)")
            }
            let shape = try Shape.broadcast(mask.shape, x.shape)
            let x = x.shape == shape ? x : try x.expand(shape).clone()
            let places = try mask.expand(shape).nonzero()
            guard places.shape[0] <= source.count else {
                throw TensorError.runtime(
                    "Number of elements of source < number of ones in mask")
            }
            let values = try source.reshape([-1]).narrow(0, 0, places.shape[0])
            return try x.named("MaskedScatterBackward0") {
                try $0.indexPut_(places.unbind(1).map { try $0.clone() }, values)
            }
        }
        copying(module, "put", "(index, source, accumulate=False)", "Values at flat indices.") {
            c, x in
            let (index, source) = (try c.tensor(0), try c.tensor(1))
            guard index.dtype == .int64 else {
                throw TensorError.runtime(
                    "put_(): Expected a long tensor for index, but got "
                        + index.dtype.scalarTypeName)
            }
            guard index.count == source.count else {
                throw TensorError.runtime(
                    "put_(): Expected source and index to have the same number of elements, but "
                        + "got source.numel() = \(source.count), index.numel() = \(index.count)")
            }
            guard source.dtype == x.dtype else {
                throw TensorError.runtime(
                    "put_(): self and source expected to have the same dtype, but got self.dtype = "
                        + "\(x.dtype.scalarTypeName) and source.dtype = \(source.dtype.scalarTypeName)"
                )
            }
            return try x.named("PutBackward0") {
                try $0.view([-1]).indexPut_(
                    [index.reshape([-1])], source.reshape([-1]), accumulate: c.bool(2))
                return $0
            }
        }
        define(module, "take_along_dim", "(input, indices, dim=None)", "Entries at indices.") { c in
            try Self.takeAlong(c, c.tensor(0), 1)
        }
        method("take_along_dim", "(indices, dim=None)", "Entries at indices.") { c, x in
            try Self.takeAlong(c, x, 0)
        }
    }

    private static func takeAlong(_ c: Call, _ x: Tensor, _ first: Int) throws -> Value {
        let index = try c.tensor(first)
        guard index.dtype == .int64 else {
            throw TensorError.runtime(
                "torch.take_along_dim(): dtype of indices should be Long but got "
                    + index.dtype.scalarTypeName)
        }
        guard let d = try c.optionalInt(first + 1) else {
            return c.wrap(try x.reshape([-1]).gather(0, index.reshape([-1])))
        }
        guard x.dim == index.dim else {
            throw TensorError.runtime(
                "torch.take_along_dim(): input and indices should have the same number of "
                    + "dimensions, but got \(x.dim) dimensions for input, and \(index.dim) "
                    + "dimensions for indices")
        }
        let plain = try Shape.dimension(d, of: x.dim)
        var (own, others) = (x.shape, index.shape)
        if x.dim > 0 {
            own[plain] = 1
            others[plain] = 1
        }
        var shape = try Shape.broadcast(own, others)
        if x.dim > 0 { shape[plain] = index.shape[plain] }
        var source = shape
        if x.dim > 0 { source[plain] = x.shape[plain] }
        return c.wrap(try x.expand(source).gather(plain, index.expand(shape)))
    }

    private func declareScattered(_ module: ModuleObject) {
        defineOnTensor(module, "scatter_add", "(dim, index, src)", "Adds at indices.") { c, x in
            c.wrap(try x.scatterAdd(c.int(0), c.tensor(1), c.tensor(2)))
        }
        let parameters = "(dim, index, src, reduce, *, include_self=True)"
        let combine: (Call, Tensor) throws -> Tensor = { c, x in
            let how = try c.string(3)
            guard let reduction = Tensor.ScatterReduction(rawValue: how) else {
                throw TensorError.runtime(
                    "reduce argument must be either sum, prod, mean, amax or amin, got \(how)")
            }
            return try x.scatterReduce(
                c.int(0), c.tensor(1), c.tensor(2), reduction, includeSelf: c.bool(4))
        }
        both(module, "scatter_reduce", parameters, "Combines at indices.") { c, x in
            c.wrap(try combine(c, x))
        }
        method("scatter_reduce_", parameters, "Combines at indices. In place.") { c, x in
            c.wrap(try x.overwrite_ { try combine(c, $0) })
        }
        method("fill_diagonal_", "(fill_value, wrap=False)", "A value on the diagonal.") { c, x in
            guard x.dim >= 2 else {
                throw TensorError.runtime("dimensions must larger than 1")
            }
            try x.diagonal().fill_(c.scalar(0))
            // A tall matrix has further diagonals, each a row below the last.
            if try c.bool(1), x.dim == 2, x.shape[0] > x.shape[1] + 1 {
                var start = x.shape[1] + 1
                while start < x.shape[0] {
                    try x.narrow(0, start, x.shape[0] - start).diagonal().fill_(c.scalar(0))
                    start += x.shape[1] + 1
                }
            }
            return c.wrap(x)
        }
    }

    private func declareSearches(_ module: ModuleObject) {
        let options = "*, out_int32=False, right=False"
        define(module, "bucketize", "(input, boundaries, \(options))", "The bucket of each value.")
        {
            [unowned self] c in
            let edges = try c.tensor(1)
            guard edges.dim == 1 else {
                throw TensorError.runtime(
                    "boundaries tensor must be 1 dimension, but got dim(\(edges.dim))")
            }
            let values = try tensor(c[0]) ?? Tensor.scalar(c.scalar(0))
            return c.wrap(
                try Tensor.searchsorted(edges, values, right: c.bool(3), int32: c.bool(2)))
        }
        define(
            module, "searchsorted", "(sorted_sequence, input, \(options), side=None, sorter=None)",
            "The place of each value."
        ) { [unowned self] c in
            try c.refuse(5)
            let values = try tensor(c[1]) ?? Tensor.scalar(c.scalar(1))
            let right = try c.bool(3) || (!c.isNone(4) && c.string(4) == "right")
            return c.wrap(
                try Tensor.searchsorted(c.tensor(0), values, right: right, int32: c.bool(2)))
        }
        define(
            module, "isin",
            "(elements, test_elements, *, assume_unique=False, invert=False)", "Membership."
        ) { [unowned self] c in
            let values = try tensor(c[0]) ?? Tensor.scalar(c.scalar(0))
            let known = try tensor(c[1]) ?? Tensor.scalar(c.scalar(1))
            return c.wrap(try values.isin(known, invert: c.bool(3)))
        }
        both(module, "mode", "(dim=-1, keepdim=False)", "The most frequent value.") {
            [unowned self] c, x in
            let result = try x.mode(c.int(0), keepdim: c.bool(1))
            return named("mode", result.values, result.indices)
        }
        both(module, "msort", "()", "Sorted along the first dimension.") { c, x in
            c.wrap(try x.sort(0, stable: false).values)
        }
        both(
            module, "unique_consecutive",
            "(return_inverse=False, return_counts=False, dim=None)", "Runs of equal values."
        ) { [unowned self] c, x in
            let result =
                try c.optionalInt(2).map { try x.uniqueConsecutive($0) } ?? x.uniqueConsecutive()
            var values = [result.values]
            if try c.bool(0) { values.append(result.inverse) }
            if try c.bool(1) { values.append(result.counts) }
            return values.count == 1 ? c.wrap(values[0]) : tuple(values)
        }
    }
}

extension Tensor {
    /// Runs an in-place operation whose step has another name in PyTorch.
    func named(_ name: String, _ body: (Tensor) throws -> Tensor) throws -> Tensor {
        let before = gradFn
        let result = try body(self)
        if let step = result.gradFn, step !== before, result.isPlainResult { step.rename(name) }
        return result
    }
}
