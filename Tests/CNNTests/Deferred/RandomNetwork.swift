import CNN

/// A small stream of numbers, the same on every run: SplitMix64.
struct Stream {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
    mutating func pick<T>(_ values: [T]) -> T { values[below(values.count)] }
    /// True once in `n` times.
    mutating func once(in n: Int) -> Bool { below(n) == 0 }
}

/// A network of a few layers on planes, drawn from a seed, and what one pass through it gives.
///
/// The order is mostly that of lessons (convolution, normalisation, ReLU, pooling), but anything may be left out or come
/// twice, and between two layers may stand what keeps an engine from fusing them: a value that is looked at, a
/// change in place, a second use, a hook, a view.
struct RandomNetwork {
    enum Step {
        case convolution(weight: Tensor, bias: Tensor?, stride: Int, padding: Int)
        case norm(weight: Tensor?, bias: Tensor?, mean: Tensor, variance: Tensor, training: Bool)
        case relu, reluInPlace
        case maxPool(Int, stride: Int, padding: Int)
        case averagePool
        case look, keepGradient, hook, hookLooks, changeInPlace, addItself, view, secondUse, clone
    }

    var input: Tensor
    var steps: [Step] = []
    var retain = false
    var withoutGradient = false
    var secondDerivative = false
    var description = ""

    init(seed: Int, large: Bool = false) throws {
        var stream = Stream(state: UInt64(seed) &* 0x1234_5678_9abc_def1)
        let source = Generator()
        source.manualSeed(UInt64(seed))
        func normal(_ shape: [Int]) throws -> Tensor { try Tensor.randn(shape, generator: source) }
        var c = stream.pick([1, 1, 1, 2, 3, 4])
        var (h, w) = (3 + stream.below(14), 3 + stream.below(20))
        if large { (h, w) = (20 + stream.below(12), 20 + stream.below(16)) }
        input = try normal([large ? 8 + stream.below(9) : 1 + stream.below(4), c, h, w])
        if stream.once(in: 4) { input = try input.add(.double(3)) }
        if stream.once(in: 2) { try input.requiresGrad_() }
        retain = stream.once(in: 8)
        withoutGradient = stream.once(in: 10)
        secondDerivative = !large && stream.once(in: 12)
        let training = !stream.once(in: 4)
        for _ in 0..<1 + stream.below(2) {
            if !stream.once(in: 8) {
                let k = 1 + stream.below(large ? 20 : 9)
                let size = stream.pick([1, 2, 3, 3, 3, 3].filter { $0 <= min(h, w) })
                let (stride, padding) = (stream.once(in: 6) ? 2 : 1, stream.below(2))
                steps.append(
                    .convolution(
                        weight: try normal([k, c, size, size]).requiresGrad_(),
                        bias: stream.once(in: 4) ? nil : try normal([k]).requiresGrad_(),
                        stride: stride, padding: padding))
                (h, w, c) = (
                    (h + 2 * padding - size) / stride + 1, (w + 2 * padding - size) / stride + 1, k
                )
                description += "conv\(size)/\(stride) p\(padding) k\(k) "
                disturb(&stream)
            }
            if !stream.once(in: 5), input.shape[0] * h * w > 1 {
                steps.append(
                    .norm(
                        weight: stream.once(in: 5) ? nil : try normal([c]).requiresGrad_(),
                        bias: stream.once(in: 5) ? nil : try normal([c]).requiresGrad_(),
                        mean: try normal([c]), variance: try normal([c]).abs().add(.double(0.5)),
                        training: training))
                description += training ? "norm " : "norm(eval) "
                disturb(&stream)
            }
            if !stream.once(in: 5) {
                let inPlace = stream.once(in: 3)
                steps.append(inPlace ? .reluInPlace : .relu)
                description += inPlace ? "relu_ " : "relu "
                disturb(&stream)
            }
            if !stream.once(in: 4), min(h, w) >= 4 {
                switch stream.below(6) {
                case 0:
                    steps.append(.maxPool(3, stride: 2, padding: 1))
                    (h, w) = ((h - 1) / 2 + 1, (w - 1) / 2 + 1)
                case 1:
                    steps.append(.averagePool)
                    (h, w) = (h / 2, w / 2)
                default:
                    steps.append(.maxPool(2, stride: 2, padding: 0))
                    (h, w) = (h / 2, w / 2)
                }
                description += "pool "
                disturb(&stream)
            }
        }
    }

    private mutating func disturb(_ stream: inout Stream) {
        guard stream.once(in: 5) else { return }
        let step = stream.pick(
            [
                Step.look, .keepGradient, .hook, .hookLooks, .changeInPlace, .addItself, .view,
                .secondUse, .clone,
            ])
        steps.append(step)
        description += "\(step) "
    }

    /// What a pass gives: the output, running statistics and all gradients, under names.
    func run(_ dtype: DType = .float32) throws -> [(name: String, value: Tensor)] {
        var results: [(String, Tensor)] = []
        var kept: [Tensor] = []
        var extra: [Tensor] = []
        var parameters: [Tensor] = []
        // Each run starts from copies, so that two runs see the same values.
        func leaf(_ tensor: Tensor) throws -> Tensor {
            let copy = try tensor.detach().to(dtype).clone()
            if tensor.requiresGrad { try copy.requiresGrad_() }
            parameters.append(copy)
            return copy
        }
        let start = try leaf(input)
        func body() throws -> Tensor {
            var x = start
            for step in steps {
                switch step {
                case .convolution(let weight, let bias, let stride, let padding):
                    x = try conv2d(
                        x, try leaf(weight), try bias.map(leaf), stride: [stride],
                        padding: .sizes([padding]))
                case .norm(let weight, let bias, let mean, let variance, let training):
                    let (mean, variance) = (
                        try mean.to(dtype).clone(), try variance.to(dtype).clone()
                    )
                    x = try batchNorm(
                        x, mean, variance, try weight.map(leaf), try bias.map(leaf),
                        training: training)
                    results += [("running mean", mean), ("running variance", variance)]
                case .relu: x = try x.relu()
                case .reluInPlace:
                    // Not on a leaf, nor on what a step before has kept for its gradient.
                    x = x.isLeaf && x.requiresGrad || x === start ? try x.relu() : try x.relu_()
                case .maxPool(let size, let stride, let padding):
                    x = try maxPool2d(x, [size], stride: [stride], padding: [padding])
                case .averagePool: x = try avgPool2d(x, [2])
                case .look: results.append(("looked at", try x.detach().clone()))
                case .keepGradient:
                    if x.requiresGrad, !x.isLeaf {
                        try x.retainGrad()
                        kept.append(x)
                    }
                case .hook: if x.requiresGrad { try x.registerHook { try $0.mul(.double(0.5)) } }
                case .hookLooks:
                    if x.requiresGrad {
                        try x.registerHook {
                            results.append(("gradient looked at", try $0.detach().clone()))
                            return nil
                        }
                    }
                case .changeInPlace: if x !== start { try x.add_(.double(0.25)) }
                case .addItself: x = try x.add(try x.mul(.double(0.5)))
                case .view: x = try x.view([x.shape[0], -1]).view(x.shape)
                case .secondUse: extra.append(try x.mul(.double(0.1)).sum())
                case .clone: x = try x.clone()
                }
            }
            return x
        }
        let output = withoutGradient ? try CNN.withoutGradient(body) : try body()
        results.append(("output", try output.detach().clone()))
        guard output.requiresGrad else { return results }
        let factors = try output.detach().mul(.double(0.7)).sin()
        var loss = try output.mul(factors).sum()
        for term in extra where term.requiresGrad { loss = try loss.add(term) }
        let trained = parameters.filter(\.requiresGrad)
        if secondDerivative {
            let first = try gradients(
                of: [loss], withRespectTo: trained, createGraph: true, allowUnused: true)
            var penalty = try loss.mul(.double(0))
            for case let gradient? in first { penalty = try penalty.add(gradient.square().mean()) }
            loss = penalty
        }
        try loss.backward(retainGraph: retain)
        if retain { try loss.backward() }
        for (index, parameter) in trained.enumerated() {
            if let gradient = parameter.grad { results.append(("gradient \(index)", gradient)) }
        }
        for tensor in kept {
            if let gradient = tensor.grad { results.append(("kept gradient", gradient)) }
        }
        return results
    }
}
