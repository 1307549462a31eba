import CNN
import Interpreter

/// Functions that arrange elements, seen less often.
extension Torch {
    func declareMoreShapes(_ module: ModuleObject) {
        declareInPlaceViews()
        declareTurns(module)
        declareStacks(module)
        declareParts(module)
        declareGrids(module)
    }

    private static let inPlaceSteps = [
        "TBackward0": "TBackward1", "UnsqueezeBackward0": "UnsqueezeBackward1",
        "TransposeBackward0": "TransposeBackward1", "SqueezeBackward0": "SqueezeBackward3",
        "SqueezeBackward1": "SqueezeBackward4", "SqueezeBackward2": "SqueezeBackward5",
    ]

    /// `x.t_()` and its like: the tensor itself gets the other shape.
    private func declareInPlaceViews() {
        func reshaping(
            _ name: String, _ signature: String, _ body: @escaping (Call, Tensor) throws -> Tensor
        ) {
            method(name, signature, "In place.") { c, x in
                if GradMode.isEnabled, x.requiresGrad, x.gradFn == nil { try x.checkInPlace() }
                try x.takeView(body(c, x))
                if x.requiresGrad, let step = x.gradFn, let other = Self.inPlaceSteps[step.name] {
                    step.rename(other)
                }
                return c.wrap(x)
            }
        }
        reshaping("t_", "()") { _, x in try x.t() }
        reshaping("unsqueeze_", "(dim)") { c, x in try x.unsqueeze(c.int(0)) }
        reshaping("squeeze_", "(dim=None)") { c, x in
            guard let dims = try c.optionalInts(0) else { return try x.squeeze() }
            return dims.count == 1 ? try x.squeeze(dims[0]) : try x.squeeze(dims)
        }
        for name in ["transpose_", "swapaxes_", "swapdims_"] {
            reshaping(name, "(dim0, dim1)") { c, x in try x.transpose(c.int(0), c.int(1)) }
        }
        method("resize_", "(*size)", "Another size, in place.") { c, x in
            c.wrap(try x.resize_(c.sizes(0)))
        }
        method("resize_as_", "(the_template)", "The size of another, in place.") { c, x in
            c.wrap(try x.resize_(c.tensor(0).shape))
        }
    }

    private func declareTurns(_ module: ModuleObject) {
        both(module, "fliplr", "()", "Columns in reverse order.") { c, x in
            guard x.dim >= 2 else { throw TensorError.runtime("Input must be >= 2-d.") }
            return c.wrap(try x.flip([1]))
        }
        both(module, "flipud", "()", "Rows in reverse order.") { c, x in
            guard x.dim >= 1 else { throw TensorError.runtime("Input must be >= 1-d.") }
            return c.wrap(try x.flip([0]))
        }
        both(module, "rot90", "(k=1, dims=(0, 1))", "Turned by quarter turns.") { c, x in
            let dims = try c.ints(1)
            guard dims.count == 2 else {
                throw TensorError.runtime(
                    "expected total rotation dims == 2, but got dims = \(dims.count)")
            }
            guard x.dim >= 2 else {
                throw TensorError.runtime("expected total dims >= 2, but got total dims = \(x.dim)")
            }
            guard dims[0] != dims[1], abs(dims[0] &- dims[1]) != x.dim else {
                throw TensorError.runtime(
                    "expected rotation dims to be different, but got dim0 = \(dims[0]) and dim1 = "
                        + "\(dims[1])")
            }
            let turns = ((try c.int(0) % 4) + 4) % 4
            return c.wrap(
                try composite("Rot90Backward0", [x]) { inputs in
                    let y = inputs[0] ?? x
                    switch turns {
                    case 1: return try y.flip([dims[1]]).transpose(dims[0], dims[1])
                    case 2: return try y.flip(dims)
                    case 3: return try y.flip([dims[0]]).transpose(dims[0], dims[1])
                    default: return try y.clone()
                    }
                })
        }
        both(module, "moveaxis", "(source, destination)", "A dimension moved.") { c, x in
            c.wrap(try x.movedim(c.ints(0), c.ints(1)))
        }
        both(module, "adjoint", "()", "The last two dimensions exchanged.") { c, x in
            if x.dim == 0 { return c.wrap(x) }
            guard x.dim > 1 else {
                throw TensorError.runtime(
                    "tensor.adjoint() is only supported on matrices or batches of matrices. Got "
                        + "1-D tensor.")
            }
            return c.wrap(try x.transpose(-2, -1))
        }
        both(module, "diag_embed", "(offset=0, dim1=-2, dim2=-1)", "Diagonals of matrices.") {
            c, x in c.wrap(try x.diagEmbed(c.int(0), c.int(1), c.int(2)))
        }
        both(module, "diagflat", "(offset=0)", "A matrix of a diagonal.") { c, x in
            c.wrap(try x.reshape([-1]).diagEmbed(c.int(0), -2, -1))
        }
        method("broadcast_to", "(size)", "Expanded to a shape.") { c, x in
            c.wrap(try x.expand(c.ints(0)))
        }
        method("sum_to_size", "(*size)", "Summed to a shape that broadcasts to it.") { c, x in
            let target = try c.sizes(0)
            guard (try? Shape.broadcast(x.shape, target)) == x.shape else {
                throw TensorError.runtime(
                    "size {\(Shape.list(target))} is not expandable to size {\(Shape.list(x.shape))}."
                )
            }
            return c.wrap(try x.sum(toShape: target))
        }
    }

    private func declareStacks(_ module: ModuleObject) {
        define(module, "column_stack", "(tensors)", "Tensors as columns.") { c in
            let columns = try c.tensors(0).map { $0.dim <= 1 ? try $0.reshape([-1, 1]) : $0 }
            return c.wrap(try CNN.cat(columns, 1))
        }
        define(module, "row_stack", "(tensors)", "Tensors under each other.") { c in
            let rows = try c.tensors(0).map { $0.dim <= 1 ? try $0.reshape([1, -1]) : $0 }
            return c.wrap(try CNN.cat(rows, 0))
        }
        define(module, "dstack", "(tensors)", "Tensors along the third dimension.") { c in
            let deep = try c.tensors(0).map { try Self.atLeast(3, $0) }
            return c.wrap(try CNN.cat(deep, 2))
        }
        for n in 1...3 {
            define(module, "atleast_\(n)d", "(*tensors)", "At least \(n) dimensions.") {
                [unowned self] c in
                var values = c.arguments.variadic(0)
                let isList = values.count == 1 && c.elements(values[0]) != nil
                if isList { values = c.elements(values[0]) ?? [] }
                let made = try c.tensors(values).map { try Self.atLeast(n, $0) }
                return values.count == 1 && !isList ? c.wrap(made[0]) : tuple(made)
            }
        }
        define(module, "block_diag", "(*tensors)", "Matrices along a diagonal.") {
            c in
            let given = try c.tensors(c.arguments.variadic(0))
            for (index, x) in given.enumerated() where x.dim > 2 {
                throw TensorError.runtime(
                    "torch.block_diag: Input tensors must have 2 or fewer dimensions. Input "
                        + "\(index) has \(x.dim) dimensions")
            }
            let blocks = try given.map { try Self.atLeast(2, $0) }
            let width = blocks.reduce(0) { $0 + $1.shape[1] }
            return c.wrap(
                try composite("BlockDiagBackward0", blocks) { parts in
                    var before = 0
                    let rows = try parts.compactMap { $0 }.map { part -> Tensor in
                        let after = width - before - part.shape[1]
                        defer { before += part.shape[1] }
                        return try part.pad([before, after])
                    }
                    return try CNN.cat(rows, 0)
                })
        }
        define(module, "broadcast_tensors", "(*tensors)", "All in their common shape.") {
            [unowned self] c in
            let given = try c.tensors(c.arguments.variadic(0))
            let shape = try given.reduce([]) { try Shape.broadcast($0, $1.shape) }
            return tuple(try given.map { $0.shape == shape ? $0 : try $0.expand(shape) })
        }
    }

    static func atLeast(_ n: Int, _ x: Tensor) throws -> Tensor {
        switch (n, x.dim) {
        case (1, 0): try x.reshape([1])
        case (2, 0): try x.reshape([1, 1])
        case (2, 1): try x.unsqueeze(0)
        case (3, 0): try x.reshape([1, 1, 1])
        case (3, 1): try x.unsqueeze(0).unsqueeze(-1)
        case (3, 2): try x.unsqueeze(-1)
        default: x
        }
    }

    private func declareParts(_ module: ModuleObject) {
        func parts(_ c: Call, _ x: Tensor, _ given: Value, _ d: Int) throws -> Value {
            if let cuts = tensor(given).flatMap({ $0.dim > 0 ? try? $0.array(Int.self) : nil })
                ?? c.elements(given)?.compactMap({ c.integer($0) })
            {
                return tuple(try x.tensorSplit(at: cuts, d))
            }
            guard let count = c.integer(given) else { throw c.wrongType(0, "int") }
            return tuple(try x.tensorSplit(count, d))
        }
        both(module, "tensor_split", "(indices_or_sections, dim=0)", "That many parts.") { c, x in
            try parts(c, x, c[0], c.int(1))
        }
        for (name, least) in [("hsplit", 1), ("vsplit", 2), ("dsplit", 3)] {
            both(module, name, "(indices_or_sections)", "That many parts.") { c, x in
                guard x.dim >= least else {
                    throw TensorError.runtime(
                        "torch.\(name) requires a tensor with at least \(least) dimension"
                            + "\(least == 3 ? "s" : ""), but got a tensor with \(x.dim) dimensions!"
                    )
                }
                let d = name == "hsplit" ? (x.dim == 1 ? 0 : 1) : least - (name == "vsplit" ? 2 : 1)
                if let count = c.integer(c[0]), c.elements(c[0]) == nil {
                    guard count > 0, x.shape[d] % count == 0 else {
                        throw TensorError.runtime(
                            "torch.\(name) attempted to split along dimension \(d), but the size of "
                                + "the dimension \(x.shape[d]) is not divisible by the split_size "
                                + "\(count)!")
                    }
                }
                return try parts(c, x, c[0], d)
            }
        }
        both(module, "split_with_sizes", "(split_sizes, dim=0)", "Parts of those sizes.") {
            [unowned self] c, x in tuple(try x.split(c.ints(0), c.int(1)))
        }
    }

    private func declareGrids(_ module: ModuleObject) {
        define(module, "cartesian_prod", "(*tensors)", "All combinations.") { c in
            let axes = try c.tensors(c.arguments.variadic(0))
            for axis in axes where axis.dim != 1 {
                throw TensorError.runtime(
                    "Expect a 1D vector, but got shape \(Shape.list(axis.shape))")
            }
            if axes.contains(where: { $0.dtype != axes[0].dtype }) {
                throw TensorError.runtime("meshgrid expects all tensors to have the same dtype")
            }
            if axes.count == 1 { return c.wrap(axes[0]) }
            let columns = try axes.enumerated().map { index, axis -> Tensor in
                var shape = [Int](repeating: 1, count: axes.count)
                shape[index] = axis.count
                return try axis.reshape(shape).expand(axes.map(\.count)).reshape([-1])
            }
            return c.wrap(try CNN.stack(columns, 1))
        }
        both(module, "combinations", "(r=2, with_replacement=False)", "All choices of r elements.")
        { c, x in
            guard x.dim == 1 else {
                throw TensorError.runtime(
                    "Expect a 1D vector, but got shape \(Shape.list(x.shape))")
            }
            let (r, repeated) = (try c.int(0), try c.bool(1))
            guard r >= 0 else {
                throw TensorError.runtime("Expect a non-negative number, but got \(r)")
            }
            var rows: [[Int]] = [[]]
            for _ in 0..<min(r, 32) {
                rows = rows.flatMap { row in
                    let start = row.last.map { repeated ? $0 : $0 + 1 } ?? 0
                    return (start..<max(x.count, start)).map { row + [$0] }
                }
                if rows.count > 1 << 20 {
                    throw TensorError.runtime("combinations: too many for the lab's memory")
                }
            }
            let index = try Tensor(rows.flatMap { $0 }, [rows.count, r])
            return c.wrap(try x.index([.tensor(index)]))
        }
        for (name, lower) in [("tril_indices", true), ("triu_indices", false)] {
            define(
                module, name, "(row, col, offset=0, *, dtype=None, device=None, layout=None)",
                "The places of a triangle."
            ) { c in
                try c.checkDevice(4)
                let (rows, columns, offset) = (try c.int(0), try c.int(1), try c.int(2))
                guard rows >= 0, columns >= 0 else {
                    throw TensorError.runtime(
                        rows < 0
                            ? "row must be non-negative, got\(rows)"
                            : "col must be non-negative, got\(columns)")
                }
                _ = try Shape.count([rows, columns], itemSize: 8)
                let ones = try Tensor.ones([rows, columns])
                let places = try (lower ? ones.tril(offset) : ones.triu(offset)).nonzero()
                return c.wrap(try places.t().contiguous().to(c.optionalDType(3) ?? .int64))
            }
        }
        define(module, "unravel_index", "(indices, shape)", "Places of flat indices.") {
            [unowned self] c in
            let shape = try c.ints(1)
            var rest = try c.tensor(0)
            var parts: [Tensor] = []
            for size in shape.reversed() {
                parts.append(try rest.remainder(.int(size)))
                rest = try rest.floorDivide(.int(size))
            }
            return tuple(parts.reversed())
        }
        both(module, "vander", "(N=None, increasing=False)", "Powers as columns.") { c, x in
            guard x.dim == 1 else {
                throw TensorError.runtime("x must be a one-dimensional tensor.")
            }
            let n = try c.optionalInt(0) ?? x.count
            guard n >= 0 else { throw TensorError.runtime("N must be non-negative.") }
            let dtype = x.dtype.isFloatingPoint ? x.dtype : .int64
            let first = try Tensor.ones([x.count, Swift.min(n, 1)], dtype: dtype)
            var matrix = first
            if n > 1 {
                let powers = try x.to(dtype).unsqueeze(1).expand([x.count, n - 1]).cumprod(1)
                matrix = try CNN.cat([first, powers], 1)
                matrix.gradFn?.rename("CopySlices")
            }
            return c.wrap(try c.bool(1) ? matrix : matrix.flip([1]))
        }
    }
}
