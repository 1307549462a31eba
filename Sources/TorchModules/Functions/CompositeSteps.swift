import CNN
import Interpreter

/// Functions that are written in Python and stand in the graph as one step, under PyTorch's name.
extension Torch {
    func declareComposite(_ module: ModuleObject) {
        module.set(vm, "forward_pre_hooks", .object(everyModule.before))
        module.set(vm, "forward_hooks", .object(everyModule.after))
        module.set(vm, "backward_pre_hooks", .object(everyModule.backwardBefore))
        module.set(vm, "backward_hooks", .object(everyModule.backward))
        define(
            module, "overwrite", "(input, function, name='')", "input = function(input), in place."
        ) { [unowned self] c in
            let function = c[1]
            guard let input = tensor(c[0]) else {
                throw notTensor(try c.string(2), "input", 0, c[0])
            }
            return c.wrap(
                try input.overwrite_ { [unowned self] x in
                    let made = try vm.call(function, [value(x)])
                    guard let result = tensor(made) else {
                        throw vm.typeError("a step gives a Tensor, not \(vm.typeName(made))")
                    }
                    return result
                })
        }
        define(
            module, "in_format", "(output, input)",
            "The output as the input lies: row-major or channels last."
        ) { c in
            c.wrap(try c.tensor(0).inFormat(of: c.tensor(1)))
        }
        define(module, "distance", "(differences, p)", "Norms along the last dimension.") { c in
            c.wrap(try c.tensor(0).distance(c.double(1)))
        }
        define(module, "rename", "(output, name)", "Names the step that made a result.") {
            [unowned self] c in
            tensor(c[0])?.renameStep(try c.string(1))
            return c[0]
        }
        define(
            module, "composite", "(name, function, *tensors)",
            "function(*tensors), recorded as one step of that name."
        ) { [unowned self] c in
            let function = c[1]
            let step = try c.string(0)
            let inputs = try c.arguments.variadic(2).enumerated().map { place, value in
                guard let tensor = tensor(value) else {
                    throw notTensor(
                        Self.functionName(ofStep: step), ["input", "target"][min(place, 1)], place,
                        value)
                }
                return tensor
            }
            return c.wrap(
                try CNN.composite(step, inputs) { [unowned self] tensors in
                    let made = try vm.call(function, tensors.map { value($0) })
                    guard let result = tensor(made) else {
                        throw vm.typeError("a step gives a Tensor, not \(vm.typeName(made))")
                    }
                    return result
                })
        }
    }

    private func notTensor(
        _ function: String, _ parameter: String, _ place: Int, _ value: Value
    ) -> PythonError {
        vm.typeError(
            "\(function)(): argument '\(parameter)' (position \(place + 1)) must be Tensor, not "
                + nativeTypeName(value))
    }

    /// `SoftMarginLossBackward0` is what `soft_margin_loss` leaves.
    private static func functionName(ofStep step: String) -> String {
        let end = step.firstRange(of: "Backward")?.lowerBound ?? step.endIndex
        var name = ""
        for character in step[..<end] {
            if character.isUppercase, !name.isEmpty { name += "_" }
            name += character.lowercased()
        }
        return name
    }
}
