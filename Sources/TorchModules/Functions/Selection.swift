import CNN
import Interpreter

/// Choosing, sorting and scattering elements.
extension Torch {
    func declareSelection(_ module: ModuleObject) {
        both(
            module, "gather", "(dim, index, *, sparse_grad=False)",
            "Entries at indices of a dimension."
        ) {
            c, x in
            c.wrap(try x.gather(c.int(0), c.tensor(1)))
        }
        both(module, "index_select", "(dim, index)", "Entries at a list of indices.") { c, x in
            c.wrap(try x.indexSelect(c.int(0), c.tensor(1)))
        }
        both(module, "masked_select", "(mask)", "Elements where the mask holds.") { c, x in
            let mask = try c.tensor(0)
            guard mask.dtype == .bool else {
                throw TensorError.runtime("masked_select: expected BoolTensor for mask")
            }
            var shape = try Shape.broadcast(mask.shape, x.shape)
            if shape.isEmpty { shape = [1] }
            let indices = try mask.expand(shape).nonzero().unbind(1)
            let picked = try x.expand(shape).index(indices.map { .tensor($0) })
            picked.gradFn?.rename("MaskedSelectBackward0")
            return c.wrap(picked)
        }
        both(module, "take", "(index)", "Elements by their place in order.") { c, x in
            c.wrap(try x.take(c.tensor(0)))
        }
        for (name, inPlace) in [("scatter", false), ("scatter_", true)] {
            let body: TensorBody = { [unowned self] c, x in
                let (d, index) = (try c.int(0), try c.tensor(1))
                if !c.isNone(3) {
                    let how = c[3].string?.swiftString
                    guard how == "add" || how == "multiply" else {
                        throw TensorError.runtime("reduce argument must be either add or multiply.")
                    }
                    let source =
                        try tensor(c[2]) ?? Tensor.full(index.shape, c.scalar(2), dtype: x.dtype)
                    let combined = { (x: Tensor) throws -> Tensor in
                        try x.scatterReduce(
                            d, index, source, how == "add" ? .sum : .prod, includeSelf: true)
                    }
                    return c.wrap(try inPlace ? x.overwrite_ { try combined($0) } : combined(x))
                }
                if let source = tensor(c[2]) {
                    return c.wrap(
                        try inPlace ? x.scatter_(d, index, source) : x.scatter(d, index, source))
                }
                let value = try c.scalar(2)
                return c.wrap(
                    try inPlace ? x.scatter_(d, index, value) : x.scatter(d, index, value))
            }
            method(
                name, "(dim, index, src, *, reduce=<None>)", "Writes to indices of a dimension.",
                body)
            if !inPlace {
                defineOnTensor(
                    module, name, "(dim, index, src, *, reduce=<None>)", "Writes to indices.", body
                )
            }
        }
        for (name, inPlace) in [("scatter_add", false), ("scatter_add_", true)] {
            method(name, "(dim, index, src)", "Adds at indices of a dimension.") { c, x in
                let (d, index, source) = (try c.int(0), try c.tensor(1), try c.tensor(2))
                return c.wrap(
                    try inPlace ? x.scatterAdd_(d, index, source) : x.scatterAdd(d, index, source))
            }
        }
        both(module, "nonzero", "(*, as_tuple=False)", "Where elements are other than 0.") {
            [unowned self] c, x in
            if try c.bool(0) {
                // What has no dimensions counts as having one.
                return tuple(try (x.dim == 0 ? x.detach().view([1]) : x).nonzero().unbind(1))
            }
            return c.wrap(try x.nonzero())
        }
        both(module, "argwhere", "()", "Where elements are other than 0.") { c, x in
            c.wrap(try x.nonzero())
        }
        declareSorting(module)
    }

    private func declareSorting(_ module: ModuleObject) {
        both(module, "sort", "(dim=-1, descending=False, *, stable=False)", "In order.") {
            [unowned self] c, x in
            let result = try x.sort(c.int(0), descending: c.bool(1), stable: c.bool(2))
            return named("sort", result.values, result.indices)
        }
        both(
            module, "argsort", "(dim=-1, descending=False, *, stable=False)",
            "The order that sorts."
        ) {
            c, x in
            c.wrap(try x.sort(c.int(0), descending: c.bool(1), stable: c.bool(2)).indices)
        }
        both(module, "topk", "(k, dim=-1, largest=True, sorted=True)", "The k largest.") {
            [unowned self] c, x in
            let result = try x.topk(
                c.int(0), c.int(1), largest: c.bool(2), sorted: c.bool(3))
            return named("topk", result.values, result.indices)
        }
        both(
            module, "unique",
            "(sorted=True, return_inverse=False, return_counts=False, dim=None)", "Each value once."
        ) { [unowned self] c, x in
            for (index, name) in [(1, "return_inverse"), (2, "return_counts")] {
                try c.checkTruth(index)
                guard case .bool = c[index] else {
                    throw c.misfit("_unique2", name, nil, "bool", c[index])
                }
            }
            guard case .bool = c[0] else { throw c.misfit("_unique2", "sorted", nil, "bool", c[0]) }
            if !c.isNone(3), !c.isIndex(3) {
                throw c.misfit("unique_dim", "dim", 2, "int", c[3])
            }
            let result = try c.optionalInt(3).map { try x.uniqueRows($0) } ?? x.unique()
            var values = [result.values]
            if try c.bool(1) { values.append(result.inverse) }
            if try c.bool(2) { values.append(result.counts) }
            return values.count == 1 ? c.wrap(values[0]) : tuple(values)
        }
    }
}
