import CNN
package import Interpreter

/// The modules that `import torch` and its like find.
package enum TorchModules {
    /// Registers torch, torchvision, matplotlib and lab with a machine. They are made when they are first
    /// imported.
    package static func install(in vm: VirtualMachine) {
        Torch.register(in: vm)
    }
}
