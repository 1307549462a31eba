/// Applies two-dimensional filters: (N, C, H, W) → (N, K, H′, W′), or (C, H, W) → (K, H′, W′).
///
/// - Parameters:
///   - weight: (K, C / groups, kernel height, kernel width).
///   - bias: (K), added to each output channel.
///   - stride: one number or one a dimension, as for `padding` and `dilation`.
/// - Throws: PyTorch's messages for shapes that do not fit.
public func conv2d(
    _ input: Tensor, _ weight: Tensor, _ bias: Tensor? = nil, stride: [Int] = [1],
    padding: Padding = 0, dilation: [Int] = [1], groups: Int = 1
) throws -> Tensor {
    try Convolution.function(
        "conv2d", 2, input, weight, bias, stride: stride, padding: padding, dilation: dilation,
        groups: groups)
}

/// Applies one-dimensional filters: (N, C, L) → (N, K, L′), or (C, L) → (K, L′).
public func conv1d(
    _ input: Tensor, _ weight: Tensor, _ bias: Tensor? = nil, stride: [Int] = [1],
    padding: Padding = 0, dilation: [Int] = [1], groups: Int = 1
) throws -> Tensor {
    try Convolution.function(
        "conv1d", 1, input, weight, bias, stride: stride, padding: padding, dilation: dilation,
        groups: groups)
}

/// The transpose of ``conv2d(_:_:_:stride:padding:dilation:groups:)``: (N, C, H, W) → (N, K, H′, W′)
/// with H′ = (H − 1)·stride − 2·padding + dilation·(kernel − 1) + outputPadding + 1.
///
/// - Parameter weight: (C, K / groups, kernel height, kernel width).
public func convTranspose2d(
    _ input: Tensor, _ weight: Tensor, _ bias: Tensor? = nil, stride: [Int] = [1],
    padding: [Int] = [0], outputPadding: [Int] = [0], groups: Int = 1, dilation: [Int] = [1]
) throws -> Tensor {
    try Convolution.transposed(
        2, input, weight, bias, stride: stride, padding: padding, outputPadding: outputPadding,
        groups: groups, dilation: dilation)
}

extension Convolution {
    fileprivate static func function(
        _ name: String, _ dims: Int, _ input: Tensor, _ weight: Tensor, _ bias: Tensor?,
        stride: [Int], padding: Padding, dilation: [Int], groups: Int
    ) throws -> Tensor {
        let kinds = [weight.dtype, bias?.dtype ?? input.dtype, input.dtype]
        if !input.dtype.isFloatingPoint, input.dtype != .bool, Set(kinds).count == 1 {
            let output = try function(
                name, dims, input.to(.float64), weight.to(.float64), bias?.to(.float64),
                stride: stride, padding: padding, dilation: dilation, groups: groups)
            return try output.to(input.dtype)
        }
        // PyTorch takes another way to a border that keeps the size, and does not look at the bias there.
        var keepsSize = false
        if case .same = padding { keepsSize = true }
        if let bias, bias.dtype != input.dtype, !keepsSize {
            throw TensorError.runtime(
                "Input type (\(input.dtype.cName)) and bias type (\(bias.dtype.cName)) should be the "
                    + "same")
        }
        let unbatched = input.dim == dims + 1
        guard unbatched || input.dim == dims + 2 else {
            throw TensorError.runtime(
                "Expected \(dims + 1)D (unbatched) or \(dims + 2)D (batched) input to \(name), but got "
                    + "input of size: \(Shape.list(input.shape))")
        }
        guard weight.dim >= 3 else {
            throw TensorError.runtime(
                "weight should have at least three dimensions")
        }
        let batch = unbatched ? try input.unsqueeze(0) : input
        // As many dimensions as the weight has, so that a mismatch is told in PyTorch's words.
        let stride = try spatial(stride, weight.dim - 2, "stride")
        let dilation = try spatial(dilation, weight.dim - 2, "dilation")
        guard weight.dim == dims + 2 else {
            if dims == 1 {
                throw TensorError.runtime(
                    "Expected \(weight.dim)-dimensional input for \(weight.dim)-dimensional weight "
                        + "\(Shape.list(weight.shape)), but got \(batch.dim)-dimensional input of size "
                        + "\(Shape.list(batch.shape)) instead")
            }
            throw TensorError.runtime(
                "expected stride to be a single integer value or a list of \(weight.dim - 2) values to "
                    + "match the convolution dimensions, but got "
                    + "stride=\(Shape.list(.init(repeating: stride.first ?? 1, count: dims)))")
        }
        var before = [Int](repeating: 0, count: dims)
        var after = before
        switch padding {
        case .valid: break
        case .sizes(let sizes):
            before = try spatial(sizes, dims, "padding")
            after = before
        case .same:
            guard stride.allSatisfy({ $0 == 1 }) else {
                throw TensorError.runtime(
                    "padding='same' is not supported for strided convolutions")
            }
            for d in 0..<dims {
                let total = dilation[d].multipliedReportingOverflow(
                    by: max(weight.shape[2 + d], 1) - 1)
                guard !total.overflow, total.partialValue >= 0 || dilation[d] == 0 else {
                    throw TensorError.runtime("negative padding is not supported")
                }
                before[d] = total.partialValue / 2
                after[d] = total.partialValue - before[d]
            }
        }
        try checkDilation(dilation, batch, weight, groups)
        let geometry = try ConvolutionGeometry(
            input: batch.shape, weight: weight.shape, bias: bias?.shape, stride: stride,
            before: before, after: after, dilation: dilation, groups: groups, dims: dims)
        // In one dimension PyTorch takes its way for two.
        try checkTypes(
            batch, weight, bias, groups, "slow_conv\(max(dims, 2))d_cpu", [.bool])
        var output = try forward(geometry, batch, weight, bias?.to(batch.dtype))
        if batch.suggestedFormat != .contiguous || weight.suggestedFormat != .contiguous,
            dims >= 2
        {
            output = try output.inChannelsLast()
        }
        return unbatched ? try output.squeeze(0) : output
    }

    /// Whether PyTorch hands a convolution of these sizes to oneDNN, which has messages of its own.
    private static func usesLibrary(_ input: Tensor, _ weight: Tensor, _ groups: Int) -> Bool {
        guard input.dtype == .float32 else { return false }
        let last = weight.shape.dropFirst(2).suffix(2)
        return groups > 1 || input.shape[0] > 1 || input.count > 20480
            || last.count == 2 && last.allSatisfy { $0 > 3 }
    }

    private static func checkDilation(
        _ dilation: [Int], _ input: Tensor, _ weight: Tensor, _ groups: Int,
        transposed: Bool = false
    ) throws {
        guard dilation.allSatisfy({ $0 >= 0 }) else {
            throw TensorError.runtime("dilation should be greater than zero")
        }
        guard dilation.contains(0), !usesLibrary(input, weight, groups) else { return }
        let sizes = dilation.count == 1 ? [1] + dilation : dilation
        throw TensorError.runtime(
            "dilation should be greater than zero, but got "
                + (transposed && sizes.count == 2
                    ? "dilation_height: \(sizes[0]), dilation_width: \(sizes[1])"
                    : Shape.list(sizes)))
    }

    /// - Parameters:
    ///   - kernel: what PyTorch computes it with, as its messages say.
    ///   - refused: the types that this kernel has no loop for.
    private static func checkTypes(
        _ input: Tensor, _ weight: Tensor, _ bias: Tensor?, _ groups: Int, _ kernel: String,
        _ refused: [DType]
    ) throws {
        guard !refused.contains(input.dtype) else {
            throw Elementwise.unsupported(kernel, input.dtype)
        }
        if usesLibrary(input, weight, groups) {
            for (tensor, name) in [(weight, "weight"), (bias, "bias")] {
                guard let tensor, tensor.dtype != input.dtype else { continue }
                throw TensorError.runtime(
                    "Input type (torch.FloatTensor) and \(name) type (\(tensor.dtype.className)) "
                        + "should be the same or input should be a MKLDNN tensor and \(name) is a "
                        + "dense tensor")
            }
        }
        guard input.dtype == weight.dtype else {
            throw TensorError.runtime(
                "expected scalar type \(input.dtype.scalarTypeName) but found "
                    + weight.dtype.scalarTypeName)
        }
        guard input.dtype.isFloatingPoint else {
            throw Elementwise.unsupported(kernel, input.dtype)
        }
    }

    fileprivate static func transposed(
        _ dims: Int, _ input: Tensor, _ weight: Tensor, _ bias: Tensor?, stride: [Int],
        padding: [Int], outputPadding: [Int], groups: Int, dilation: [Int]
    ) throws -> Tensor {
        let kinds = [weight.dtype, bias?.dtype ?? .int64, input.dtype]
        if kinds.allSatisfy({ $0 == .int64 }) {
            let output = try transposed(
                dims, input.to(.float64), weight.to(.float64), bias?.to(.float64), stride: stride,
                padding: padding, outputPadding: outputPadding, groups: groups, dilation: dilation)
            return try output.to(.int64)
        }
        let unbatched = input.dim == dims + 1
        guard weight.dim >= 3 else {
            throw TensorError.runtime("weight should have at least three dimensions")
        }
        guard unbatched || input.dim == dims + 2 else {
            throw TensorError.runtime(
                "Expected \(dims + 1)D (unbatched) or \(dims + 2)D (batched) input to "
                    + "conv_transpose\(dims)d, but got input of size: \(Shape.list(input.shape))")
        }
        let batch = unbatched ? try input.unsqueeze(0) : input
        let (stride, padding) = (
            try spatial(stride, dims, "stride"), try spatial(padding, dims, "padding")
        )
        let (extra, dilation) = (
            try spatial(outputPadding, dims, "output_padding"),
            try spatial(dilation, dims, "dilation")
        )
        guard weight.dim == dims + 2 else {
            throw TensorError.runtime(
                "expected stride to be a single integer value or a list of \(weight.dim - 2) values to "
                    + "match the convolution dimensions, but got stride=\(Shape.list(stride))")
        }
        try checkDilation(dilation, batch, weight, groups, transposed: true)
        try ConvolutionGeometry.check(
            weight: weight.shape, stride: stride, padding: padding, dilation: dilation,
            groups: groups)
        guard batch.shape[1] == weight.shape[0] else {
            throw TensorError.runtime(
                "Given transposed=1, weight of size \(Shape.list(weight.shape)), expected "
                    + "input\(Shape.list(batch.shape)) to have \(weight.shape[0]) channels, but got "
                    + "\(batch.shape[1]) channels instead")
        }
        let channels = weight.shape[1] * groups
        if let bias, bias.shape != [channels] {
            throw TensorError.runtime(
                "Given transposed=1, weight of size \(Shape.list(weight.shape)), expected bias to be "
                    + "1-dimensional with \(channels) elements, but got bias of size "
                    + "\(Shape.list(bias.shape)) instead")
        }
        for d in 0..<dims where extra[d] >= stride[d] && extra[d] >= dilation[d] || extra[d] < 0 {
            throw TensorError.runtime(
                "output padding must be smaller than either stride or dilation, but got "
                    + "output_padding_height: \(extra[0]) output_padding_width: \(extra[dims - 1]) "
                    + "stride_height: \(stride[0]) stride_width: \(stride[dims - 1]) "
                    + "dilation_height: \(dilation[0]) dilation_width: \(dilation[dims - 1])")
        }
        let kernel = "slow_conv_transpose\(max(dims, 2))d_out_cpu"
        try checkTypes(batch, weight, bias, groups, kernel, [.bool, .uint8, .int32])
        var output = [batch.shape[0], channels]
        for d in 0..<dims {
            let size =
                (batch.shape[2 + d] - 1) * stride[d] - 2 * padding[d]
                + dilation[d] * (weight.shape[2 + d] - 1) + extra[d] + 1
            guard size > 0 else {
                throw TensorError.runtime(
                    "Given input size per channel: \(Shape.list(Array(batch.shape.dropFirst(2)))). "
                        + "Calculated output size per channel: "
                        + "\(Shape.list(output.dropFirst(2) + [size])). Output size is too small")
            }
            output.append(size)
        }
        // The convolution that this transposes has our output as its input.
        let geometry = try ConvolutionGeometry(
            input: output, weight: weight.shape, bias: nil, stride: stride, before: padding,
            after: padding, dilation: dilation, groups: groups, dims: dims,
            outputs: Array(batch.shape.dropFirst(2)))
        var result = try inputGradient(geometry, batch, weight)
        if let bias {
            result = try result.add(
                try bias.to(batch.dtype).view([1, channels] + [Int](repeating: 1, count: dims)))
            result.gradFn?.rename("ConvolutionBackward0")
        }
        if dims >= 2, batch.suggestedFormat != .contiguous || weight.suggestedFormat != .contiguous
        {
            result = try result.inChannelsLast()
        }
        return unbatched ? try result.squeeze(0) : result
    }
}

extension DType {
    /// The class of tensors of it, as other messages have it.
    fileprivate var className: String {
        self == .bool ? "CPUBoolType" : "torch.\(scalarTypeName)Tensor"
    }

    /// C's name for it, as some messages have it.
    var cName: String {
        switch self {
        case .float32: "float"
        case .float64: "double"
        case .int64: "long int"
        case .int32: "int"
        case .uint8: "unsigned char"
        case .bool: "bool"
        }
    }
}
