import CNN
import Interpreter

/// `torch.autograd.Variable`, the class that tensors with gradients once had. Every tensor is an instance.
extension Torch {
    func declareVariable(_ module: ModuleObject) {
        let type = vm.makeType(
            name: "Variable", module: "torch.autograd.variable",
            doc: "The older name of tensors with gradients.")
        type.new(vm, "(data=None, requires_grad=False, volatile=False, _grad_fn=None, name=None)") {
            [unowned(unsafe) self] vm, _, arguments in
            try translating {
                if try vm.isTrue(arguments[2]) {
                    vm.warn(
                        .userWarning,
                        "volatile was removed and now has no effect. Use `with torch.no_grad():` "
                            + "instead.")
                }
                if arguments[0].isNone { return value(try Tensor.empty([0])) }
                guard let data = tensor(arguments[0]) else {
                    throw vm.typeError(
                        "Variable data has to be a tensor, but got "
                            + nativeTypeName(arguments[0]))
                }
                let variable = data.detach()
                if try vm.isTrue(arguments[1]) { _ = try variable.requiresGrad_(true) }
                return value(variable)
            }
        }
        type.recognizesValue = { [unowned(unsafe) self] value in tensor(value) != nil }
        module.set(vm, "Variable", .object(type))
    }
}
