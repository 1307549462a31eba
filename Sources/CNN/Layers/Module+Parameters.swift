extension Module {
    /// Registers a parameter of uninitialised memory, or none where there is no shape.
    func addParameter(_ name: String, _ shape: [Int]?, _ dtype: DType) throws {
        guard let shape else {
            register(parameter: name, nil)
            return
        }
        register(parameter: name, try Tensor.empty(shape, dtype: dtype).requiresGrad_())
    }

    /// A parameter that a layer cannot do without.
    func required(_ name: String) throws -> Tensor {
        guard let tensor = parameterSlots.value(name) else {
            throw TensorError(
                .attribute, "'\(typeName)' object has no attribute '\(name)'")
        }
        return tensor
    }

    /// Forgets the gradients of all parameters, or sets them to zero.
    public func zeroGrad(setToNone: Bool = true) throws {
        for parameter in parameters() {
            guard let gradient = parameter.grad else { continue }
            if setToNone {
                parameter.grad = nil
            } else {
                parameter.grad = try withoutGradient { try gradient.detach().zero_() }
            }
        }
    }

    /// Asks for gradients of all parameters, or stops them.
    @discardableResult
    public func requiresGrad_(_ value: Bool = true) throws -> Self {
        for parameter in parameters() { try parameter.requiresGrad_(value) }
        return self
    }

    /// Converts all floating-point parameters and buffers, in place: the tensors stay the same objects.
    @discardableResult
    public func to(_ dtype: DType) throws -> Self {
        guard dtype.isFloatingPoint else {
            throw TensorError.type(
                "nn.Module.to only accepts floating point or complex dtypes, but got desired "
                    + "dtype=torch.\(dtype.name)")
        }
        try withoutGradient {
            for module in modules() {
                for (_, tensor) in module.parameterSlots.present + module.bufferSlots.present {
                    guard tensor.dtype.isFloatingPoint, tensor.dtype != dtype else { continue }
                    let gradient = try tensor.grad?.to(dtype)
                    try tensor.become(try tensor.detach().to(dtype))
                    tensor.grad = gradient
                }
            }
        }
        return self
    }
}

extension Tensor {
    /// Takes the memory and type of another tensor over: what PyTorch does by assigning `data`.
    package func become(_ other: Tensor) throws {
        storage = other.storage
        shape = other.shape
        strides = other.strides
        offset = other.offset
        count = other.count
        dtype = other.dtype
        isContiguous = other.isContiguous
        accumulator?.takeUnretainedValue().refreshOutput(of: self)
    }
}

extension Node {
    /// A leaf has changed its type or shape: its gradients are to follow.
    func refreshOutput(of variable: Tensor) {
        outputs = [OutputInfo(shape: variable.shape, dtype: variable.dtype)]
    }
}
