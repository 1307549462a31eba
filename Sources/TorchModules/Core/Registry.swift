import CNN
import Interpreter

/// Which modules there are and how each is made.
extension Torch {
    /// The one `Torch` of a machine, made when the first of its modules is imported.
    private final class Holder {
        var torch: Torch?

        func get(_ vm: VirtualMachine) -> Torch {
            if let torch { return torch }
            let made = Torch(vm)
            torch = made
            return made
        }
    }

    static func register(in vm: VirtualMachine, outputs: ModuleOutputs) {
        let holder = Holder()
        func module(_ name: String, _ make: @escaping (Torch) throws -> ModuleObject) {
            vm.registerModule(name) { vm in
                let made = try make(holder.get(vm))
                explainMissing(made, name)
                return made
            }
        }
        module("torch") { try $0.makeTorch() }
        module("torch.autograd") { try $0.makeAutograd() }
        module("torch.autograd.functional") { torch in
            try torch.python(
                "torch.autograd.functional", PythonSources.derivativeMatrices,
                "Matrices of derivatives.")
        }
        module("torch.autograd.function") { torch in
            let made = try torch.python(
                "torch.autograd.function", PythonSources.functionModule, "Operations by hand.")
            let autograd = try torch.vm.importModule("torch.autograd")
            made.set(
                torch.vm, "Function", autograd.namespace[torch.vm.intern("Function")] ?? .none)
            return made
        }
        module("torch.linalg") { torch in
            let made = torch.vm.makeModule("torch.linalg", doc: "Norms.")
            torch.declareLinalg(made)
            return made
        }
        for device in DeviceModules.all {
            module("torch." + device.name) { $0.makeDeviceModule(device) }
        }
        module("io") { torch in
            try torch.python("io", PythonSources.memoryFiles, "Files in memory.")
        }
        module("torch.nn") { try $0.makeNN() }
        module("torch.nn.functional") { torch in
            let made = torch.vm.makeModule("torch.nn.functional", doc: "Layers as functions.")
            torch.declareFunctional(made)
            torch.vm.adopt(made)
            for (part, source) in PythonSources.functionalParts {
                try torch.addPython("torch.nn.functional", part: part, source, to: made)
            }
            try torch.checkPythonFunctions(of: made)
            return made
        }
        module("torch.nn.init") { torch in
            try torch.python("torch.nn.init", PythonSources.nnInit, "Initial values of parameters.")
        }
        module("torch.nn.utils") { torch in
            try torch.python("torch.nn.utils", PythonSources.nnUtils, "Helpers for parameters.")
        }
        module("torch.nn.utils.rnn") { torch in
            try torch.python("torch.nn.utils.rnn", PythonSources.sequences, "Padded sequences.")
        }
        registerSmallModules(module)
        registerDistributions(module)
        module("torch.nn.utils.parametrizations") { torch in
            try torch.python(
                "torch.nn.utils.parametrizations", PythonSources.parametrizations,
                "Weights that are computed from others.")
        }
        module("torch.nn.parameter") { torch in
            let made = torch.vm.makeModule("torch.nn.parameter")
            for type in [
                torch.parameterType, torch.uninitializedParameterType,
                torch.uninitializedBufferType,
            ] {
                made.set(torch.vm, type.name, .object(type))
            }
            torch.define(made, "is_lazy", "(param)", "Whether its shape is not known yet.") {
                [unowned torch] c in
                .bool(torch.isUninitialized(c[0]))
            }
            return made
        }
        module("torch.nn.modules") { try $0.makeLayerModules() }
        for name in ["module", "utils"] + PythonSources.layerParts.map(\.module) {
            module("torch.nn.modules." + name) { try $0.makeLayerModule(name) }
        }
        module("torch.optim") { torch in
            try torch.python("torch.optim", PythonSources.optim, "Optimizers.")
        }
        module("torch.optim.swa_utils") { torch in
            try torch.python(
                "torch.optim.swa_utils", PythonSources.swaUtils, "Averages of models.")
        }
        module("torch.optim.optimizer") { torch in
            let made = torch.vm.makeModule("torch.optim.optimizer")
            let optim = try torch.vm.importModule("torch.optim")
            made.set(
                torch.vm, "Optimizer", optim.namespace[torch.vm.intern("Optimizer")] ?? .none)
            return made
        }
        module("torch.optim.lr_scheduler") { torch in
            try torch.python(
                "torch.optim.lr_scheduler", PythonSources.lrScheduler, "Learning rates over time.")
        }
        module("torch.utils") { torch in
            let made = torch.vm.makeModule("torch.utils")
            torch.loadLazily(made, ["data", "checkpoint", "hooks"])
            return made
        }
        module("torch.utils.hooks") { torch in
            let made = torch.vm.makeModule("torch.utils.hooks", doc: "Handles of hooks.")
            _ = try torch.vm.importModule("torch.nn")
            let key = torch.vm.intern("RemovableHandle")
            let handle = torch.moduleParts?[key]
            made.namespace[key] = handle
            // Hooks of tensors have a type of their own.
            let ofTensors = torch.hookType
            handle?.type?.recognizesValue = { $0.object?.type === ofTensors }
            return made
        }
        module("torch.utils.data") { torch in
            try torch.python("torch.utils.data", PythonSources.utilsData, "Datasets and loaders.")
        }
        module("torchvision") { torch in
            let made = torch.vm.makeModule("torchvision", doc: "Images: datasets, transforms.")
            torch.loadLazily(made, ["datasets", "transforms", "utils"])
            return made
        }
        module("torchvision.transforms") { torch in
            try torch.python(
                "torchvision.transforms", PythonSources.transforms, "Changes of images.")
        }
        module("torchvision.transforms.functional") { torch in
            try torch.python(
                "torchvision.transforms.functional", PythonSources.transformsFunctional,
                "Changes of images as functions.")
        }
        module("torchvision.datasets") { torch in
            try torch.python("torchvision.datasets", PythonSources.datasets, "Image datasets.")
        }
        module("matplotlib") { $0.makeMatplotlib() }
        module("matplotlib.pyplot") { try $0.makePyplot() }
        module("matplotlib.cm") { try $0.makeColourMaps() }
        module("lab") { torch in
            try torch.python("lab", PythonSources.lab, "What the course needs beside PyTorch.")
        }
        module("_cnnlab") { torch in
            let made = torch.vm.makeModule(
                "_cnnlab", doc: "What torch's Python parts need of Swift.")
            torch.declareOptimizerStep(made, outputs)
            torch.declareComposite(made)
            torch.declareDatasets(made)
            torch.declareShowing(made, outputs)
            return made
        }
    }

    // MARK: torch

    private func makeTorch() throws -> ModuleObject {
        let module = vm.makeModule("torch", doc: "Tensors with automatic differentiation.")
        module.set(vm, "Tensor", .object(tensorType))
        module.set(vm, "Size", .object(sizeType))
        module.set(vm, "dtype", .object(dtypeType))
        module.set(vm, "device", .object(deviceType))
        module.set(vm, "Generator", .object(generatorType))
        module.set(vm, "default_generator", defaultGenerator)
        module.set(vm, "__version__", vm.string("2.15.0"))
        module.set(vm, "newaxis", .none)
        let names: [(String, DType)] = [
            ("float32", .float32), ("float", .float32), ("float64", .float64),
            ("double", .float64), ("int64", .int64), ("long", .int64), ("int32", .int32),
            ("int", .int32), ("uint8", .uint8), ("bool", .bool),
        ]
        for (name, dtype) in names { module.set(vm, name, value(dtype)) }
        for (name, number) in [
            ("pi", Double.pi), ("e", 2.718281828459045), ("inf", .infinity), ("nan", .nan),
        ] {
            module.set(vm, name, .float(number))
        }
        declareCreation(module)
        declarePointwise(module)
        declareReductions(module)
        declareShapes(module)
        declareProducts(module)
        declareSelection(module)
        declareMorePointwise(module)
        declareMoreShapes(module)
        declareMoreSelection(module)
        declareMoreReductions(module)
        declareMatrixFunctions(module)
        declareNumberLimits(module)
        declareRandomFills()
        declareSoftmax(module)
        declareFills()
        declareWindows(module)
        declareModes(module)
        declareInPlaceFunctions(module)
        declareFunctionalNames(module)
        declareRarer(module)
        explainMissing(module)
        parameterType.slots = tensorType.slots
        uninitializedParameterType.slots = tensorType.slots
        uninitializedBufferType.slots = tensorType.slots
        declareUninitialized()
        // The Python parts import torch while it is being made.
        vm.adopt(module)
        try addPython("torch", PythonSources.gradModes, to: module)
        let checkpoints = try vm.importModule("torch.serialization")
        for name in ["save", "load"] {
            module.set(vm, name, checkpoints.namespace[vm.intern(name)] ?? .none)
        }
        loadLazily(
            module,
            [
                "nn", "optim", "utils", "autograd", "linalg", "cuda", "backends", "mps",
                "accelerator", "version", "random", "amp", "func", "special",
                "testing", "distributions", "serialization",
            ])
        return module
    }

    private func makeNN() throws -> ModuleObject {
        let module = vm.makeModule("torch.nn", doc: "Layers, losses and the base of networks.")
        module.set(vm, "Module", .object(moduleType))
        for type in [parameterType, uninitializedParameterType, uninitializedBufferType] {
            module.set(vm, type.name, .object(type))
        }
        // The layers import these while the module is being made.
        vm.adopt(module)
        let methods = try runPython("torch.nn.modules.module", "", PythonSources.moduleMethods)
        moduleParts = methods
        let walks = try runPython("torch.nn.modules.module", "walks", PythonSources.moduleWalks)
        let state = try runPython("torch.nn.modules.module", "state", PythonSources.moduleState)
        for type in [
            methods[vm.intern("ModuleMethods")], walks[vm.intern("ModuleWalks")],
            state[vm.intern("ModuleState")],
        ] {
            if let type = type?.type { moduleType.adopt(type, vm) }
        }
        for name in ["functional", "init"] {
            module.set(vm, name, .object(try vm.importModule("torch.nn." + name)))
        }
        for part in PythonSources.layerParts {
            try addPython(
                "torch.nn.modules." + part.module, part: part.part, part.source, to: module)
        }
        if let buffer = module.namespace[vm.intern("Buffer")]?.type {
            let mark = vm.intern("_is_buffer")
            buffer.recognizesValue = { value in
                (value.object as? TensorObject)?.ownAttribute(mark) != nil
            }
        }
        loadLazily(module, ["utils", "parameter", "modules", "parallel"])
        return module
    }

    /// `torch.nn.modules`: the layers again, under the names that PyTorch keeps them.
    private func makeLayerModules() throws -> ModuleObject {
        let module = vm.makeModule("torch.nn.modules")
        let layers = try vm.importModule("torch.nn")
        for (key, value) in layers.namespace.entries where value.type != nil {
            module.namespace[key] = value
        }
        loadLazily(module, ["module", "utils"] + PythonSources.layerParts.map(\.module))
        return module
    }

    private func makeLayerModule(_ name: String) throws -> ModuleObject {
        let module = vm.makeModule("torch.nn.modules." + name)
        if name == "utils" {
            try addPython(module.name, PythonSources.moduleUtilities, to: module)
            return module
        }
        let layers = try vm.importModule("torch.nn")
        if name == "module" {
            module.namespace[vm.intern("Module")] = .object(moduleType)
            for (key, value) in moduleParts?.entries ?? [] {
                if case .object(let object) = value, object.kind == .function {
                    module.namespace[key] = value
                }
            }
        }
        for (key, value) in layers.namespace.entries {
            if let type = value.type, type.module == module.name {
                module.namespace[key] = value
            }
        }
        return module
    }

    private func makeAutograd() throws -> ModuleObject {
        let module = vm.makeModule("torch.autograd", doc: "Gradients.")
        declareAutograd(module)
        declareCustomFunctions(module)
        declareVariable(module)
        for name in ["no_grad", "enable_grad", "set_grad_enabled", "inference_mode"] {
            let torch = try vm.importModule("torch")
            module.set(vm, name, torch.namespace[vm.intern(name)] ?? .none)
        }
        vm.adopt(module)
        try addPython("torch.autograd", PythonSources.autograd, to: module)
        loadLazily(module, ["functional", "function", "grad_mode"])
        return module
    }

    // MARK: Python parts

    /// Submodules that `import torch` alone makes reachable are made when they are first named.
    func loadLazily(_ module: ModuleObject, _ names: [String]) {
        module.lazySubmodules.formUnion(names)
    }

    private func python(_ name: String, _ source: String, _ doc: String) throws -> ModuleObject {
        let module = vm.makeModule(name, doc: doc)
        vm.adopt(module)
        try addPython(name, source, to: module)
        if name == "torch.nn.utils" {
            loadLazily(
                module,
                [
                    "rnn", "parametrizations", "parametrize", "prune", "clip_grad", "fusion",
                    "convert_parameters",
                ])
        }
        if name == "torchvision.transforms" {
            for (part, source) in PythonSources.transformParts {
                try addPython(name, part: part, source, to: module)
            }
            loadLazily(module, ["functional", "transforms"])
        }
        if name == "torch.utils.data" {
            try addPython(name, part: "loaders", PythonSources.loaders, to: module)
            loadLazily(module, ["dataset", "dataloader", "sampler"])
        }
        if name == "torch.optim.lr_scheduler" {
            try addPython(name, part: "chains", PythonSources.lrChains, to: module)
            try addPython(name, part: "cycles", PythonSources.lrCycles, to: module)
        }
        if name == "torch.optim" {
            try addPython(name, part: "adaptive", PythonSources.optimAdaptive, to: module)
            try addPython(name, part: "more", PythonSources.optimMore, to: module)
            try addPython(
                name, part: "quasi-newton", PythonSources.optimQuasiNewton, to: module)
            loadLazily(module, ["lr_scheduler", "swa_utils", "optimizer"])
        }
        return module
    }

    /// Runs a source and adds the public names it defines; they cannot be changed by learner code.
    ///
    /// - Parameter part: tells a module's sources apart in tracebacks.
    func addPython(
        _ name: String, part: String = "", _ source: String, to module: ModuleObject
    ) throws {
        for (key, value) in try runPython(name, part, source).entries {
            guard case .object(let object) = value else { continue }
            switch object.kind {
            case .type:
                guard let type = value.type, !type.isNative else { continue }
                type.isFrozen = true
            case .function: break
            default: continue
            }
            let text = key.swiftString
            // `_Image` and the like are for other parts; names with an underscore are not listed.
            if text.hasPrefix("__") { continue }
            module.namespace[key] = value
        }
    }

    func runPython(
        _ name: String, _ part: String, _ source: String
    ) throws -> NameTable {
        let globals = vm.makeGlobals(name: name)
        let filename = part.isEmpty ? "<\(name)>" : "<\(name): \(part)>"
        _ = try vm.run(
            source: source, filename: filename, mode: .module, globals: globals)
        return globals
    }
}
