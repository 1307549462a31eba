// Views of any strides, and the gradients that are scattered back into what they show.

extension Tensor {
    /// Any strides over the same memory, relative to this tensor's first element.
    public func asStrided(_ shape: [Int], _ strides: [Int], _ offset: Int = 0) throws -> Tensor {
        try checkStrides(shape, strides, offset)
        let (whole, layout) = (self.shape, self.strides)
        return makeView("AsStridedBackward0", shape, strides, self.offset + offset) {
            _, gradients in
            [try gradients[0]?.scatteredBack(shape, strides, offset, into: whole, layout)]
        }
    }

    /// - Throws: PyTorch's messages when the view would leave the memory.
    private func checkStrides(_ shape: [Int], _ strides: [Int], _ offset: Int) throws {
        guard shape.count == strides.count else {
            throw TensorError.runtime("mismatch in length of strides and shape")
        }
        guard strides.allSatisfy({ $0 >= 0 }) else {
            throw TensorError.runtime(
                "as_strided: Negative strides are not supported at the moment, got strides: "
                    + Shape.list(strides))
        }
        let count = try Shape.count(shape, itemSize: dtype.itemSize)
        let (start, isPast) = self.offset.addingReportingOverflow(offset)
        guard !isPast, start >= 0 else {
            throw TensorError.runtime(
                "Tensor: invalid storage offset \(isPast ? offset : start)")
        }
        if count == 0 { return }
        var (end, overflow) = (start, false)
        for (size, stride) in zip(shape, strides) {
            let reach = (size - 1).multipliedReportingOverflow(by: stride)
            let sum = end.addingReportingOverflow(reach.partialValue)
            overflow = overflow || reach.overflow || sum.overflow
            end = sum.partialValue
        }
        guard !overflow, end < storage.byteCount / dtype.itemSize else {
            let needed = overflow ? Int.max : (end &+ 1) &* dtype.itemSize
            throw TensorError.runtime(
                "setStorage: sizes \(Shape.list(shape)), strides \(Shape.list(strides)), storage "
                    + "offset \(start), and itemsize \(dtype.itemSize) requiring a storage size of "
                    + "\(needed) are out of bounds for storage of size \(storage.byteCount)")
        }
    }

    /// Zeros of that shape and layout, with this gradient of a strided view of it added in.
    func scatteredBack(
        _ shape: [Int], _ strides: [Int], _ offset: Int, into whole: [Int], _ layout: [Int]
    ) throws -> Tensor {
        let result = try withoutGradient {
            let zeros = try Tensor.zeros(whole, strides: layout, dtype: dtype)
            Elementwise.accumulate(self, into: try zeros.asStrided(shape, strides, offset))
            return zeros
        }
        return result.record("AsStridedBackward0Backward0", [self]) { _, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            let dense = try Tensor.zeros(whole, strides: layout, dtype: gradient.dtype)
            return [try dense.copy_(gradient).asStrided(shape, strides, offset)]
        }
    }
}
