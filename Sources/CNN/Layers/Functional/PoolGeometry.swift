import CNNKernels

/// Checked arguments of a pooling operation.
struct PoolGeometry {
    var window = ck_window()
    let input: Tensor
    let unbatched: Bool
    let dims: Int

    var planes: Int { Int(window.n * window.c) }

    /// The output's shape, with the input's dimensions before the spatial ones.
    var outputShape: [Int] {
        Array(input.shape.dropLast(dims)) + [Int(window.oh), Int(window.ow)].suffix(dims)
    }
    /// Whether windows are 2 × 2 side by side, without padding.
    var isTwos: Bool {
        let w = window
        return dims == 2 && w.kh == 2 && w.kw == 2 && w.sh == 2 && w.sw == 2 && w.ph == 0
            && w.pw == 0
            && w.dh == 1 && w.dw == 1 && 2 * w.oh <= w.h && 2 * w.ow <= w.w
    }
    var isSmall: Bool { window.kh * window.kw <= 256 }
}

extension PoolGeometry {
    init(
        _ name: String, _ input: Tensor, dims: Int, kernel: [Int], stride: [Int]?, padding: [Int],
        dilation: [Int], ceilMode: Bool
    ) throws {
        func pair(_ values: [Int], _ what: String, _ fill: Int) throws -> [Int] {
            guard values.count == 1 || values.count == dims else {
                throw TensorError.runtime(
                    "\(name): \(what) must either be a single int, or a tuple of "
                        + (dims == 2 ? "two ints" : "one int"))
            }
            let full = values.count == dims ? values : [Int](repeating: values[0], count: dims)
            return dims == 2 ? full : [fill] + full
        }
        let kernel = try pair(kernel, "kernel_size", 1)
        let stride = try stride.map { try pair($0, "stride", 1) } ?? kernel
        let padding = try pair(padding, "padding", 0)
        let dilation = try pair(dilation, "dilation", 1)
        try self.init(
            name, input, dims: dims, kernel: kernel, stride: stride, padding: padding,
            dilation: dilation)
        let (h, w) = (Int(window.h), Int(window.w))
        let oh = Self.outputs(h, kernel[0], stride[0], padding[0], dilation[0], ceilMode)
        let ow = Self.outputs(w, kernel[1], stride[1], padding[1], dilation[1], ceilMode)
        guard oh >= 1, ow >= 1 else {
            let c = window.c
            let (given, found) =
                dims == 2 ? ("\(c)x\(h)x\(w)", "\(c)x\(oh)x\(ow)") : ("\(c)x1x\(w)", "\(c)x1x\(ow)")
            throw TensorError.runtime(
                "Given input size: (\(given)). Calculated output size: (\(found)). Output size is too "
                    + "small")
        }
        (window.oh, window.ow) = (Int64(oh), Int64(ow))
    }

    private init(
        _ name: String, _ input: Tensor, dims: Int, kernel: [Int], stride: [Int], padding: [Int],
        dilation: [Int]
    ) throws {
        self.input = input
        self.dims = dims
        unbatched = input.dim == dims + 1
        guard unbatched || input.dim == dims + 2 else {
            if dims == 1 {
                throw TensorError.runtime(
                    "\(name): Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for "
                        + "input, but got:\(Shape.list(input.shape))")
            }
            throw name == "avg_pool2d" && input.dim < 3
                ? TensorError.index(
                    "Dimension out of range (expected to be in range of [\(-max(input.dim, 1)), "
                        + "\(max(input.dim, 1) - 1)], but got -3)")
                : TensorError.runtime("non-empty 3D or 4D (batch mode) tensor expected for input")
        }
        let inner = input.shape.suffix(dims + 1)
        guard !inner.contains(0) else {
            throw TensorError.runtime(
                "Expected \(dims + 1)D or \(dims + 2)D (batch mode) tensor with optional 0 dim batch "
                    + "size for input, but got:\(Shape.list(input.shape))")
        }
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
            let limit = 1 << 31
            guard kernel < limit, dilation < limit, stride.allSatisfy({ $0 < limit }) else {
                throw TensorError.runtime("integer out of range")
            }
            guard padding <= (dilation * (kernel - 1) + 1) / 2 else {
                throw TensorError.runtime(
                    "pad should be at most half of effective kernel size, but got pad=\(padding), "
                        + "kernel_size=\(kernel) and dilation=\(dilation)")
            }
        }
        window.n = unbatched ? 1 : Int64(input.shape[0])
        window.c = Int64(input.shape[input.dim - dims - 1])
        window.h = dims == 2 ? Int64(input.shape[input.dim - 2]) : 1
        window.w = Int64(input.shape[input.dim - 1])
        (window.kh, window.kw) = (Int64(kernel[0]), Int64(kernel[1]))
        (window.sh, window.sw) = (Int64(stride[0]), Int64(stride[1]))
        (window.ph, window.pw) = (Int64(padding[0]), Int64(padding[1]))
        (window.dh, window.dw) = (Int64(dilation[0]), Int64(dilation[1]))
        window.groups = 1
    }

    /// Outputs along a dimension; ceil mode takes a last partial window that starts inside the input or
    /// the padding before it.
    private static func outputs(
        _ size: Int, _ kernel: Int, _ stride: Int, _ padding: Int, _ dilation: Int, _ ceilMode: Bool
    ) -> Int {
        let room = size + 2 * padding - dilation * (kernel - 1) - 1
        let steps = room + (ceilMode ? stride - 1 : 0)
        // Rounds down for negative values too.
        let quotient = steps >= 0 ? steps / stride : -((-steps + stride - 1) / stride)
        let count = quotient + 1
        if ceilMode && (count - 1) * stride >= size + padding { return count - 1 }
        return count
    }
}

extension PoolGeometry {
    /// The parts of adaptive pooling, of which only the number is given.
    init(adaptive input: Tensor, _ sizes: [Int]) {
        self.input = input
        dims = 2
        unbatched = input.dim == 3
        window.n = unbatched ? 1 : Int64(input.shape[0])
        window.c = Int64(input.shape[input.dim - 3])
        window.h = Int64(input.shape[input.dim - 2])
        window.w = Int64(input.shape[input.dim - 1])
        (window.oh, window.ow) = (Int64(sizes[0]), Int64(sizes[1]))
    }
}
