import CNN
import Interpreter

/// Functions that are written in Python and stand in the graph as one step, under PyTorch's name.
extension Torch {
    func declareComposite(_ module: ModuleObject) {
        module.set(vm, "forward_pre_hooks", .object(everyModule.before))
        module.set(vm, "forward_hooks", .object(everyModule.after))
        define(
            module, "overwrite", "(input, function)", "input = function(input), in place."
        ) { [unowned self] c in
            let function = c[1]
            return c.wrap(
                try c.tensor(0).overwrite_ { [unowned self] x in
                    let made = try vm.call(function, [value(x)])
                    guard let result = tensor(made) else {
                        throw vm.typeError("a step gives a Tensor, not \(vm.typeName(made))")
                    }
                    return result
                })
        }
        define(
            module, "composite", "(name, function, *tensors)",
            "function(*tensors), recorded as one step of that name."
        ) { [unowned self] c in
            let function = c[1]
            let inputs = try c.arguments.variadic(2).map { value in
                guard let tensor = tensor(value) else { throw c.wrongType(2, "Tensor") }
                return tensor
            }
            return c.wrap(
                try CNN.composite(c.string(0), inputs) { [unowned self] tensors in
                    let made = try vm.call(function, tensors.map { value($0) })
                    guard let result = tensor(made) else {
                        throw vm.typeError("a step gives a Tensor, not \(vm.typeName(made))")
                    }
                    return result
                })
        }
    }
}
