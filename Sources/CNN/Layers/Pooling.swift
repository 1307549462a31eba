/// Numbers as they were given: `2` or `(2, 2)`.
func sizeText(_ values: [Int]) -> String {
    values.count == 1
        ? "\(values[0])" : "(" + values.map(String.init).joined(separator: ", ") + ")"
}

/// The maximum of each window: (N, C, H, W) → (N, C, H′, W′).
public final class MaxPool2d: Module {
    public let kernelSize: [Int]
    public let stride: [Int]
    public let padding: [Int]
    public let dilation: [Int]
    public let ceilMode: Bool

    public init(
        _ kernelSize: [Int], stride: [Int]? = nil, padding: [Int] = [0], dilation: [Int] = [1],
        ceilMode: Bool = false
    ) {
        self.kernelSize = kernelSize
        self.stride = stride ?? kernelSize
        self.padding = padding
        self.dilation = dilation
        self.ceilMode = ceilMode
        super.init()
    }

    public convenience init(_ kernelSize: Int, stride: Int? = nil, padding: Int = 0) {
        self.init([kernelSize], stride: stride.map { [$0] }, padding: [padding])
    }

    public override func forward(_ input: Tensor) throws -> Tensor {
        try maxPool2d(
            input, kernelSize, stride: stride, padding: padding, dilation: dilation,
            ceilMode: ceilMode)
    }

    /// The output with the place of each maximum in its plane.
    public func forwardWithIndices(_ input: Tensor) throws -> (output: Tensor, indices: Tensor) {
        try maxPool2dWithIndices(
            input, kernelSize, stride: stride, padding: padding, dilation: dilation,
            ceilMode: ceilMode)
    }

    public override var extraDescription: String {
        "kernel_size=\(sizeText(kernelSize)), stride=\(sizeText(stride)), padding=\(sizeText(padding)), "
            + "dilation=\(sizeText(dilation)), ceil_mode=\(ceilMode ? "True" : "False")"
    }
}

/// The maximum of each window: (N, C, L) → (N, C, L′).
public final class MaxPool1d: Module {
    public let kernelSize: [Int]
    public let stride: [Int]
    public let padding: [Int]
    public let dilation: [Int]
    public let ceilMode: Bool

    public init(
        _ kernelSize: [Int], stride: [Int]? = nil, padding: [Int] = [0], dilation: [Int] = [1],
        ceilMode: Bool = false
    ) {
        self.kernelSize = kernelSize
        self.stride = stride ?? kernelSize
        self.padding = padding
        self.dilation = dilation
        self.ceilMode = ceilMode
        super.init()
    }

    public override func forward(_ input: Tensor) throws -> Tensor {
        try maxPool1d(
            input, kernelSize, stride: stride, padding: padding, dilation: dilation,
            ceilMode: ceilMode)
    }

    public override var extraDescription: String {
        "kernel_size=\(sizeText(kernelSize)), stride=\(sizeText(stride)), padding=\(sizeText(padding)), "
            + "dilation=\(sizeText(dilation)), ceil_mode=\(ceilMode ? "True" : "False")"
    }
}

/// The mean of each window: (N, C, H, W) → (N, C, H′, W′).
public final class AvgPool2d: Module {
    public let kernelSize: [Int]
    public let stride: [Int]
    public let padding: [Int]
    public let ceilMode: Bool
    public let countIncludePad: Bool
    public let divisorOverride: Int?

    public init(
        _ kernelSize: [Int], stride: [Int]? = nil, padding: [Int] = [0], ceilMode: Bool = false,
        countIncludePad: Bool = true, divisorOverride: Int? = nil
    ) {
        self.kernelSize = kernelSize
        self.stride = stride ?? kernelSize
        self.padding = padding
        self.ceilMode = ceilMode
        self.countIncludePad = countIncludePad
        self.divisorOverride = divisorOverride
        super.init()
    }

    public override func forward(_ input: Tensor) throws -> Tensor {
        try avgPool2d(
            input, kernelSize, stride: stride, padding: padding, ceilMode: ceilMode,
            countIncludePad: countIncludePad, divisorOverride: divisorOverride)
    }

    public override var extraDescription: String {
        "kernel_size=\(sizeText(kernelSize)), stride=\(sizeText(stride)), padding=\(sizeText(padding))"
    }
}

/// The mean of each window: (N, C, L) → (N, C, L′).
public final class AvgPool1d: Module {
    public let kernelSize: [Int]
    public let stride: [Int]
    public let padding: [Int]
    public let ceilMode: Bool
    public let countIncludePad: Bool

    public init(
        _ kernelSize: [Int], stride: [Int]? = nil, padding: [Int] = [0], ceilMode: Bool = false,
        countIncludePad: Bool = true
    ) {
        self.kernelSize = kernelSize
        self.stride = stride ?? kernelSize
        self.padding = padding
        self.ceilMode = ceilMode
        self.countIncludePad = countIncludePad
        super.init()
    }

    public override func forward(_ input: Tensor) throws -> Tensor {
        try avgPool1d(
            input, kernelSize, stride: stride, padding: padding, ceilMode: ceilMode,
            countIncludePad: countIncludePad)
    }

    public override var extraDescription: String {
        func tuple(_ values: [Int]) -> String { "(\(values.first ?? 0),)" }
        return
            "kernel_size=\(tuple(kernelSize)), stride=\(tuple(stride)), padding=\(tuple(padding))"
    }
}

/// The mean of each of `outputSize` nearly equal parts of a plane.
public final class AdaptiveAvgPool2d: Module {
    /// One number or two; `nil` keeps the input's size.
    public let outputSize: [Int?]

    public init(_ outputSize: [Int?]) {
        self.outputSize = outputSize
        super.init()
    }

    public convenience init(_ outputSize: Int) { self.init([outputSize]) }

    public override func forward(_ input: Tensor) throws -> Tensor {
        try adaptiveAvgPool2d(input, outputSize)
    }

    public override var extraDescription: String {
        func text(_ value: Int?) -> String { value.map(String.init) ?? "None" }
        return outputSize.count == 1
            ? "output_size=\(text(outputSize[0]))"
            : "output_size=(\(outputSize.map(text).joined(separator: ", ")))"
    }
}

/// The maximum of each of `outputSize` nearly equal parts of a plane.
public final class AdaptiveMaxPool2d: Module {
    /// One number or two; `nil` keeps the input's size.
    public let outputSize: [Int?]

    public init(_ outputSize: [Int?]) {
        self.outputSize = outputSize
        super.init()
    }

    public override func forward(_ input: Tensor) throws -> Tensor {
        try adaptiveMaxPool2d(input, outputSize).output
    }

    public override var extraDescription: String {
        func text(_ value: Int?) -> String { value.map(String.init) ?? "None" }
        return outputSize.count == 1
            ? "output_size=\(text(outputSize[0]))"
            : "output_size=(\(outputSize.map(text).joined(separator: ", ")))"
    }
}
