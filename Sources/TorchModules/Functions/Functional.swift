import CNN
import Interpreter

/// `torch.nn.functional`: layers and losses as functions.
extension Torch {
    func declareFunctional(_ module: ModuleObject) {
        declareActivations(module)
        declareConvolutions(module)
        declarePooling(module)
        declareNormalization(module)
        declareDropouts(module)
        declareLosses(module)
        declareOtherFunctional(module)
    }

    private func declareConvolutions(_ module: ModuleObject) {
        func padding(_ c: Call, _ index: Int) throws -> Padding {
            if let text = c[index].string?.swiftString {
                switch text {
                case "same": return .same
                case "valid": return .valid
                default:
                    throw vm.error(
                        .runtimeError,
                        "Invalid padding string: '\(text)'")
                }
            }
            return .sizes(try c.ints(index))
        }
        let signature =
            "(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1)"
        func warnOfCopy(_ c: Call) throws {
            guard c[4].string?.swiftString == "same", let weight = tensor(c[1]) else { return }
            let dilation = try c.ints(5)
            let isUneven = weight.shape.dropFirst(2).enumerated().contains { place, size in
                let step = dilation.isEmpty ? 1 : dilation[min(place, dilation.count - 1)]
                return size.isMultiple(of: 2) && !step.isMultiple(of: 2)
            }
            guard isUneven else { return }
            vm.warn(
                .userWarning,
                "Using padding='same' with even kernel lengths and odd dilation may require a "
                    + "zero-padded copy of the input be created")
        }
        define(module, "conv1d", signature, "Cross-correlation over (N, C, L).") { c in
            try warnOfCopy(c)
            return c.wrap(
                try CNN.conv1d(
                    c.tensor(0), c.tensor(1), c.optionalTensor(2), stride: c.ints(3),
                    padding: padding(c, 4), dilation: c.ints(5), groups: c.int(6)))
        }
        define(module, "conv2d", signature, "Cross-correlation over (N, C, H, W).") { c in
            try warnOfCopy(c)
            return c.wrap(
                try CNN.conv2d(
                    c.tensor(0), c.tensor(1), c.optionalTensor(2), stride: c.ints(3),
                    padding: padding(c, 4), dilation: c.ints(5), groups: c.int(6)))
        }
        define(
            module, "conv_transpose2d",
            "(input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1)",
            "The gradient of conv2d."
        ) { c in
            c.wrap(
                try CNN.convTranspose2d(
                    c.tensor(0), c.tensor(1), c.optionalTensor(2), stride: c.ints(3),
                    padding: c.ints(4), outputPadding: c.ints(5), groups: c.int(6),
                    dilation: c.ints(7)))
        }
        define(module, "linear", "(input, weight, bias=None)", "x Aᵀ + b.") { c in
            c.wrap(try CNN.linear(c.tensor(0), c.tensor(1), c.optionalTensor(2)))
        }
        define(module, "bilinear", "(input1, input2, weight, bias=None)", "x1ᵀ A x2 + b.") { c in
            c.wrap(try CNN.bilinear(c.tensor(0), c.tensor(1), c.tensor(2), c.optionalTensor(3)))
        }
    }

    private func declareNormalization(_ module: ModuleObject) {
        define(
            module, "batch_norm",
            "(input, running_mean, running_var, weight=None, bias=None, training=False, momentum=0.1, "
                + "eps=1e-05)", "Normalizes each channel over the batch."
        ) { c in
            try c.checkEps(7, "batch_norm", training: c.bool(5))
            return c.wrap(
                try CNN.batchNorm(
                    c.tensor(0), c.optionalStatistic(1, "running_mean", 4),
                    c.optionalStatistic(2, "running_var", 5), c.optionalStatistic(3, "weight", 2),
                    c.optionalStatistic(4, "bias", 3), training: c.bool(5), momentum: c.double(6),
                    eps: c.double(7)))
        }
        define(
            module, "instance_norm",
            "(input, running_mean=None, running_var=None, weight=None, bias=None, "
                + "use_input_stats=True, momentum=0.1, eps=1e-05)",
            "Normalizes each channel of each image."
        ) { c in
            guard c.isNone(1) == c.isNone(2) else {
                throw c.vm.valueError(
                    "running_mean and running_var must either both be None or neither be None")
            }
            if c.isNone(1), try !c.bool(5) {
                throw TensorError.runtime(
                    "Expected running_mean and running_var to be defined when use_input_stats is false"
                )
            }
            return c.wrap(
                try CNN.instanceNorm(
                    c.tensor(0), c.optionalStatistic(1, "running_mean", 4),
                    c.optionalStatistic(2, "running_var", 5), c.optionalStatistic(3, "weight", 2),
                    c.optionalStatistic(4, "bias", 3), useInputStats: c.bool(5),
                    momentum: c.double(6),
                    eps: c.double(7)))
        }
        define(
            module, "layer_norm", "(input, normalized_shape, weight=None, bias=None, eps=1e-05)",
            "Normalizes over the last dimensions."
        ) { c in
            guard let sizes = c.elements(c[1]) else { throw c.wrongType(1, "tuple of ints") }
            if let first = sizes.first, c.integer(first) == nil {
                throw c.vm.typeError(
                    "layer_norm(): argument 'normalized_shape' (position 2) must be tuple of ints, but "
                        + "found element of type \(c.torch.nativeTypeName(first)) at pos 0")
            }
            return c.wrap(
                try CNN.layerNorm(
                    c.tensor(0), c.ints(1), c.optionalTensor(2), c.optionalTensor(3),
                    eps: c.double(4)))
        }
        define(
            module, "group_norm", "(input, num_groups, weight=None, bias=None, eps=1e-05)",
            "Normalizes groups of channels of each sample."
        ) { c in
            let x = try c.asked(0, for: "dim")
            if x.dim < 2 {
                throw TensorError.runtime(
                    "Expected at least 2 dimensions for input tensor but received \(x.dim)")
            }
            try c.checkTruth(1)
            if case .int(0) = c[1] {
                throw TensorError(.zeroDivision, "integer division or modulo by zero")
            }
            if c[1].string != nil {
                throw c.vm.typeError("unsupported operand type(s) for //: 'int' and 'str'")
            }
            return c.wrap(
                try CNN.groupNorm(
                    x, c.int(1), c.optionalTensor(2), c.optionalTensor(3),
                    eps: c.double(4)))
        }
        define(
            module, "local_response_norm", "(input, size, alpha=0.0001, beta=0.75, k=1.0)",
            "Divides by a power of the neighbouring channels' mean square."
        ) { c in
            let x = try c.asked(0, for: "dim")
            guard x.dim >= 3 else {
                throw TensorError.value(
                    "Expected 3D or higher dimensionality                          input (got \(x.dim) dimensions)"
                )
            }
            if x.count == 0 { return c.wrap(x) }
            let size = try c.int(1)
            if x.dim > 3, !x.dtype.isFloatingPoint, x.dtype != .int64 {
                throw TensorError.notImplemented(
                    "\"avg_pool3d_out_frame\" not implemented for '\(x.dtype.scalarTypeName)'")
            }
            let square = try x.mul(x).reshape([x.shape[0], 1, x.shape[1], -1])
            let padded = try square.pad([0, 0, size / 2, (size - 1) / 2])
            let mean = try CNN.avgPool2d(padded, [size, 1], stride: [1]).reshape(x.shape)
            let scale = try mean.mul(c.scalar(2)).add(c.scalar(4)).pow(c.scalar(3))
            return c.wrap(try x.div(scale))
        }
    }

    private func declareDropouts(_ module: ModuleObject) {
        typealias Drop = (Tensor, Double, Bool) throws -> Tensor
        func drop(
            _ name: String, training: String, _ help: String, _ body: @escaping Drop
        ) {
            define(module, name, "(input, p=0.5, training=\(training), inplace=False)", help) { c in
                if c.torch.tensor(c[1]) == nil, c.torch.scalar(c[1]) == nil {
                    throw c.vm.typeError(
                        "'<' not supported between instances of '\(c.vm.typeName(c[1]))' and 'float'"
                    )
                }
                try c.checkTruth(1)
                let p = try c.double(1)
                let input =
                    try name.hasSuffix("dropout") ? c.tensor(0) : c.asked(0, for: "dim")
                guard (0...1).contains(p) else {
                    throw TensorError.value(
                        "dropout probability has to be between 0 and 1, but got "
                            + (try c.vm.format(c[1], c.vm.intern(""))))
                }
                if name.hasSuffix("d") { try c.checkTruth(3) }
                guard case .bool(let isTraining) = c[2] else {
                    let native = name.hasSuffix("dropout") ? name : "feature_dropout"
                    throw c.vm.typeError(
                        "\(native)(): argument 'train' (position 3) must be bool, not "
                            + c.torch.nativeTypeName(c[2]))
                }
                guard try c.flag(3) else { return c.wrap(try body(input, p, isTraining)) }
                guard isTraining, p > 0 else { return c.wrap(input) }
                // The mask is drawn even if the tensor then must not be changed.
                if GradMode.isEnabled, input.requiresGrad, input.isLeaf {
                    _ = try withoutGradient { try body(input, p, true) }
                }
                _ = try input.overwrite_ { try body($0, p, true) }
                if input.requiresGrad { input.gradFn?.rename("MulBackward0") }
                return c.wrap(input)
            }
        }
        drop("dropout", training: "True", "Zeroes each element with probability p.") {
            try CNN.dropout($0, p: $1, training: $2)
        }
        drop("dropout1d", training: "True", "Zeroes whole channels of (N, C, L).") {
            try CNN.dropout1d($0, p: $1, training: $2)
        }
        drop("dropout2d", training: "True", "Zeroes whole channels of (N, C, H, W).") {
            [unowned self] x, p, isTraining in
            warnOfChannels(x)
            return try CNN.dropout2d(x, p: p, training: isTraining)
        }
        drop("alpha_dropout", training: "False", "Dropout that keeps mean and variance.") {
            try CNN.alphaDropout($0, p: $1, training: $2)
        }
    }
}

extension Torch {
    /// PyTorch's warnings of an input that has fewer dimensions than (N, C, H, W).
    fileprivate func warnOfChannels(_ x: Tensor) {
        switch x.dim {
        case 3:
            vm.warn(
                .userWarning,
                "dropout2d: Received a 3D input to dropout2d and assuming that channel-wise 1D dropout "
                    + "behavior is desired - input is interpreted as shape (N, C, L), where C is the "
                    + "channel dim. This behavior will change in a future release to interpret the input "
                    + "as one without a batch dimension, i.e. shape (C, H, W). To maintain the 1D "
                    + "channel-wise dropout behavior, please switch to using dropout1d instead.")
        case 4: break
        default:
            vm.warn(
                .userWarning,
                "dropout2d: Received a \(x.dim)-D input to dropout2d, which is deprecated and will result "
                    + "in an error in a future release. To retain the behavior and silence this warning, "
                    + "please use dropout instead. Note that dropout2d exists to provide channel-wise "
                    + "dropout on inputs with 2 spatial dimensions, a channel dimension, and an optional "
                    + "batch dimension (i.e. 3D or 4D inputs).")
        }
    }
}
