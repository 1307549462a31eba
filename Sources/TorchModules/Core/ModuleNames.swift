import CNN
import Interpreter

/// Modules of torch that are small, and those that only give names of others again.
extension Torch {
    /// Modules with a source of their own.
    static var sourceModules: [(name: String, source: String, help: String)] {
        [
            ("matplotlib.ticker", PythonSources.matplotlibTicker, "Where axes have marks."),
            ("torch.serialization", PythonSources.saving, "Checkpoints, kept in memory."),
            ("torch.random", PythonSources.random, "The state of the random numbers."),
            ("torch.amp", PythonSources.mixedPrecision, "Mixed precision."),
            ("torch.cuda.amp", PythonSources.mixedPrecisionOlder, "Mixed precision, older names."),
            ("torchvision.utils", PythonSources.imageUtilities, "Images beside one another."),
            ("torch._dynamo", PythonSources.compiledModules, "Modules that were compiled."),
            ("torch.testing", PythonSources.testing, "Comparisons that raise."),
            ("torch.func", PythonSources.functionTransforms, "Functions of functions."),
            (
                "torch.utils.checkpoint", PythonSources.checkpointing,
                "Memory against computation."
            ),
            ("torch.nn.utils.prune", PythonSources.pruning, "Weights held at zero."),
            (
                "torch.nn.utils.parametrize", PythonSources.parametrize,
                "Parameters that are computed."
            ),
        ]
    }

    /// Modules whose names are found elsewhere too.
    static let nameModules: [(name: String, of: String, names: [String])] = [
        (
            "torch.utils.data.dataset", "torch.utils.data",
            [
                "Dataset", "IterableDataset", "TensorDataset", "ConcatDataset", "ChainDataset",
                "Subset", "random_split",
            ]
        ),
        (
            "torch.utils.data.dataloader", "torch.utils.data",
            ["DataLoader", "default_collate", "get_worker_info"]
        ),
        (
            "torch.utils.data.sampler", "torch.utils.data",
            [
                "Sampler", "SequentialSampler", "RandomSampler", "SubsetRandomSampler",
                "WeightedRandomSampler", "BatchSampler",
            ]
        ),
        (
            "torch.nn.utils.clip_grad", "torch.nn.utils",
            [
                "clip_grad_norm", "clip_grad_norm_", "clip_grad_value_", "clip_grads_with_norm_",
                "get_total_norm",
            ]
        ),
        ("torch.nn.parallel", "torch.nn", ["DataParallel"]),
        ("torchvision.datasets.mnist", "torchvision.datasets", ["MNIST", "FashionMNIST"]),
        ("torch.nn.utils.fusion", "torch.nn.utils", ["fuse_conv_bn_eval"]),
        (
            "torch.nn.utils.convert_parameters", "torch.nn.utils",
            ["parameters_to_vector", "vector_to_parameters"]
        ),
        (
            "torch.autograd.grad_mode", "torch",
            ["no_grad", "enable_grad", "set_grad_enabled", "inference_mode"]
        ),
        ("torch.autograd.gradcheck", "torch.autograd", ["gradcheck", "gradgradcheck"]),
        (
            "torch.functional", "torch",
            [
                "atleast_1d", "atleast_2d", "atleast_3d", "block_diag", "broadcast_shapes",
                "broadcast_tensors", "cartesian_prod", "cdist", "chain_matmul", "einsum",
                "meshgrid", "norm", "split", "tensordot", "unique", "unique_consecutive",
            ]
        ),
        ("torch.optim.sgd", "torch.optim", ["SGD"]),
        ("torch.optim.adam", "torch.optim", ["Adam"]),
        ("torch.optim.adamw", "torch.optim", ["AdamW"]),
        ("torch.optim.rmsprop", "torch.optim", ["RMSprop"]),
        ("torch.optim.adagrad", "torch.optim", ["Adagrad"]),
        ("torch.optim.lbfgs", "torch.optim", ["LBFGS"]),
    ]

    /// The functions of `torch.special`, by the names that they have elsewhere.
    private static let special: [(String, String)] = [
        ("expit", "sigmoid"), ("gammaln", "lgamma"), ("erf", "erf"), ("erfc", "erfc"),
        ("erfinv", "erfinv"), ("logit", "logit"), ("xlogy", "xlogy"), ("log1p", "log1p"),
        ("expm1", "expm1"), ("exp2", "exp2"), ("sinc", "sinc"), ("digamma", "digamma"),
        ("psi", "digamma"), ("round", "round"), ("logsumexp", "logsumexp"),
        ("softmax", "softmax"), ("log_softmax", "log_softmax"), ("i0", "i0"),
        ("polygamma", "polygamma"), ("multigammaln", "mvlgamma"),
    ]

    /// What `torch._rarer` has, as functions of torch.
    private static let rarerFunctions = [
        "batch_norm", "instance_norm", "embedding", "rms_norm", "constant_pad_nd", "kl_div",
        "binary_cross_entropy_with_logits", "hinge_embedding_loss", "margin_ranking_loss",
        "cosine_embedding_loss", "triplet_margin_loss", "poisson_nll_loss", "ctc_loss",
        "feature_dropout", "feature_alpha_dropout", "dropout_", "adaptive_max_pool1d",
        "max_pool1d_with_indices", "rrelu_", "selu_", "celu_", "threshold_", "detach",
        "is_nonzero", "is_same_size", "is_signed", "is_inference", "is_conj", "is_neg",
        "resolve_neg", "range", "fill", "narrow_copy", "chain_matmul", "cumulative_trapezoid",
        "gradient", "select_scatter", "slice_scatter", "diagonal_scatter", "index_reduce",
        "mvlgamma", "cholesky_solve", "cholesky_inverse", "unsafe_chunk",
        "unsafe_split", "empty_strided",
        "nuclear_norm", "frobenius_norm", "matrix_exp", "get_num_interop_threads",
        "norm_except_dim", "_weight_norm",
        "set_default_tensor_type",
        "vmap",
    ]

    /// What `torch._rarer` has, as methods of tensors.
    private static let rarerMethods = [
        "narrow_copy", "select_scatter", "slice_scatter", "diagonal_scatter", "index_reduce",
        "index_reduce_", "mvlgamma", "cholesky_solve",
        "cholesky_inverse", "unsafe_chunk", "unsafe_split", "matrix_exp", "renorm_",
        "float_power_", "new", "hardshrink", "prelu",
    ]

    static func registerSmallModules(
        _ module: (String, @escaping (Torch) throws -> ModuleObject) -> Void
    ) {
        for (name, source, help) in sourceModules {
            module(name) { torch in
                let made = torch.vm.makeModule(name, doc: help)
                torch.vm.adopt(made)
                try torch.addPython(name, source, to: made)
                return made
            }
        }
        module("torch._rarer") { torch in
            let made = torch.vm.makeModule("torch._rarer", doc: "Functions asked for rarely.")
            torch.vm.adopt(made)
            for (part, source) in PythonSources.rarerParts {
                try torch.addPython("torch", part: part, source, to: made)
            }
            return made
        }
        for (name, other, names) in nameModules {
            module(name) { torch in
                let made = torch.vm.makeModule(name)
                let owner = try torch.vm.importModule(other)
                for name in names {
                    let key = torch.vm.intern(name)
                    made.namespace[key] = owner.namespace[key] ?? Value.none
                }
                return made
            }
        }
        module("torchvision.transforms.transforms") { torch in
            let made = torch.vm.makeModule("torchvision.transforms.transforms")
            let transforms = try torch.vm.importModule("torchvision.transforms")
            for entry in transforms.namespace.entries where made.namespace[entry.name] == nil {
                made.namespace[entry.name] = entry.value
            }
            return made
        }
        module("torch.special") { torch in
            let made = torch.vm.makeModule("torch.special", doc: "Special functions.")
            let owner = try torch.vm.importModule("torch")
            for (name, own) in Self.special {
                made.namespace[torch.vm.intern(name)] = owner.namespace[torch.vm.intern(own)]
            }
            for (name, body) in Self.specialFormulas {
                torch.defineOnTensor(made, name, "()", "A special function.") { c, x in
                    c.wrap(try body(x))
                }
            }
            return made
        }
    }

    private static let specialFormulas: [(String, @Sendable (Tensor) throws -> Tensor)] = [
        (
            "entr",
            { x in
                let result = try withoutGradient {
                    try x.mul(x.log()).neg().maskedFill(x.eq(0), 0)
                        .maskedFill(x.lt(0), .double(-.infinity))
                }
                return result.record("SpecialEntrBackward0", [x], saving: [x]) { node, gradients in
                    [try gradients[0]?.mul(node.saved(0).log().add(1).neg())]
                }
            }
        ),
        (
            "ndtr",
            { x in try x.mul(.double(0.5.squareRoot())).erf().add(.int(1)).mul(.double(0.5)) }
        ),
    ]

    /// Functions of `torch.linalg` whose bodies are compiled at their first call.
    func declareRarer(linalg module: ModuleObject) {
        for name in ["matrix_exp", "lu", "lu_factor", "vander", "inv_ex", "tensorinv"] {
            define(module, name, "(*args, **kwargs)") { [unowned self] c in
                let rarer = try vm.importModule("torch._rarer")
                let keywords = c.arguments.keywords(1).map {
                    (name: vm.intern($0.name), value: $0.value)
                }
                return try vm.call(
                    rarer.namespace[vm.intern(name)] ?? .none, c.arguments.variadic(0),
                    keywords: keywords)
            }
        }
        for (name, fields) in [
            ("linalg_lu", ["P", "L", "U"]), ("linalg_lu_factor", ["LU", "pivots"]),
        ] {
            define(module, "_" + name, "(*parts)") { [unowned self] c in
                named(name, try c.tensors(c.arguments.variadic(0)), fields: fields)
            }
        }
    }

    /// Functions and methods whose bodies are compiled at their first call.
    func declareRarer(_ module: ModuleObject) {
        func function(_ name: String) throws -> Value {
            let rarer = try vm.importModule("torch._rarer")
            return rarer.namespace[vm.intern(name)] ?? .none
        }
        for name in Self.rarerFunctions where module.namespace[vm.intern(name)] == nil {
            define(module, name, "(*args, **kwargs)") { [unowned self] c in
                let keywords = c.arguments.keywords(1).map {
                    (name: vm.intern($0.name), value: $0.value)
                }
                return try vm.call(function(name), c.arguments.variadic(0), keywords: keywords)
            }
        }
        for name in Self.rarerMethods where vm.lookUp(tensorType, vm.intern(name)) == nil {
            method(name, "(*args, **kwargs)") { [unowned self] c, x in
                let keywords = c.arguments.keywords(1).map {
                    (name: vm.intern($0.name), value: $0.value)
                }
                return try vm.call(
                    function(name), [value(x)] + c.arguments.variadic(0), keywords: keywords)
            }
        }
    }
}
