extension Tensor {
    /// Takes over the memory, shape and type of another tensor, as an assignment to PyTorch's `data` does. The
    /// history and the gradient stay.
    ///
    /// - Throws: `TensorError` when a tensor that requires gradients would lose its floating-point type.
    package func setData(_ source: Tensor) throws {
        if requiresGrad && !source.dtype.isFloatingPoint {
            throw TensorError.runtime(
                "data set to a tensor that requires gradients must be floating point or complex dtype"
            )
        }
        storage = source.storage
        shape = source.shape
        strides = source.strides
        offset = source.offset
        count = source.count
        dtype = source.dtype
        isContiguous = source.isContiguous
    }

    /// Forgets how the tensor was computed.
    ///
    /// - Throws: `TensorError` for a view, whose history is its base's.
    @discardableResult
    public func detach_() throws -> Tensor {
        if view != nil {
            throw TensorError.runtime(
                "Can't detach views in-place. Use detach() instead. If you are using "
                    + "DistributedDataParallel (DDP) for training, and gradient_as_bucket_view is "
                    + "set as True, gradients are views of DDP buckets, and hence detach_() cannot "
                    + "be called on these gradients. To fix this error, please refer to the "
                    + "Optimizer.zero_grad() function in torch/optim/optimizer.py as the solution.")
        }
        node = nil
        leafRequiresGrad = false
        return self
    }
}
