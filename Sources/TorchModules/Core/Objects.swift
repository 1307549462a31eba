import CNN
import Interpreter

/// A tensor as the learner's program holds it.
final class TensorObject: InstanceObject {
    let tensor: Tensor

    init(_ type: __shared TypeObject, _ tensor: Tensor) {
        self.tensor = tensor
        super.init(type: type)
        tensor.foreign = .passUnretained(self)
    }

    deinit { tensor.foreign = nil }
}

/// `torch.float32` and its like.
final class DTypeObject: Object {
    let dtype: DType

    init(_ type: TypeObject, _ dtype: DType) {
        self.dtype = dtype
        super.init(type: type)
    }
}

/// `torch.device('cpu')`.
final class DeviceObject: Object {
    let device: String
    let index: Int?

    init(_ type: TypeObject, kind: String, index: Int?) {
        device = kind
        self.index = index
        super.init(type: type)
    }

    var text: String { index.map { "\(device):\($0)" } ?? device }
}

/// `torch.Generator`.
final class GeneratorObject: Object {
    let generator: Generator

    init(_ type: TypeObject, _ generator: Generator) {
        self.generator = generator
        super.init(type: type)
    }
}

/// A step of the autograd graph, `tensor.grad_fn`.
final class NodeObject: Object {
    let node: Node

    init(_ type: TypeObject, _ node: Node) {
        self.node = node
        super.init(type: type)
    }
}

/// What a hook's registration returns.
final class HookObject: Object {
    let remove: () -> Void

    init(_ type: TypeObject, remove: @escaping () -> Void) {
        self.remove = remove
        super.init(type: type)
    }
}
