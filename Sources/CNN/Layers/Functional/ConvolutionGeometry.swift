import CNNKernels

/// How much a convolution pads its input: that many rows and columns on each side, or as much as makes the
/// output as large as the input.
public enum Padding: Equatable, Sendable, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral {
    case sizes([Int])
    case same
    case valid

    public init(integerLiteral value: Int) { self = .sizes([value]) }
    public init(arrayLiteral elements: Int...) { self = .sizes(elements) }
}

/// The numbers of one or two dimensions that PyTorch's arguments `stride`, `padding` … stand for.
func spatial(_ values: [Int], _ dims: Int, _ name: String) throws -> [Int] {
    if values.count == dims { return values }
    guard values.count == 1 else {
        throw TensorError.runtime(
            "expected \(name) to be a single integer value or a list of \(dims) values to match the "
                + "convolution dimensions, but got \(name)=\(Shape.list(values))")
    }
    return [Int](repeating: values[0], count: dims)
}

/// A checked convolution: what all of its passes need to know. One spatial dimension is kept as two, the
/// first of size 1.
struct ConvolutionGeometry {
    var window: ck_window
    /// 1 or 2.
    var dims: Int

    var inputShape: [Int] {
        shape([window.n, window.c], [window.h, window.w])
    }
    var outputShape: [Int] {
        shape([window.n, window.k], [window.oh, window.ow])
    }
    var weightShape: [Int] {
        shape([window.k, window.c / max(window.groups, 1)], [window.kh, window.kw])
    }

    private func shape(_ outer: [Int64], _ inner: [Int64]) -> [Int] {
        (outer + inner.suffix(dims)).map { Int($0) }
    }

    /// The number of taps of an output: channels of a group times kernel size.
    var taps: Int { Int(window.c / window.groups * window.kh * window.kw) }
    /// Outputs of a channel of an image.
    var outputs: Int { Int(window.oh * window.ow) }

    /// Whether the direct method is the faster one.
    var isDirect: Bool {
        window.sh == 1 && window.sw == 1 && taps <= 64 && window.c / window.groups <= 4
    }
}

extension ConvolutionGeometry {
    /// Checks the arguments of a convolution of batched `input` and works its geometry out.
    ///
    /// - Throws: PyTorch's messages.
    init(
        input: [Int], weight: [Int], bias: [Int]?, stride: [Int], before: [Int], after: [Int],
        dilation: [Int], groups: Int, dims: Int, outputs: [Int]? = nil
    ) throws {
        try Self.check(
            weight: weight, stride: stride, padding: before, dilation: dilation, groups: groups)
        guard input[1] == weight[1] * groups else {
            throw TensorError.runtime(
                "Given groups=\(groups), weight of size \(Shape.list(weight)), expected "
                    + "input\(Shape.list(input)) to have \(weight[1] * groups) channels, but got \(input[1]) channels instead"
            )
        }
        if let bias, bias != [weight[0]] {
            throw TensorError.runtime(
                "Given weight of size \(Shape.list(weight)), expected bias to be 1-dimensional with "
                    + "\(weight[0]) elements, but got bias of size \(Shape.list(bias)) instead")
        }
        var padded: [Int] = []
        var extents: [Int] = []
        var sizes: [Int] = []
        for d in 0..<dims {
            let size = input[2 + d] + before[d] + after[d]
            let extent = dilation[d] * (weight[2 + d] - 1) + 1
            padded.append(size)
            extents.append(extent)
            sizes.append(size >= extent ? (size - extent) / stride[d] + 1 : 0)
        }
        if let outputs { sizes = outputs }
        guard zip(padded, extents).allSatisfy({ $0 >= $1 }) else {
            func text(_ values: [Int]) -> String {
                "(" + values.map(String.init).joined(separator: " x ") + ")"
            }
            throw TensorError.runtime(
                "Calculated padded input size per channel: \(text(padded)). Kernel size: "
                    + "\(text(extents)). Kernel size can't be greater than actual input size")
        }
        window = ck_window()
        self.dims = dims
        window.n = Int64(input[0])
        window.c = Int64(input[1])
        window.k = Int64(weight[0])
        window.groups = Int64(groups)
        func pair(_ values: [Int], _ fill: Int) -> (Int64, Int64) {
            dims == 2 ? (Int64(values[0]), Int64(values[1])) : (Int64(fill), Int64(values[0]))
        }
        (window.h, window.w) = pair(Array(input.dropFirst(2)), 1)
        (window.kh, window.kw) = pair(Array(weight.dropFirst(2)), 1)
        (window.oh, window.ow) = pair(sizes, 1)
        (window.sh, window.sw) = pair(stride, 1)
        (window.ph, window.pw) = pair(before, 0)
        (window.dh, window.dw) = pair(dilation, 1)
    }

    static func check(
        weight: [Int], stride: [Int], padding: [Int], dilation: [Int], groups: Int
    ) throws {
        guard groups > 0 else { throw TensorError.runtime("non-positive groups is not supported") }
        guard padding.allSatisfy({ $0 >= 0 }) else {
            throw TensorError.runtime("negative padding is not supported")
        }
        guard stride.allSatisfy({ $0 > 0 }) else {
            throw TensorError.runtime("non-positive stride is not supported")
        }
        guard dilation.allSatisfy({ $0 > 0 }) else {
            throw TensorError.runtime("non-positive dilation is not supported")
        }
        if weight.count == 4, weight[2] <= 0 || weight[3] <= 0 {
            throw TensorError.runtime(
                "kernel size should be greater than zero, but got kernel_height: \(weight[2]) "
                    + "kernel_width: \(weight[3])")
        }
        guard weight.dropFirst(2).allSatisfy({ $0 > 0 }) else {
            throw TensorError.runtime("weight should have at least one element in each dimension")
        }
        let limit = 1 << 31
        guard (stride + padding + dilation + weight).allSatisfy({ $0 < limit }) else {
            throw TensorError.runtime("convolution arguments must be below 2147483648")
        }
        guard weight[0] >= groups else {
            throw TensorError.runtime(
                "Given groups=\(groups), expected weight to be at least \(groups) at dimension 0, but "
                    + "got weight of size \(Shape.list(weight)) instead")
        }
        guard weight[0] % groups == 0 else {
            throw TensorError.runtime(
                "Given groups=\(groups), expected weight to be divisible by \(groups) at dimension 0, "
                    + "but got weight of size [\(Shape.list(weight))] instead")
        }
    }
}
