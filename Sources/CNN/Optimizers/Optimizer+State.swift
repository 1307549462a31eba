/// What an optimizer needs to go on later: the state of each parameter by its number, counted over all groups,
/// and each group's options.
public struct OptimizerStateDict {
    public var states: [(parameter: Int, state: ParameterState)]
    public var groups: [(options: [(name: String, value: OptimizerOption)], parameters: [Int])]
}

extension Optimizer {
    /// The state as it is now; buffers are shared, not copied.
    public func stateDict() -> OptimizerStateDict {
        var number = 0
        var result = OptimizerStateDict(states: [], groups: [])
        for group in groups {
            var numbers: [Int] = []
            for parameter in group.parameters {
                if let state = states[ObjectIdentifier(parameter)], !state.isEmpty {
                    result.states.append((number, state))
                }
                numbers.append(number)
                number += 1
            }
            result.groups.append((group.options, numbers))
        }
        return result
    }

    /// Takes a state over; buffers are copied.
    /// - Throws: PyTorch's messages when groups do not match.
    public func loadStateDict(_ dictionary: OptimizerStateDict) throws {
        guard dictionary.groups.count == groups.count else {
            throw TensorError.value("loaded state dict has a different number of parameter groups")
        }
        for (mine, loaded) in zip(groups, dictionary.groups)
        where mine.parameters.count != loaded.parameters.count {
            throw TensorError.value(
                "loaded state dict contains a parameter group that doesn't match the size of "
                    + "optimizer's group")
        }
        var byNumber: [Int: Tensor] = [:]
        for (mine, loaded) in zip(groups, dictionary.groups) {
            for (parameter, number) in zip(mine.parameters, loaded.parameters) {
                byNumber[number] = parameter
            }
        }
        var fresh: [ObjectIdentifier: ParameterState] = [:]
        try withoutGradient {
            for (number, state) in dictionary.states {
                guard let parameter = byNumber[number] else { continue }
                let copy = ParameterState()
                copy.step = state.step
                copy.numbers = state.numbers
                copy.tensors = try state.tensors.map { name, tensor in
                    (name, try tensor.detach().to(parameter.dtype).clone())
                }
                fresh[ObjectIdentifier(parameter)] = copy
            }
        }
        states = fresh
        for (mine, loaded) in zip(groups, dictionary.groups) {
            for (name, value) in loaded.options { mine[name] = value }
        }
    }
}

extension ParameterState {
    /// Whether there is nothing to keep, as for plain gradient descent.
    public var isEmpty: Bool { step == 0 && numbers.isEmpty && tensors.isEmpty }
}
