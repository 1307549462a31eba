import CNN
import Interpreter

/// Tensors, modules and their like in a session's image.
final class TorchImage: ImageCodec {
    /// It lives as long as the machine does.
    private unowned let torch: Torch
    /// The storages of the image being written or read, by their numbers.
    private var held: [Storage] = []
    private var written: [ObjectIdentifier: Int] = [:]

    init(_ torch: Torch) { self.torch = torch }

    private enum Kind: UInt8 { case tensor, module, dtype, device, generator }

    func write(_ object: Object, to writer: ImageWriter) throws -> Bool {
        switch object {
        case let object as TensorObject: try write(object, to: writer)
        case let object as NetModule: try write(object, to: writer)
        case let object as DTypeObject where object.type === torch.dtypeType:
            writer.output.put(byte: Kind.dtype.rawValue)
            writer.output.put(byte: object.dtype.rawValue)
        case let object as DeviceObject:
            writer.output.put(byte: Kind.device.rawValue)
            writer.output.put(object.device)
            writer.output.put(object.index ?? -1)
        case let object as GeneratorObject:
            writer.output.put(byte: Kind.generator.rawValue)
            writer.output.put(object.generator.state)
        default: return false
        }
        return true
    }

    private func write(_ object: TensorObject, to writer: ImageWriter) throws {
        let tensor = object.tensor
        guard tensor.canBeKept else {
            throw ImageFailure("a tensor with hooks cannot be kept", isFinal: true)
        }
        let graph = tensor.graphState
        if graph == .live {
            guard writer.leavesOut else {
                throw ImageFailure("a tensor that still has its graph cannot be kept")
            }
            writer.noteLeftOut()
        }
        writer.output.put(byte: Kind.tensor.rawValue)
        writer.output.put(byte: tensor.dtype.rawValue)
        writer.output.put(tensor.shape)
        writer.output.put(tensor.strides)
        writer.output.put(tensor.offset)
        let key = ObjectIdentifier(tensor.storage)
        if written[key] == nil {
            written[key] = held.count
            held.append(tensor.storage)
            writer.add(bytes: tensor.storage.byteCount)
        }
        writer.output.put(written[key] ?? 0)
        writer.output.put(tensor.collectsGradient)
        writer.output.put(byte: graph.rawValue)
        writer.output.put(tensor.gradFn?.name ?? "")
        writer.output.put(tensor.retainsGrad)
        writer.output.put(tensor.isOfInference)
        try writer.put(torch.value(tensor.grad))
        try writer.putAttributes(of: object)
    }

    private func write(_ module: NetModule, to writer: ImageWriter) throws {
        writer.output.put(byte: Kind.module.rawValue)
        for table in [
            module.parameters, module.buffers, module.modules, module.forwardPreHooks,
            module.forwardHooks, module.backwardPreHooks, module.backwardHooks,
        ] {
            writer.put(table)
        }
        writer.put(module.transientBuffers)
        writer.output.put(module.training)
        try writer.putAttributes(of: module)
    }

    func make(
        type: TypeObject, from reader: ImageReader, _ input: inout ImageInput
    ) throws -> Object {
        guard let kind = Kind(rawValue: try input.byte()) else { throw ImageReader.damaged }
        switch kind {
        case .tensor:
            guard let dtype = DType(rawValue: try input.byte()) else { throw ImageReader.damaged }
            let shape = try input.numbers()
            let strides = try input.numbers()
            let offset = try input.number()
            let number = try input.number()
            guard held.indices.contains(number),
                type.isSubtype(of: torch.tensorType)
            else { throw ImageReader.damaged }
            return TensorObject(
                type,
                try Tensor.restored(
                    held[number], shape: shape, strides: strides, offset: offset, dtype: dtype))
        case .module:
            guard type.isSubtype(of: torch.moduleType) else { throw ImageReader.damaged }
            return NetModule(type)
        case .dtype:
            guard let dtype = DType(rawValue: try input.byte()),
                case .object(let object) = torch.value(dtype)
            else { throw ImageReader.damaged }
            return object
        case .device:
            let device = try input.text()
            let index = try input.number()
            guard type === torch.deviceType else { throw ImageReader.damaged }
            return DeviceObject(type, kind: device, index: index < 0 ? nil : index)
        case .generator:
            let generator = Generator()
            try generator.setState(try input.content())
            guard type === torch.generatorType else { throw ImageReader.damaged }
            return GeneratorObject(type, generator)
        }
    }

    func fill(_ object: Object, from reader: ImageReader, _ input: inout ImageInput) throws {
        switch object {
        case let object as TensorObject:
            let collects = try input.flag()
            guard let graph = Tensor.GraphState(rawValue: try input.byte()) else {
                throw ImageReader.damaged
            }
            let step = try input.text()
            let retainsGrad = try input.flag()
            let isOfInference = try input.flag()
            let grad = torch.tensor(try reader.value(&input))
            try object.tensor.restore(
                collectsGradient: collects, grad: grad, step: step, graph: graph,
                retainsGrad: retainsGrad, isOfInference: isOfInference)
            try reader.readAttributes(of: object, &input)
        case let module as NetModule:
            func table() throws -> DictObject? {
                try reader.optionalObject(&input) as? DictObject
            }
            module.parameters = try table()
            module.buffers = try table()
            module.modules = try table()
            module.forwardPreHooks = try table()
            module.forwardHooks = try table()
            module.backwardPreHooks = try table()
            module.backwardHooks = try table()
            module.transientBuffers = try reader.optionalObject(&input) as? SetObject
            module.training = try input.flag()
            try reader.readAttributes(of: module, &input)
        default: break
        }
    }

    func forgetStorages() { (held, written) = ([], [:]) }

    func writeState(to output: inout ImageOutput) throws {
        defer { forgetStorages() }
        output.put(held.count)
        for storage in held { storage.withContents { output.put($0) } }
        output.put(byte: torch.defaultDType.rawValue)
        output.put(GradMode.isEnabled)
        output.put(torch.generator(torch.defaultGenerator)?.state ?? [])
    }

    func readState(_ input: inout ImageInput) throws {
        let count = try input.count()
        held = []
        for _ in 0..<count {
            let range = try input.range()
            held.append(try input.withBytes(in: range) { try Storage.restored($0) })
        }
        guard let dtype = DType(rawValue: try input.byte()), dtype.isFloatingPoint else {
            throw ImageReader.damaged
        }
        torch.defaultDType = dtype
        GradMode.isEnabled = try input.flag()
        try torch.generator(torch.defaultGenerator)?.setState(try input.content())
    }
}
