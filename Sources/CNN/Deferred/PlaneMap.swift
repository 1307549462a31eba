// Values that are cheap to compute from what is kept anyway: relu(x · scale + shift) with a scale and a shift a channel, where x
// lies in memory or is a convolution with few taps, which is as cheap to compute again as to load.

import CNNKernels

/// A convolution of stride 1 with few taps, with inputs of its own so that nothing can change them.
final class FewTapConvolution {
    let window: ck_window
    let padded: Tensor
    let weight: Tensor
    let bias: Tensor?
    private var moments: (means: [Double], covariances: [Double])?

    init(_ window: ck_window, padded: Tensor, weight: Tensor, bias: Tensor?) throws {
        self.window = window
        self.padded = padded
        self.weight = try weight.copied()
        self.bias = try bias?.copied()
    }

    /// The number of taps of an output.
    var taps: Int { Int(window.c * window.kh * window.kw) }
    /// The number of outputs of a channel.
    var outputs: Int { Int(window.n * window.oh * window.ow) }

    /// The mean of what each tap reads, and taps × taps covariances of these.
    ///
    /// They are sums of products of float32 numbers in double, so that even inputs far from zero lose nothing.
    func tapMoments() throws -> (means: [Double], covariances: [Double]) {
        if let moments { return moments }
        let (taps, images) = (taps, Int(window.n))
        let row = taps * (taps + 1)
        let parts = try Tensor.empty([images, row], dtype: .float64)
        var means = [Double](repeating: 0, count: taps)
        var covariances = [Double](repeating: 0, count: taps * taps)
        var window = window
        parts.elements(Double.self) { parts in
            padded.read(Float.self) { ck_tap_moments(&window, $0, parts) }
            for image in 0..<images {
                let part = parts + image * row
                for s in 0..<taps {
                    means[s] += part[s]
                    for t in s..<taps { covariances[s * taps + t] += part[taps + s * taps + t] }
                }
            }
        }
        let count = Double(outputs)
        for s in 0..<taps { means[s] /= count }
        for s in 0..<taps {
            for t in s..<taps {
                let value = covariances[s * taps + t] / count - means[s] * means[t]
                covariances[s * taps + t] = value
                covariances[t * taps + s] = value
            }
        }
        moments = (means, covariances)
        return (means, covariances)
    }

    /// The weights of an output channel.
    func taps(of channel: Int) -> [Double] {
        weight.read(Float.self) { w in
            (0..<taps).map { Double(w[channel * taps + $0]) }
        }
    }

    func bias(of channel: Int) -> Double {
        bias?.read(Float.self) { Double($0[channel]) } ?? 0
    }

    /// Mean and sum of squared deviations of each output channel: w·m + b, and n·wᵀCw.
    func statistics(
        _ mean: UnsafeMutablePointer<Double>, _ deviations: UnsafeMutablePointer<Double>
    )
        throws
    {
        let (means, covariances) = try tapMoments()
        for channel in 0..<Int(window.k) {
            let w = taps(of: channel)
            var (sum, variance) = (bias(of: channel), 0.0)
            for s in w.indices {
                sum += w[s] * means[s]
                var inner = 0.0
                for t in w.indices { inner += covariances[s * w.count + t] * w[t] }
                variance += w[s] * inner
            }
            mean[channel] = sum
            deviations[channel] = variance < 0 ? 0 : variance * Double(outputs)
        }
    }
}

/// relu(x · scale + shift), with or without each.
final class PlaneMap: DeferredWork {
    enum Source {
        /// Contiguous (n, c, h, w).
        case memory(Tensor)
        case convolution(FewTapConvolution)
    }

    let source: Source
    let shape: [Int]
    /// (2, c): scales, then shifts.
    let affine: Tensor?
    let relu: Bool

    init(_ source: Source, _ shape: [Int], affine: Tensor? = nil, relu: Bool = false) {
        self.source = source
        self.shape = shape
        self.affine = affine
        self.relu = relu
    }

    /// The convolution, if there is nothing after it yet.
    var bareConvolution: FewTapConvolution? {
        if case .convolution(let convolution) = source, affine == nil, !relu { return convolution }
        return nil
    }

    /// What is read that others can change.
    var inputs: [Tensor] {
        if case .memory(let x) = source { return [x] }
        return []
    }

    /// Calls `body` with the description as the kernels take it.
    func withMap<R>(_ body: (UnsafePointer<ck_map>) -> R) -> R {
        var map = ck_map()
        (map.n, map.c) = (Int64(shape[0]), Int64(shape[1]))
        (map.h, map.w) = (Int64(shape[2]), Int64(shape[3]))
        map.relu = relu
        if let affine {
            affine.read(Float.self) {
                map.scale = UnsafePointer($0)
                map.shift = UnsafePointer($0 + shape[1])
            }
        }
        defer { withExtendedLifetime(self) {} }
        switch source {
        case .memory(let x):
            return x.read(Float.self) {
                map.x = UnsafePointer($0)
                return body(&map)
            }
        case .convolution(let convolution):
            return withUnsafePointer(to: convolution.window) { window in
                map.window = window
                map.padded = convolution.padded.read(Float.self) { UnsafePointer($0) }
                map.weight = convolution.weight.read(Float.self) { UnsafePointer($0) }
                map.bias = convolution.bias?.read(Float.self) { UnsafePointer($0) }
                return body(&map)
            }
        }
    }

    override func fill(_ memory: UnsafeMutableRawPointer) {
        withMap { ck_map_store($0, memory.assumingMemoryBound(to: Float.self)) }
    }
}

extension Tensor {
    /// The map whose result this tensor is, while that is not computed.
    var planeMap: PlaneMap? {
        guard let map = deferredWork as? PlaneMap, map.shape == shape else { return nil }
        return map
    }

    /// This tensor's values put through a ReLU, put off; `nil` where that is not done.
    func deferredRelu() throws -> Tensor? {
        guard let map = try mapForRelu() else { return nil }
        return try Tensor.deferred(shape, map, reading: map.inputs)
    }

    /// Puts the values that are not computed yet through a ReLU in place; false where they are.
    func deferRelu_() -> Bool {
        guard let map = planeMap, !map.relu, storage.deferred?.hasReaders == false else {
            return false
        }
        storage.put(
            off: PlaneMap(map.source, shape, affine: map.affine, relu: true), reading: map.inputs)
        return true
    }

    private func mapForRelu() throws -> PlaneMap? {
        if let map = planeMap, !map.relu {
            return PlaneMap(map.source, shape, affine: map.affine, relu: true)
        }
        guard isContiguous, Deferral.accepts(shape, dtype) else { return nil }
        return PlaneMap(.memory(settled()), shape, relu: true)
    }
}
