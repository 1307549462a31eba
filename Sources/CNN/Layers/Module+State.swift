public import OrderedCollections

/// What a state dictionary had too much or too little of.
public struct LoadReport: Equatable, Sendable {
    public var missingKeys: [String]
    public var unexpectedKeys: [String]
}

extension Module {
    /// All parameters and persistent buffers by their dotted names, each over the module's own memory.
    ///
    /// - Parameter keepVars: whether the tensors themselves are given, with their gradients, instead of
    ///   detached views of them.
    public func stateDict(prefix: String = "", keepVars: Bool = false) -> OrderedDictionary<
        String, Tensor
    > {
        var result: OrderedDictionary<String, Tensor> = [:]
        for (path, module) in namedModules(unique: false) {
            let start = prefix + (path.isEmpty ? "" : path + ".")
            for (name, tensor) in module.parameterSlots.present {
                result[start + name] = keepVars ? tensor : tensor.detach()
            }
            for (name, tensor) in module.bufferSlots.present
            where !module.transientBuffers.contains(name) {
                result[start + name] = keepVars ? tensor : tensor.detach()
            }
        }
        return result
    }

    /// Copies the values of a state dictionary into the parameters and buffers.
    ///
    /// - Parameter strict: whether names that are missing or too many are an error.
    /// - Throws: PyTorch's message, which lists every name that does not fit.
    @discardableResult
    public func loadStateDict(
        _ state: OrderedDictionary<String, Tensor>, strict: Bool = true
    ) throws -> LoadReport {
        var problems: [String] = []
        var known: Set<String> = []
        var missing: [String] = []
        for (path, module) in namedModules(unique: false) {
            let start = path.isEmpty ? "" : path + "."
            let own =
                module.parameterSlots.present
                + module.bufferSlots.present.filter { !module.transientBuffers.contains($0.name) }
            for (name, tensor) in own {
                let key = start + name
                known.insert(key)
                guard let value = state[key] else {
                    missing.append(key)
                    continue
                }
                var source = value
                if tensor.dim == 0 && value.dim == 1 && value.count > 0 {
                    source = try withoutGradient { try value.select(0, 0) }
                }
                guard source.shape == tensor.shape else {
                    problems.append(
                        "size mismatch for \(key): copying a param with shape "
                            + "torch.Size(\(Shape.list(source.shape))) from checkpoint, the shape in "
                            + "current model is torch.Size(\(Shape.list(tensor.shape))).")
                    continue
                }
                try withoutGradient { _ = try tensor.copy_(source.detach()) }
            }
        }
        let unexpected = Array(state.keys).filter { !known.contains($0) }
        if strict {
            func quoted(_ names: [String]) -> String {
                names.map { "\"\($0)\"" }.joined(separator: ", ")
            }
            if !unexpected.isEmpty {
                problems.insert("Unexpected key(s) in state_dict: \(quoted(unexpected)). ", at: 0)
            }
            if !missing.isEmpty {
                problems.insert("Missing key(s) in state_dict: \(quoted(missing)). ", at: 0)
            }
        }
        guard problems.isEmpty else {
            throw TensorError.runtime(
                "Error(s) in loading state_dict for \(typeName):\n\t"
                    + problems.joined(separator: "\n\t"))
        }
        return LoadReport(missingKeys: missing, unexpectedKeys: unexpected)
    }
}
