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
    /// The same windows over another input of the same shape.
    func replacing(_ input: Tensor) -> PoolGeometry {
        PoolGeometry(window: window, input: input, unbatched: unbatched, dims: dims)
    }
    var isSmall: Bool { window.kh * window.kw <= 256 }
}

extension PoolGeometry {
    /// - Parameter stride: the kernel's size if `nil` or empty.
    /// - Throws: PyTorch's errors of the function `name`.
    init(
        _ name: String, _ input: Tensor, dims: Int, kernel: [Int], stride: [Int]?, padding: [Int],
        dilation: [Int], ceilMode: Bool
    ) throws {
        let words = PoolWords(name: name, dims: dims)
        try words.checkLine(input)
        let kernel = try words.full(kernel, .kernel)
        let given = stride.flatMap { $0.isEmpty ? nil : $0 }
        let stride = try given.map { try words.full($0, .stride) } ?? kernel
        let padding = try words.full(padding, .padding)
        let dilation = try words.full(dilation, .dilation)
        if words.isLineOfMaxima {
            try words.checkLine(kernel[1], stride[1], padding[1], dilation[1])
        } else {
            try words.checkRange([kernel, stride, padding, dilation])
        }
        self.input = input
        self.dims = dims
        unbatched = input.dim == dims + 1
        try words.check(input)
        try words.check(kernel, stride, padding, dilation)
        window.n = unbatched ? 1 : Int64(input.shape[0])
        window.c = Int64(input.shape[input.dim - dims - 1])
        window.h = dims == 2 ? Int64(input.shape[input.dim - 2]) : 1
        window.w = Int64(input.shape[input.dim - 1])
        (window.kh, window.kw) = (Int64(kernel[0]), Int64(kernel[1]))
        (window.sh, window.sw) = (Int64(stride[0]), Int64(stride[1]))
        (window.ph, window.pw) = (Int64(padding[0]), Int64(padding[1]))
        (window.dh, window.dw) = (Int64(dilation[0]), Int64(dilation[1]))
        window.groups = 1
        let (h, w) = (Int(window.h), Int(window.w))
        let oh = Self.outputs(h, kernel[0], stride[0], padding[0], dilation[0], ceilMode)
        let ow = Self.outputs(w, kernel[1], stride[1], padding[1], dilation[1], ceilMode)
        guard oh >= 1, ow >= 1 else { throw words.tooSmall(Int(window.c), (h, w), (oh, ow)) }
        (window.oh, window.ow) = (Int64(oh), Int64(ow))
    }

    /// Outputs along a dimension; ceil mode takes a last partial window that starts inside the input or
    /// the padding before it.
    private static func outputs(
        _ size: Int, _ kernel: Int, _ stride: Int, _ padding: Int, _ dilation: Int, _ ceilMode: Bool
    ) -> Int {
        // What does not fit into 64 bits is as good as no room at all.
        let (reach, tooFar) = dilation.multipliedReportingOverflow(by: kernel - 1)
        let room = tooFar ? -1 : size + 2 * padding - reach - 1
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
