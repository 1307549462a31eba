// Gradients that are cheap to compute from smaller ones: those of max pooling by 2 × 2, of a ReLU, and of a
// normalised convolution.

import CNNKernels

/// The gradient of the input of pooling, of a ReLU, or of both.
final class PlaneGradient: DeferredWork {
    /// The gradient of the output.
    let base: Tensor
    let shape: [Int]
    /// For pooling: where the maxima were, and of what.
    let pooling: (window: ck_window, places: Tensor, pooled: PlaneMap)?
    /// Whether the bytes of `places` also say where a ReLU lets nothing through.
    let heedsRelu: Bool
    /// For a ReLU alone: its result.
    let mask: Tensor?

    init(
        _ base: Tensor, _ shape: [Int],
        pooling: (window: ck_window, places: Tensor, pooled: PlaneMap)? = nil,
        heedsRelu: Bool = false, mask: Tensor? = nil
    ) {
        self.base = base
        self.shape = shape
        self.pooling = pooling
        self.heedsRelu = heedsRelu
        self.mask = mask
    }

    /// A gradient as it lies in memory.
    convenience init(memory gradient: Tensor) {
        self.init(gradient.settled(), gradient.shape)
    }

    /// What is read that others can change.
    var inputs: [Tensor] { mask.map { [base, $0] } ?? [base] }

    /// Calls `body` with the description as the kernels take it.
    func withGradient<R>(_ body: (UnsafePointer<ck_gradient>) -> R) -> R {
        var gradient = ck_gradient()
        gradient.dy = base.read(Float.self) { UnsafePointer($0) }
        gradient.mask = mask?.read(Float.self) { UnsafePointer($0) }
        gradient.keep = heedsRelu ? 7 : 3
        defer { withExtendedLifetime(self) {} }
        guard let pooling else { return body(&gradient) }
        gradient.place = pooling.places.read(UInt8.self) { UnsafePointer($0) }
        return withUnsafePointer(to: pooling.window) {
            gradient.pool = $0
            return body(&gradient)
        }
    }

    /// (c, taps + 1): sums of the gradient times a convolution's input at each tap, and of it alone.
    static func taps(_ gradient: PlaneGradient, _ convolution: FewTapConvolution) throws -> Tensor {
        let sums = try Tensor.empty([gradient.shape[1], convolution.taps + 1])
        var window = convolution.window
        sums.elements(Float.self) { sums in
            convolution.padded.read(Float.self) { padded in
                gradient.withGradient { ck_gradient_taps($0, &window, padded, sums) }
            }
        }
        return sums
    }

    override func fill(_ memory: UnsafeMutableRawPointer) {
        withGradient {
            ck_gradient_store(
                $0, Int64(shape[0]), Int64(shape[1]), Int64(shape[2]), Int64(shape[3]),
                memory.assumingMemoryBound(to: Float.self))
        }
    }
}

/// The gradient of a convolution's output behind a normalisation: (dy − level − (x − mean) · slope) · factor.
final class NormalizedGradient: DeferredWork {
    let gradient: PlaneGradient
    let convolution: FewTapConvolution
    /// (2, c), in double: means, and 1 / √(variance + eps).
    let statistics: Tensor
    let weight: Tensor?
    let usesBatch: Bool
    /// (c, taps + 1): sums of dy times the input at each tap, and of dy.
    let sums: Tensor

    init(
        _ gradient: PlaneGradient, _ convolution: FewTapConvolution, statistics: Tensor,
        weight: Tensor?, usesBatch: Bool
    ) throws {
        self.gradient = gradient
        self.convolution = convolution
        self.statistics = statistics
        self.weight = try weight?.copied()
        self.usesBatch = usesBatch
        sums = try PlaneGradient.taps(gradient, convolution)
    }

    /// What a channel's gradients are made of.
    private struct Channel {
        let weights: [Double]
        let sums: [Double]
        let total: Double
        /// Σ dy · (x − mean).
        let dot: Double
        let invstd: Double
        let factor: Double
    }

    private func channel(_ k: Int, _ means: [Double]) -> Channel {
        let taps = convolution.taps
        let weights = convolution.taps(of: k)
        let all = sums.read(Float.self) { s in (0...taps).map { Double(s[k * (taps + 1) + $0]) } }
        let total = all[taps]
        let (mean, invstd) = statistics.read(Double.self) { ($0[k], $0[gradient.shape[1] + k]) }
        // The mean that x is taken from is the batch's or, in evaluation, another one.
        var dot = (convolution.bias(of: k) - mean) * total
        if usesBatch {
            dot = 0
            for t in 0..<taps { dot += weights[t] * (all[t] - means[t] * total) }
        } else {
            for t in 0..<taps { dot += weights[t] * all[t] }
        }
        let gamma = weight?.read(Float.self) { Double($0[k]) } ?? 1
        return Channel(
            weights: weights, sums: Array(all[..<taps]), total: total, dot: dot, invstd: invstd,
            factor: invstd * gamma)
    }

    /// The gradients of the normalisation's weight and bias.
    func affineGradients() throws -> (weight: Tensor, bias: Tensor) {
        let c = gradient.shape[1]
        let means = usesBatch ? try convolution.tapMoments().means : []
        let (dweight, dbias) = (try Tensor.empty([c]), try Tensor.empty([c]))
        dweight.elements(Float.self) { dweight in
            dbias.elements(Float.self) { dbias in
                for k in 0..<c {
                    let channel = channel(k, means)
                    dweight[k] = Float(channel.dot * channel.invstd)
                    dbias[k] = Float(channel.total)
                }
            }
        }
        return (dweight, dbias)
    }

    /// The gradients of the convolution's weight and bias.
    ///
    /// In training each is Σ (dy − level − (x − mean) · slope) · factor times the input at a tap. With the means m
    /// and covariances C of the taps, x − mean is Σ w·(input − m), so that the sum is that of dy less
    /// total·m and slope·n·Cw.
    func convolutionGradients(withBias: Bool) throws -> (weight: Tensor, bias: Tensor?) {
        let (c, taps) = (gradient.shape[1], convolution.taps)
        let (means, covariances) = usesBatch ? try convolution.tapMoments() : ([], [])
        let w = convolution.window
        let dweight = try Tensor.empty([Int(w.k), Int(w.c), Int(w.kh), Int(w.kw)])
        let dbias = withBias ? try Tensor.empty([c]) : nil
        dweight.elements(Float.self) { out in
            for k in 0..<c {
                let channel = channel(k, means)
                let slope = channel.dot * channel.invstd * channel.invstd
                for t in 0..<taps {
                    var value = channel.sums[t]
                    if usesBatch {
                        var spread = 0.0
                        for s in 0..<taps {
                            spread += channel.weights[s] * covariances[s * taps + t]
                        }
                        value -= channel.total * means[t] + slope * spread
                    }
                    out[k * taps + t] = Float(value * channel.factor)
                }
            }
        }
        dbias?.elements(Float.self) { out in
            for k in 0..<c {
                // In training what the mean takes away is all there was.
                out[k] = usesBatch ? 0 : Float(channel(k, means).total * channel(k, means).factor)
            }
        }
        return (dweight, dbias)
    }

    override func fill(_ memory: UnsafeMutableRawPointer) {
        let shape = gradient.shape
        // The convolution's output goes where the gradient is to be: each plane is read before it is written.
        let x = memory.assumingMemoryBound(to: Float.self)
        PlaneMap(.convolution(convolution), shape).fill(memory)
        let gamma = weight?.read(Float.self) { UnsafePointer($0) }
        statistics.read(Double.self) { statistics in
            gradient.withGradient {
                ck_gradient_bn_backward(
                    $0, x, Int64(shape[0]), Int64(shape[1]), Int64(shape[2]), Int64(shape[3]),
                    statistics, statistics + shape[1], gamma, usesBatch, x, nil, nil)
            }
        }
        withExtendedLifetime(self) {}
    }
}

extension FewTapConvolution {
    /// The gradients of weight and bias from one of the output that is not computed; `nil` where it is.
    func gradients(from dy: Tensor, withBias: Bool) throws -> (weight: Tensor, bias: Tensor?)? {
        if let normalized = dy.deferredWork as? NormalizedGradient, normalized.convolution === self
        {
            return try normalized.convolutionGradients(withBias: withBias)
        }
        guard let gradient = dy.planeGradient() else { return nil }
        let c = Int(window.k)
        let sums = try PlaneGradient.taps(gradient, self)
        let weight = try Tensor.empty([c, Int(window.c), Int(window.kh), Int(window.kw)])
        let bias = withBias ? try Tensor.empty([c]) : nil
        sums.elements(Float.self) { sums in
            weight.elements(Float.self) { weight in
                for k in 0..<c {
                    for t in 0..<taps { weight[k * taps + t] = sums[k * (taps + 1) + t] }
                }
            }
            bias?.elements(Float.self) { bias in
                for k in 0..<c { bias[k] = sums[k * (taps + 1) + taps] }
            }
        }
        return (weight, bias)
    }
}

extension Tensor {
    /// This gradient let through a ReLU whose result is given, put off; `nil` where that is not done.
    func deferredThreshold(_ result: Tensor) throws -> Tensor? {
        guard !isRecorded(self, result), shape == result.shape else { return nil }
        let known = planeGradient()
        if let known, let pooling = known.pooling, !known.heedsRelu,
            let map = result.planeMap, map.relu, map === pooling.pooled
        {
            let work = PlaneGradient(known.base, shape, pooling: pooling, heedsRelu: true)
            return try Tensor.deferred(shape, work, reading: work.inputs)
        }
        guard result.dtype == .float32, Deferral.accepts(shape, dtype), isContiguous,
            result.isContiguous
        else { return nil }
        let work = PlaneGradient(settled(), shape, mask: result.settled())
        return try Tensor.deferred(shape, work, reading: work.inputs)
    }

    /// This gradient of pooling's output spread to its input, put off; `nil` where that is not done.
    func deferredSpread(
        _ window: ck_window, _ shape: [Int], _ places: Tensor, of pooled: PlaneMap?
    ) throws -> Tensor? {
        guard let pooled, !isRecorded(self), Deferral.accepts(shape, dtype) else { return nil }
        let base = try plain().settled()
        let work = PlaneGradient(
            base, shape, pooling: (window: window, places: places, pooled: pooled))
        return try Tensor.deferred(shape, work, reading: work.inputs)
    }

    /// This gradient as the fused backward passes take it, for planes of float32.
    func planeGradient() -> PlaneGradient? {
        guard dtype == .float32, dim == 4 else { return nil }
        if let known = deferredWork as? PlaneGradient, known.shape == shape { return known }
        return nil
    }
}
