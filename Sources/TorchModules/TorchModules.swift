import CNN
package import Interpreter

/// The modules that `import torch` and its like find.
package enum TorchModules {
    /// Registers torch, torchvision, matplotlib and lab with a machine. They are made when they are first
    /// imported.
    ///
    /// - Parameter outputs: where figures and the progress of long work go.
    package static func install(in vm: VirtualMachine, outputs: ModuleOutputs = ModuleOutputs()) {
        vm.surroundings = CoreState()
        Torch.register(in: vm, outputs: outputs)
    }
}
