// Elements and rows picked by masks and by lists of places.

import CNNKernels

extension Tensor {
    /// The places of the elements other than zero, one a row: (n, dim).
    public func nonzero() throws -> Tensor {
        try withoutGradient { () throws -> Tensor in
            let mask: Tensor = try detach().ne(0).plain()
            let found = try Tensor.empty([count], dtype: .int64)
            let n = CNN.access(mask, found) { m, to in
                Int(
                    ck_nonzero(
                        m.assumingMemoryBound(to: UInt8.self), Int64(count),
                        to.assumingMemoryBound(to: Int64.self)))
            }
            // PyTorch writes a dimension after the other: the result is the transpose of that.
            let result = try Tensor.empty([n, dim], dtype: .int64)
            if dim > 0, n > 0 { result.take(strides: [1, n]) }
            CNN.access(found, result) { from, to in
                let flat = from.assumingMemoryBound(to: Int.self)
                let out = to.assumingMemoryBound(to: Int.self)
                for i in 0..<n {
                    var rest = flat[i]
                    for d in Swift.stride(from: dim - 1, through: 0, by: -1) {
                        out[d * n + i] = rest % shape[d]
                        rest /= shape[d]
                    }
                }
            }
            return result
        }
    }

    /// The elements where `mask` holds, as one dimension.
    public func maskedSelect(_ mask: Tensor) throws -> Tensor {
        guard mask.dtype == .bool else {
            throw TensorError.runtime("masked_select: expected BoolTensor for mask")
        }
        let shape = try Shape.broadcast(mask.shape, self.shape)
        return try expand(shape).picked([mask.expand(shape)]).renamed("MaskedSelectBackward0")
    }

    /// The places `index` along `d`.
    public func indexSelect(_ d: Int, _ index: Tensor) throws -> Tensor {
        let d = try Shape.dimension(d, of: dim)
        guard index.dim <= 1 else {
            throw TensorError.index("index_select(): Index is supposed to be a vector")
        }
        guard index.dtype == .int64 || index.dtype == .int32 else {
            throw TensorError.runtime("index_select(): Expected dtype int32 or int64 for index")
        }
        if dim == 0, index.count != 1 {
            throw TensorError.runtime(
                "index_select(): Index to scalar can have only 1 value, got \(index.count) value(s)"
            )
        }
        let places = try index.detach().reshape(dim == 0 ? [] : [-1])
        let source = dim == 0 ? try reshape([1]) : self
        let size = source.shape[d]
        for place in try places.array(Int.self) where place < 0 || place >= size {
            // PyTorch has a copy of its own for dimensions between others.
            if d > 0, d < dim - 1 || dim == 2, isContiguous {
                throw TensorError.runtime(
                    "INDICES element is out of DATA bounds, id=\(place) axis_dim=\(size)")
            }
            throw TensorError.index("index out of range in self")
        }
        var picks = [Tensor?](repeating: nil, count: d)
        picks.append(places)
        return try source.picked(picks, rowMajor: true).renamed("IndexSelectBackward0")
    }

    /// The elements at these places of the flat tensor, in the shape of `index`.
    public func take(_ index: Tensor) throws -> Tensor {
        guard index.dtype == .int64 else {
            throw TensorError.runtime(
                "take(): Expected a long tensor for index, but got \(index.dtype.scalarTypeName)")
        }
        for place in try index.array(Int.self) where place < -count || place >= count {
            throw TensorError.index(
                "out of range: tried to access index \(place) on a tensor of \(count) elements.")
        }
        return try reshape([-1]).picked([index]).renamed("TakeBackward0")
    }

    private func renamed(_ name: String) -> Tensor {
        node?.rename(name)
        return self
    }
}
