import Interpreter

/// The modules that tell of devices and of libraries behind torch. There is only the CPU, so they answer as PyTorch's
/// CPU build does.
enum DeviceModules {
    struct Declaration {
        let name: String
        var help = ""
        /// Submodules, made when they are named.
        var parts: [String] = []
        /// Settings that programs read and set, without an effect here.
        var settings: [(String, Value)] = []
        var answers: [(String, String, Value)] = []
    }

    private static var absent: [(String, String, Value)] {
        [
            ("is_available", "()", .bool(false)), ("device_count", "()", .int(0)),
            ("manual_seed_all", "(seed)", .none), ("manual_seed", "(seed)", .none),
            ("empty_cache", "()", .none), ("synchronize", "(device=None)", .none),
        ]
    }

    private static var present: [(String, String, Value)] { [("is_available", "()", .bool(true))] }

    static var all: [Declaration] {
        [
            Declaration(
                name: "cuda", help: "There is no GPU.", parts: ["amp"],
                answers: absent + [
                    ("is_initialized", "()", .bool(false)), ("init", "()", .none),
                    ("memory_allocated", "(device=None)", .int(0)),
                    ("max_memory_allocated", "(device=None)", .int(0)),
                    ("memory_reserved", "(device=None)", .int(0)),
                    ("reset_peak_memory_stats", "(device=None)", .none), ("seed_all", "()", .none),
                    ("is_bf16_supported", "(including_emulation=True)", .bool(false)),
                ]),
            Declaration(name: "mps", help: "There is no GPU.", answers: absent),
            Declaration(
                name: "accelerator", help: "There is no accelerator.",
                answers: [
                    ("is_available", "()", .bool(false)), ("device_count", "()", .int(0)),
                    ("current_accelerator", "(check_available=False)", .none),
                    ("synchronize", "(device=None, /)", .none), ("empty_cache", "()", .none),
                ]),
            Declaration(
                name: "version", help: "Which build this is.",
                settings: [
                    ("cuda", .none), ("hip", .none), ("xpu", .none), ("debug", .bool(false)),
                ]),
            Declaration(
                name: "backends", help: "Libraries behind torch.",
                parts: ["cudnn", "mps", "cuda", "mkl", "mkldnn", "openmp"]),
            Declaration(
                name: "backends.cudnn",
                settings: [
                    ("enabled", .bool(true)), ("deterministic", .bool(false)),
                    ("benchmark", .bool(false)), ("benchmark_limit", .int(10)),
                    ("allow_tf32", .bool(true)),
                ],
                answers: [("is_available", "()", .bool(false)), ("version", "()", .none)]),
            Declaration(
                name: "backends.mps",
                answers: [("is_available", "()", .bool(false)), ("is_built", "()", .bool(false))]),
            Declaration(
                name: "backends.cuda", parts: ["matmul"],
                answers: [("is_built", "()", .bool(false))]),
            Declaration(
                name: "backends.cuda.matmul", settings: [("allow_tf32", .bool(false))]),
            Declaration(name: "backends.mkl", answers: present),
            Declaration(name: "backends.mkldnn", answers: present),
            Declaration(name: "backends.openmp", answers: present),
        ]
    }
}

extension Torch {
    func makeDeviceModule(_ declaration: DeviceModules.Declaration) -> ModuleObject {
        let module = vm.makeModule("torch." + declaration.name, doc: declaration.help)
        for (name, value) in declaration.settings { module.set(vm, name, value) }
        if declaration.name.hasPrefix("backends.") {
            module.settings = Set(declaration.settings.map(\.0))
        }
        for (name, signature, answer) in declaration.answers {
            define(module, name, signature, declaration.help) { _ in answer }
        }
        loadLazily(module, declaration.parts)
        if declaration.name == "version" { module.set(vm, "__version__", vm.string("2.15.0")) }
        guard declaration.name == "cuda" else { return module }
        for name in ["current_device", "get_device_name", "get_device_properties", "set_device"] {
            define(module, name, "(device=None)", "There is no GPU.") { [unowned self] _ in
                throw vm.error(
                    .assertionError, "Torch not compiled with CUDA enabled",
                    hint: "CNNLab computes on the CPU.")
            }
        }
        return module
    }
}
