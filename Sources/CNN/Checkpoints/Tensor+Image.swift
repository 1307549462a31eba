// Keeping tensors as they are, shared memory and all, for a session's image.

extension Storage {
    /// Memory with these contents.
    package static func restored(_ bytes: UnsafeRawBufferPointer) throws -> Storage {
        let storage = try Storage(byteCount: bytes.count)
        if let base = bytes.baseAddress, !bytes.isEmpty {
            storage.address.copyMemory(from: base, byteCount: bytes.count)
        }
        return storage
    }

    /// Reads the contents.
    package func withContents<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        try body(UnsafeRawBufferPointer(start: contents, count: byteCount))
    }
}

extension Tensor {
    /// Whether an image can hold it, though perhaps without its graph: no function is called with its gradient.
    package var canBeKept: Bool {
        guard let extras else { return true }
        return extras.hooks.allSatisfy(\.isRemoved)
            && extras.accumulateHooks.allSatisfy(\.isRemoved)
    }

    /// How its graph can be kept.
    package enum GraphState: UInt8 {
        /// It has none.
        case none
        /// A backward pass would fail, because one was made already.
        case spent
        /// A backward pass could walk it: that cannot be kept.
        case live
        /// It stands for one that was not kept before.
        case unkept
    }

    package var graphState: GraphState {
        guard let step = gradFn else { return .none }
        return step.isUnkept ? .unkept : step.isSpent ? .spent : .live
    }

    /// Whether it was made in inference mode.
    package var isOfInference: Bool { isInference }

    /// Whether gradients are collected in it.
    package var collectsGradient: Bool { leafRequiresGrad }

    /// A tensor over a storage.
    /// - Throws: `TensorError` where it does not fit in there.
    package static func restored(
        _ storage: Storage, shape: [Int], strides: [Int], offset: Int, dtype: DType
    ) throws -> Tensor {
        let count = try Shape.count(shape, itemSize: dtype.itemSize)
        let room = storage.byteCount / dtype.itemSize
        // What has no elements lies anywhere, but not so far that its place in bytes could not be counted.
        let limits = 0...(1 << 48)
        guard shape.count == strides.count, limits ~= offset,
            strides.allSatisfy({ limits ~= $0 }),
            count == 0 || lastElement(shape, strides, offset) ?? room < room,
            dtype != .bool || storage.withContents({ $0.allSatisfy { $0 <= 1 } })
        else { throw TensorError.runtime("a kept tensor does not fit its memory") }
        return Tensor(
            storage: storage, shape: shape, strides: strides, offset: offset, count: count,
            dtype: dtype, isContiguous: strides == Shape.strides(shape))
    }

    /// The place of the last element; nil where it cannot be counted.
    private static func lastElement(_ shape: [Int], _ strides: [Int], _ offset: Int) -> Int? {
        var last = offset
        for (size, stride) in zip(shape, strides) {
            let (distance, isTooLong) = (size - 1).multipliedReportingOverflow(by: stride)
            let (sum, isTooFar) = last.addingReportingOverflow(distance)
            if isTooLong || isTooFar { return nil }
            last = sum
        }
        return last
    }

    /// Takes on what else was kept of it.
    /// - Throws: `TensorError` where that cannot be its own.
    package func restore(
        collectsGradient: Bool, grad: Tensor?, step: String, graph: GraphState,
        retainsGrad: Bool, isOfInference: Bool
    ) throws {
        guard dtype.isFloatingPoint || !collectsGradient && grad == nil && graph == .none,
            grad !== self
        else { throw TensorError.runtime("a kept tensor of whole numbers has a gradient") }
        try setGrad(grad)
        leafRequiresGrad = collectsGradient
        isInference = isOfInference
        switch graph {
        case .none: break
        case .spent: node = Node.spent(step, shape: shape, dtype: dtype)
        case .live, .unkept: node = Node.unkept(step, shape: shape, dtype: dtype)
        }
        if retainsGrad { ensureExtras().retainsGrad = true }
    }
}
