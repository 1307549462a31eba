import CNN
import Interpreter

extension Torch {
    func declarePrinting() {
        tensorType.slots.repr = { [unowned self] _, value in
            guard let tensor = tensor(value) else { return "?" }
            return text(tensor, isParameter: isParameter(value))
        }
        tensorType.slots.str = { [unowned self] _, value in
            guard let tensor = tensor(value) else { return "?" }
            return text(tensor, isParameter: isParameter(value))
        }
        // A tensor of one number formats as that number; others as their text.
        tensorType.slots.format = { [unowned self] vm, value, specification in
            guard let tensor = tensor(value) else { return "?" }
            if tensor.dim == 0 {
                return try vm.format(
                    translating { self.value(try tensor.item()) }, specification)
            }
            if specification.count > 0 {
                throw vm.typeError("unsupported format string passed to Tensor.__format__")
            }
            return try vm.str(value)
        }
        parameterType.slots.repr = tensorType.slots.repr
        parameterType.slots.str = tensorType.slots.str
        parameterType.slots.format = tensorType.slots.format
    }

    func isParameter(_ value: Value) -> Bool {
        guard case .object(let object) = value else { return false }
        return object.type === parameterType || object.type === uninitializedParameterType
    }

    /// A tensor as PyTorch writes it.
    func text(_ tensor: Tensor, isParameter: Bool = false) -> String {
        var suffixes: [String] = []
        if tensor.count == 0 {
            if tensor.dim != 1 { suffixes.append("size=" + tupleText(tensor.shape)) }
            if tensor.dtype != defaultDType { suffixes.append("dtype=torch." + tensor.dtype.name) }
        } else {
            if printOptions.edgeItems == 0 { suffixes.append("size=" + tupleText(tensor.shape)) }
            if ![defaultDType, .int64, .bool].contains(tensor.dtype) {
                suffixes.append("dtype=torch." + tensor.dtype.name)
            }
        }
        if (try? tensor.checkHistory()) == nil {
            suffixes.append("grad_fn=<Invalid>")
        } else if let node = tensor.gradFn {
            suffixes.append("grad_fn=<\(node.name)>")
        } else if tensor.requiresGrad {
            suffixes.append("requires_grad=True")
        }
        let body = TensorText(
            shape: tensor.shape, strides: tensor.strides, offset: 0,
            elements: elements(tensor), options: printOptions)
        if isParameter {
            return "Parameter containing:\n" + body.text(prefix: "tensor(", suffixes: suffixes)
        }
        return body.text(prefix: "tensor(", suffixes: suffixes)
    }

    /// "(2, 3)", "(2,)", "()".
    func tupleText(_ shape: [Int]) -> String {
        let inner = shape.map(String.init).joined(separator: ", ")
        return shape.count == 1 ? "(\(inner),)" : "(\(inner))"
    }

    /// Reads single elements, offsets counted from the tensor's first.
    private func elements(_ tensor: Tensor) -> TensorText.Elements {
        switch tensor.dtype {
        case .float32: .float { i in tensor.elements(Float.self) { Double($0[i]) } }
        case .float64: .float { i in tensor.elements(Double.self) { $0[i] } }
        case .int64: .integer { i in tensor.elements(Int.self) { $0[i] } }
        case .int32: .integer { i in tensor.elements(Int32.self) { Int($0[i]) } }
        case .uint8: .integer { i in tensor.elements(UInt8.self) { Int($0[i]) } }
        case .bool: .bool { i in tensor.elements(Bool.self) { $0[i] } }
        }
    }
}
