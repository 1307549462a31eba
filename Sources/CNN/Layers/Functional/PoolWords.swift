/// What PyTorch says of wrong arguments of a pooling function.
struct PoolWords {
    let name: String
    let dims: Int

    enum Argument: String {
        case kernel = "kernel_size"
        case stride, padding, dilation
    }

    /// Whether it is `max_pool1d`, which has checks of its own.
    var isLineOfMaxima: Bool { name == "max_pool1d" }

    // MARK: Sizes

    /// The numbers for height and width.
    func full(_ values: [Int], _ argument: Argument) throws -> [Int] {
        guard values.count == 1 || values.count == dims else {
            throw TensorError.runtime(wrongCount(values.count, argument))
        }
        if dims == 2 { return values.count == 2 ? values : [values[0], values[0]] }
        return [argument == .padding ? 0 : 1, values[0]]
    }

    private func wrongCount(_ count: Int, _ argument: Argument) -> String {
        let what = argument.rawValue
        if isLineOfMaxima {
            let comma = argument == .stride || argument == .padding ? "," : ""
            return
                "\(name)() \(what) must be \(argument == .stride ? "None, " : "")an int, list of "
                + "ints\(comma) or tuple of ints of size 1 but got size \(count)"
        }
        if dims == 1 { return "\(name)() argument '\(what)' should contain one int (got \(count))" }
        switch argument {
        case .kernel, .padding:
            return "\(name): \(what) must either be a single int, or a tuple of two ints"
        case .stride:
            return "\(name): \(what) must either be omitted, a single int, or a tuple of two ints"
        case .dilation:
            return "\(name): \(what) must be either a single int, or a tuple of two ints"
        }
    }

    /// PyTorch's loops count in 32 bits.
    func checkRange(_ sizes: [[Int]]) throws {
        guard sizes.joined().allSatisfy({ Int32(exactly: $0) != nil }) else {
            throw TensorError.runtime("value cannot be converted to type int without overflow")
        }
    }

    /// The checks of `max_pool1d`.
    func checkLine(_ kernel: Int, _ stride: Int, _ padding: Int, _ dilation: Int) throws {
        func positive(_ value: Int, _ argument: Argument) throws {
            if value > 0 { return }
            throw TensorError.runtime(
                "\(name)() \(argument.rawValue) must be greater than zero, but got \(value)")
        }
        try positive(kernel, .kernel)
        try positive(stride, .stride)
        guard padding >= 0 else {
            throw TensorError.runtime("\(name)() padding must be non-negative, but got \(padding)")
        }
        guard padding <= kernel / 2 else {
            throw TensorError.runtime(
                "\(name)() padding should be at most half of kernel size, but got "
                    + "padding=\(padding) and kernel_size=\(kernel)")
        }
        try positive(dilation, .dilation)
        // Where a window is wider than any row, its exact width no longer matters.
        guard stride < 1 << 31, dilation < 1 << 31 || kernel == 1 else {
            throw TensorError.runtime("value cannot be converted to type int without overflow")
        }
    }

    func check(_ kernel: [Int], _ stride: [Int], _ padding: [Int], _ dilation: [Int]) throws {
        if isLineOfMaxima { return }
        guard stride.allSatisfy({ $0 != 0 }) else {
            throw TensorError.runtime("stride should not be zero")
        }
        guard kernel.allSatisfy({ $0 > 0 }) else {
            throw TensorError.runtime(
                "kernel size should be greater than zero, but got kH: \(kernel[0]) kW: \(kernel[1])"
            )
        }
        guard stride.allSatisfy({ $0 > 0 }) else {
            throw TensorError.runtime(
                "stride should be greater than zero, but got dH: \(stride[0]) dW: \(stride[1])")
        }
        guard dilation.allSatisfy({ $0 > 0 }) else {
            throw TensorError.runtime(
                "dilation should be greater than zero, but got dilationH: \(dilation[0]) "
                    + "dilationW: \(dilation[1])")
        }
        for (kernel, (padding, dilation)) in zip(kernel, zip(padding, dilation)) {
            guard padding >= 0 else {
                throw TensorError.runtime("pad must be non-negative, but got pad: \(padding)")
            }
            guard padding <= (dilation * (kernel - 1) + 1) / 2 else {
                throw TensorError.runtime(
                    "pad should be at most half of effective kernel size, but got pad=\(padding), "
                        + "kernel_size=\(kernel) and dilation=\(dilation)")
            }
        }
    }

    // MARK: Inputs

    /// What functions of lines check before their sizes.
    func checkLine(_ input: Tensor) throws {
        guard dims == 1 else { return }
        let isEmpty = input.shape.dropFirst(input.dim == 2 ? 0 : 1).contains(0)
        guard input.dim == 2 || input.dim == 3, !isEmpty || !isLineOfMaxima else {
            throw isLineOfMaxima
                ? TensorError.runtime(
                    "\(name): Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size "
                        + "for input, but got:\(Shape.list(input.shape))")
                : .notLines(name, input)
        }
    }

    func check(_ input: Tensor) throws {
        // A line is a plane of one row.
        let shape = dims == 1 ? input.shape.dropLast() + [1] + input.shape.suffix(1) : input.shape
        if dims == 2, input.dim < 3 || input.dim > 4, name != "avg_pool2d" || input.dim < 3 {
            throw name == "avg_pool2d"
                ? TensorError.index(
                    input.dim == 0
                        ? "Dimension specified as -3 but tensor has no dimensions"
                        : "Dimension out of range (expected to be in range of [\(-input.dim), "
                            + "\(input.dim - 1)], but got -3)")
                : TensorError.runtime("non-empty 3D or 4D (batch mode) tensor expected for input")
        }
        guard shape.count == 3 || shape.count == 4, !shape.suffix(3).contains(0) else {
            throw TensorError.runtime(
                "Expected 3D or 4D (batch mode) tensor with optional 0 dim batch size for input, but "
                    + "got:\(Shape.list(Array(shape)))")
        }
    }

    func tooSmall(_ channels: Int, _ size: (Int, Int), _ out: (Int, Int)) -> TensorError {
        if isLineOfMaxima {
            return TensorError.runtime("\(name)() Invalid computed output size: \(out.1)")
        }
        return TensorError.runtime(
            "Given input size: (\(channels)x\(size.0)x\(size.1)). Calculated output size: "
                + "(\(channels)x\(out.0)x\(out.1)). Output size is too small")
    }
}

extension TensorError {
    /// A function of (N, C, L) or (C, L) was given something else.
    package static func notLines(_ name: String, _ input: Tensor) -> TensorError {
        .runtime(
            "Expected 2 to 3 dimensions, but got \(input.dim)-dimensional tensor for argument #1 "
                + "'self' (while checking arguments for \(name))")
    }
}
