import CNN
import Interpreter

/// Functions that arrange elements anew: views, joins and copies.
extension Torch {
    func declareShapes(_ module: ModuleObject) {
        declareViews(module)
        declareJoins(module)
        declareSplits(module)
        declareLayout(module)
    }

    private func declareViews(_ module: ModuleObject) {
        method("view", "(*shape)", "The same memory in another shape.") { [unowned self] c, x in
            let values = c.arguments.variadic(0)
            if values.count == 1, let dtype = dtypeOrType(values[0]) {
                return c.wrap(try x.view(dtype))
            }
            return c.wrap(try x.view(c.sizes(0, values)))
        }
        method("reshape", "(*shape)", "Another shape, the same memory where possible.") { c, x in
            c.wrap(try x.reshape(c.sizes(0)))
        }
        defineOnTensor(
            module, "reshape", "(shape)", "Another shape, the same memory where possible."
        ) {
            c, x in
            c.wrap(try x.reshape(c.ints(0)))
        }
        method("view_as", "(other)", "The shape of another tensor.") { c, x in
            c.wrap(try x.view(c.tensor(0).shape))
        }
        method("reshape_as", "(other)", "The shape of another tensor.") { c, x in
            c.wrap(try x.reshape(c.tensor(0).shape))
        }
        both(module, "flatten", "(start_dim=0, end_dim=-1)", "Dimensions joined into one.") {
            c, x in
            c.wrap(try x.flatten(c.int(0), c.int(1)))
        }
        both(module, "ravel", "()", "One dimension.") { c, x in
            c.wrap(try x.contiguous().view([-1]))
        }
        both(module, "unflatten", "(dim, sizes)", "One dimension split into several.") { c, x in
            c.wrap(try x.unflatten(c.int(0), c.ints(1)))
        }
        method("permute", "(*dims)", "The dimensions in another order.") { c, x in
            c.wrap(try x.permute(c.sizes(0)))
        }
        defineOnTensor(module, "permute", "(dims)", "The dimensions in another order.") { c, x in
            c.wrap(try x.permute(c.ints(0)))
        }
        for name in ["transpose", "swapaxes", "swapdims"] {
            both(module, name, "(dim0, dim1)", "Two dimensions exchanged.") { c, x in
                c.wrap(try x.transpose(c.int(0), c.int(1)))
            }
        }
        both(module, "t", "()", "A matrix turned.") { c, x in c.wrap(try x.t()) }
        both(module, "movedim", "(source, destination)", "A dimension moved.") { c, x in
            let (source, target) = (try c.ints(0), try c.ints(1))
            if x.dim == 0 {
                for d in source + target { _ = try Shape.dimension(d, of: 1) }
                return c.wrap(try x.permute([]))
            }
            let from = try source.map { try Shape.dimension($0, of: x.dim) }
            let to = try target.map { try Shape.dimension($0, of: x.dim) }
            guard from.count == to.count, Set(from).count == from.count, Set(to).count == to.count
            else {
                throw TensorError.runtime("movedim: repeated dim in `source` or `destination`")
            }
            var order = [Int](repeating: -1, count: x.dim)
            for (a, b) in zip(from, to) { order[b] = a }
            var rest = (0..<x.dim).filter { !from.contains($0) }.makeIterator()
            for d in order.indices where order[d] < 0 { order[d] = rest.next() ?? 0 }
            return c.wrap(try x.permute(order))
        }
        both(module, "unsqueeze", "(dim)", "A new dimension of size 1.") { c, x in
            c.wrap(try x.unsqueeze(c.int(0)))
        }
        both(module, "squeeze", "(dim=None)", "Dimensions of size 1 dropped.") { c, x in
            guard let dims = try c.optionalInts(0) else { return c.wrap(try x.squeeze()) }
            if dims.count == 1 { return c.wrap(try x.squeeze(dims[0])) }
            return c.wrap(try x.squeeze(dims))
        }
        method("expand", "(*sizes)", "Dimensions of size 1 repeated without copying.") { c, x in
            c.wrap(try x.expand(c.sizes(0)))
        }
        method("expand_as", "(other)", "Expanded to the shape of another.") { c, x in
            c.wrap(try x.expand(c.tensor(0).shape))
        }
        defineOnTensor(module, "broadcast_to", "(size)", "Expanded to a shape.") { c, x in
            c.wrap(try x.expand(c.ints(0)))
        }
        both(module, "narrow", "(dim, start, length)", "A stretch of one dimension.") { c, x in
            c.wrap(try x.narrow(c.int(0), c.int(1), c.int(2)))
        }
        both(module, "select", "(dim, index)", "One entry of a dimension.") { c, x in
            c.wrap(try x.select(c.int(0), c.int(1)))
        }
        both(module, "diagonal", "(offset=0, dim1=0, dim2=1)", "The diagonal.") { c, x in
            c.wrap(try x.diagonal(offset: c.int(0), c.int(1), c.int(2)))
        }
        both(module, "diag", "(diagonal=0)", "A matrix of a diagonal, or the diagonal of a matrix.")
        { c, x in
            c.wrap(try x.diag(c.int(0)))
        }
        method("unfold", "(dimension, size, step)", "Windows along a dimension.") { c, x in
            c.wrap(try x.unfold(c.int(0), c.int(1), c.int(2)))
        }
        both(module, "as_strided", "(size, stride, storage_offset=None)", "Any view of the memory.")
        {
            c, x in
            c.wrap(try x.asStrided(c.ints(0), c.ints(1), strideOffset(c, x)))
        }
    }

    private func declareJoins(_ module: ModuleObject) {
        for name in ["cat", "concat", "concatenate"] {
            define(module, name, "(tensors, dim=0, *, out=None)", "Tensors end to end.") { c in
                try c.refuse(2)
                return c.wrap(try CNN.cat(c.tensors(0), c.int(1)))
            }
        }
        define(module, "stack", "(tensors, dim=0, *, out=None)", "Tensors along a new dimension.") {
            c in
            try c.refuse(2)
            return c.wrap(try CNN.stack(c.tensors(0), c.int(1)))
        }
        define(module, "hstack", "(tensors)", "Tensors beside each other.") { c in
            let tensors = try c.tensors(0).map { $0.dim == 0 ? try $0.view([1]) : $0 }
            return c.wrap(try CNN.cat(tensors, (tensors.first?.dim ?? 1) == 1 ? 0 : 1))
        }
        define(module, "vstack", "(tensors)", "Tensors under each other.") { c in
            let tensors = try c.tensors(0).map { x in
                x.dim == 0 ? try x.view([1, 1]) : x.dim == 1 ? try x.unsqueeze(0) : x
            }
            return c.wrap(try CNN.cat(tensors, 0))
        }
        define(module, "meshgrid", "(*tensors, indexing=None)", "Coordinates of a grid.") {
            [unowned self] c in
            var values = c.arguments.variadic(0)
            if values.count == 1, let list = c.elements(values[0]) { values = list }
            let axes = try values.enumerated().map { place, value -> Tensor in
                guard let tensor = tensor(value) else {
                    throw vm.typeError(
                        "expected Tensor as element \(place) in argument 0, but got "
                            + nativeTypeName(value))
                }
                return tensor
            }
            if c.isNone(1) {
                vm.warn(
                    .userWarning,
                    "torch.meshgrid: in an upcoming release, it will be required to pass the "
                        + "indexing argument.")
            }
            for axis in axes {
                guard axis.dtype == axes[0].dtype else {
                    throw TensorError.runtime("meshgrid expects all tensors to have the same dtype")
                }
                guard axis.dim <= 1 else {
                    throw TensorError.runtime(
                        "torch.meshgrid: Expected 0D or 1D tensor in the tensor list")
                }
            }
            let indexing = c.isNone(1) ? "ij" : try c.string(1)
            guard ["ij", "xy"].contains(indexing) else {
                throw TensorError.runtime(
                    "torch.meshgrid: indexing must be one of \"xy\" or \"ij\", but received: "
                        + indexing)
            }
            let isXY = indexing == "xy"
            var order = Array(0..<axes.count)
            if isXY, axes.count > 1 { order.swapAt(0, 1) }
            let sizes = order.map { axes[$0].count }
            let grids = try axes.enumerated().map { index, axis -> Tensor in
                var shape = [Int](repeating: 1, count: axes.count)
                shape[order.firstIndex(of: index) ?? 0] = axis.count
                return try axis.reshape(shape).expand(sizes)
            }
            return tuple(grids)
        }
        method("repeat", "(*repeats)", "Copies side by side.") { c, x in
            c.wrap(try x.repeat(c.sizes(0)))
        }
        both(module, "tile", "(*dims)", "Copies side by side.") { c, x in
            let sizes = try c.sizes(0)
            let missing = max(0, x.dim - sizes.count)
            return c.wrap(try x.repeat(Array(repeating: 1, count: missing) + sizes))
        }
        both(
            module, "repeat_interleave", "(repeats=<unset>, dim=None, *, output_size=None)",
            "Each entry several times."
        ) {
            c, x in
            if c[0].isUndefined || c.isNone(0) {
                // Of counts alone: each place as often as its count says.
                return c.wrap(try Tensor.arange(.int(0), .int(x.count)).repeatInterleave(x, 0))
            }
            if let times = c.torch.tensor(c[0]), times.dim > 0 || x.dim == 0 {
                return c.wrap(try x.repeatInterleave(times, c.optionalInt(1)))
            }
            return c.wrap(try x.repeatInterleave(c.int(0), c.optionalInt(1)))
        }
        both(module, "flip", "(*dims)", "Dimensions in reverse order.") { c, x in
            c.wrap(try x.flip(c.sizes(0)))
        }
        both(module, "roll", "(shifts, dims=None)", "Entries moved around.") { c, x in
            c.wrap(try x.roll(c.ints(0), c.optionalInts(1) ?? []))
        }
    }

    private func declareSplits(_ module: ModuleObject) {
        both(module, "chunk", "(chunks, dim=0)", "That many parts.") { [unowned self] c, x in
            if x.dim == 0 {
                throw TensorError.runtime("chunk expects at least a 1-dimensional tensor")
            }
            return tuple(try x.chunk(c.int(0), c.int(1)))
        }
        both(module, "split", "(split_size, dim=0)", "Parts of that size, or of those sizes.") {
            [unowned self] c, x in
            if c.integer(c[0]) != nil, tensor(c[0]) == nil || tensor(c[0])?.dim == 0 {
                guard c.isIndex(1) else {
                    let text = CombinationText(
                        torch: self, positional: [value(x), c[0], c[1]], keywords: [])
                    throw vm.typeError(
                        text.message(
                            "split()",
                            [
                                "(Tensor input, int split_size, int dim = 0)",
                                "(Tensor input, tuple of ints split_size, int dim = 0)",
                            ]))
                }
                return tuple(try x.split(c.int(0), c.int(1)))
            }
            if x.dim == 0 {
                throw TensorError.runtime("split expects at least a 1-dimensional tensor")
            }
            guard let sizes = c.elements(c[0]) else {
                throw c.misfit("split_with_sizes", "split_sizes", 2, "tuple of ints", c[0])
            }
            if let place = sizes.firstIndex(where: { c.integer($0) == nil }) {
                throw vm.typeError(
                    "split_with_sizes(): argument 'split_sizes' (position 2) must be tuple of ints, "
                        + "but found element of type \(nativeTypeName(sizes[place])) at pos \(place)"
                )
            }
            guard c.integer(c[1]) != nil else {
                throw c.misfit("split_with_sizes", "dim", 3, "int", c[1])
            }
            return tuple(try x.split(c.ints(0), c.int(1)))
        }
        both(module, "unbind", "(dim=0)", "All entries of a dimension.") { [unowned self] c, x in
            tuple(try x.unbind(c.int(0)))
        }
    }

    private func declareLayout(_ module: ModuleObject) {
        method("contiguous", "(memory_format=None)", "The elements in order.") { c, x in
            let format = try c.memoryFormat(0) ?? .contiguous
            guard format != .preserve || x.isContiguous else {
                throw TensorError.runtime(
                    "preserve memory format is unsupported by the contiguous operator")
            }
            return c.wrap(
                try format == .contiguous ? x.contiguous() : x.contiguous(format))
        }
        both(module, "clone", "(*, memory_format=None)", "A copy.") { c, x in
            guard let format = try c.memoryFormat(0) else { return c.wrap(try x.clone()) }
            return c.wrap(try x.clone(format: format))
        }
    }
}

/// The offset of `as_strided` from the tensor's own first element; given, it counts from the memory's.
private func strideOffset(_ c: Call, _ x: Tensor) throws -> Int {
    guard let given = try c.optionalInt(2) else { return 0 }
    return given.subtractingReportingOverflow(x.offset).partialValue
}
