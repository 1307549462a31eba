import CNN
import Testing

/// The operations that make_layers.py took golden values of, by its names.
enum LayerCases {
    typealias Body = ([Tensor?]) throws -> Tensor

    static func all() -> [(name: String, body: Body)] {
        var cases: [(name: String, body: Body)] = []
        func add(_ name: String, _ body: @escaping Body) { cases.append((name, body)) }
        convolutions(add)
        pools(add)
        normalizations(add)
        losses(add)
        activations(add)
        return cases
    }

    private static func convolutions(_ add: (String, @escaping Body) -> Void) {
        add("conv2d/direct") { try conv2d($0[0]!, $0[1]!, $0[2], padding: 1) }
        add("conv2d/wide") { try conv2d($0[0]!, $0[1]!, $0[2], padding: 1) }
        add("conv2d/three") { try conv2d($0[0]!, $0[1]!, $0[2], padding: 2) }
        add("conv2d/many") { try conv2d($0[0]!, $0[1]!, $0[2], padding: 1) }
        add("conv2d/stride") { try conv2d($0[0]!, $0[1]!, stride: [2, 3]) }
        add("conv2d/dilation") { try conv2d($0[0]!, $0[1]!, $0[2], padding: 1, dilation: [2]) }
        add("conv2d/groups") { try conv2d($0[0]!, $0[1]!, $0[2], padding: 1, groups: 2) }
        add("conv2d/depthwise") { try conv2d($0[0]!, $0[1]!, $0[2], padding: 1, groups: 6) }
        add("conv2d/same") { try conv2d($0[0]!, $0[1]!, padding: .same) }
        add("conv2d/pointwise") { try conv2d($0[0]!, $0[1]!, $0[2]) }
        add("conv2d/unbatched") { try conv2d($0[0]!, $0[1]!) }
        add("conv2d/strided5") { try conv2d($0[0]!, $0[1]!, stride: [2], padding: 2) }
        add("conv1d") { try conv1d($0[0]!, $0[1]!, $0[2], stride: [2], padding: 1) }
        add("conv1d/direct") { try conv1d($0[0]!, $0[1]!, $0[2], padding: 1) }
        add("conv_transpose2d") {
            try convTranspose2d(
                $0[0]!, $0[1]!, $0[2], stride: [2], padding: [1], outputPadding: [1])
        }
        add("conv_transpose2d/groups") {
            try convTranspose2d($0[0]!, $0[1]!, groups: 2, dilation: [2])
        }
        for name in ["linear", "linear/three", "linear/one"] {
            add(name) { try linear($0[0]!, $0[1]!, $0[2]) }
        }
        add("linear/no bias") { try linear($0[0]!, $0[1]!) }
        add("bilinear") { try bilinear($0[0]!, $0[1]!, $0[2]!, $0[3]) }
    }

    private static func pools(_ add: (String, @escaping Body) -> Void) {
        for name in ["max_pool2d", "max_pool2d/wide", "max_pool2d/odd", "max_pool2d/ties"] {
            add(name) { try maxPool2d($0[0]!, [2]) }
        }
        add("max_pool2d/overlap") { try maxPool2d($0[0]!, [3], stride: [2], padding: [1]) }
        add("max_pool2d/ceil") { try maxPool2d($0[0]!, [3], stride: [2], ceilMode: true) }
        add("max_pool2d/dilation") { try maxPool2d($0[0]!, [2], stride: [1], dilation: [2]) }
        add("max_pool2d/large") { try maxPool2d($0[0]!, [17]) }
        add("max_pool1d") { try maxPool1d($0[0]!, [3], stride: [2]) }
        add("avg_pool2d") { try avgPool2d($0[0]!, [2]) }
        add("avg_pool2d/padding") { try avgPool2d($0[0]!, [3], stride: [2], padding: [1]) }
        add("avg_pool2d/ceil") {
            try avgPool2d(
                $0[0]!, [3], stride: [2], padding: [1], ceilMode: true, countIncludePad: false)
        }
        add("avg_pool2d/divisor") { try avgPool2d($0[0]!, [2], divisorOverride: 3) }
        add("avg_pool1d") { try avgPool1d($0[0]!, [2]) }
        add("adaptive_avg_pool2d/one") { try adaptiveAvgPool2d($0[0]!, [1]) }
        add("adaptive_avg_pool2d") { try adaptiveAvgPool2d($0[0]!, [3, 4]) }
        add("adaptive_max_pool2d") { try adaptiveMaxPool2d($0[0]!, [3, 4]).output }
    }

    private static func normalizations(_ add: (String, @escaping Body) -> Void) {
        for name in ["batch_norm/2d", "batch_norm/1d"] {
            add(name) { try batchNorm($0[0]!, nil, nil, $0[1], $0[2], training: true) }
        }
        for name in ["batch_norm/plain", "batch_norm/constant", "batch_norm/offset"] {
            add(name) { try batchNorm($0[0]!, nil, nil, training: true) }
        }
        add("batch_norm/eval") {
            try batchNorm($0[0]!, $0[1]!.detach(), $0[2]!.detach(), $0[3], $0[4])
        }
        add("layer_norm") { try layerNorm($0[0]!, [6], $0[1], $0[2]) }
        add("layer_norm/two") { try layerNorm($0[0]!, [5, 6]) }
        add("group_norm") { try groupNorm($0[0]!, 2, $0[1], $0[2]) }
        add("instance_norm") { try instanceNorm($0[0]!, nil, nil, $0[1], $0[2]) }
        add("log_softmax") { try logSoftmax($0[0]!, dim: 1) }
        add("log_softmax/middle") { try logSoftmax($0[0]!, dim: 1) }
        add("softmax") { try softmax($0[0]!, dim: -1) }
        add("softmax/first") { try softmax($0[0]!, dim: 0) }
    }

    private static func losses(_ add: (String, @escaping Body) -> Void) {
        for name in ["cross_entropy", "cross_entropy/places", "cross_entropy/one"] {
            add(name) { try crossEntropy($0[0]!, $0[1]!) }
        }
        add("cross_entropy/probabilities") { try crossEntropy($0[0]!, $0[1]!) }
        add("cross_entropy/sum") { try crossEntropy($0[0]!, $0[1]!, reduction: .sum) }
        add("cross_entropy/none") { try crossEntropy($0[0]!, $0[1]!, reduction: .none) }
        add("cross_entropy/weight") { try crossEntropy($0[0]!, $0[1]!, weight: $0[2]!.detach()) }
        add("cross_entropy/ignore") { try crossEntropy($0[0]!, $0[1]!, ignoreIndex: 2) }
        add("cross_entropy/smooth") { try crossEntropy($0[0]!, $0[1]!, labelSmoothing: 0.1) }
        add("cross_entropy/everything") {
            try crossEntropy(
                $0[0]!, $0[1]!, weight: $0[2]!.detach(), ignoreIndex: 2, labelSmoothing: 0.2)
        }
        add("cross_entropy/probabilities weight") {
            try crossEntropy(
                $0[0]!, $0[1]!.detach(), weight: $0[2]!.detach(), labelSmoothing: 0.1)
        }
        add("nll_loss") { try nllLoss($0[0]!, $0[1]!) }
        add("mse_loss") { try mseLoss($0[0]!, $0[1]!) }
        add("mse_loss/sum") { try mseLoss($0[0]!, $0[1]!, reduction: .sum) }
        add("l1_loss") { try l1Loss($0[0]!, $0[1]!) }
        add("smooth_l1_loss") { try smoothL1Loss($0[0]!, $0[1]!) }
        add("smooth_l1_loss/beta") { try smoothL1Loss($0[0]!, $0[1]!, beta: 0.3) }
        add("huber_loss") { try huberLoss($0[0]!, $0[1]!, delta: 0.7) }
        add("bce") { try binaryCrossEntropy($0[0]!, $0[1]!) }
        add("bce/weight") {
            try binaryCrossEntropy($0[0]!, $0[1]!.detach(), weight: $0[2]!.detach())
        }
        add("bce_logits") { try binaryCrossEntropyWithLogits($0[0]!, $0[1]!) }
        add("bce_logits/pos") {
            try binaryCrossEntropyWithLogits(
                $0[0]!, $0[1]!.detach(), posWeight: $0[2]!.detach())
        }
        add("kl_div") { try klDiv($0[0]!, $0[1]!, reduction: .batchmean) }
        add("kl_div/log") { try klDiv($0[0]!, $0[1]!, reduction: .sum, logTarget: true) }
    }

    private static func activations(_ add: (String, @escaping Body) -> Void) {
        add("embedding") { try embedding($0[0]!, $0[1]!) }
        add("embedding/padding") { try embedding($0[0]!, $0[1]!, paddingIdx: 2) }
        add("local_response_norm") { try localResponseNorm($0[0]!, size: 3) }
        let functions: [(String, (Tensor) throws -> Tensor)] = [
            ("relu", { try $0.relu() }),
            ("leaky_relu", { try $0.leakyRelu(negativeSlope: 0.2) }),
            ("elu", { try $0.elu(alpha: 1.5) }), ("selu", { try $0.selu() }),
            ("celu", { try $0.celu(alpha: 0.7) }), ("gelu", { try $0.gelu() }),
            ("gelu/tanh", { try $0.gelu(approximate: "tanh") }), ("silu", { try $0.silu() }),
            ("mish", { try $0.mish() }), ("sigmoid", { try $0.sigmoid() }),
            ("tanh", { try $0.tanh() }), ("softplus", { try $0.softplus() }),
            ("softplus/beta", { try $0.softplus(beta: 2, threshold: 1) }),
            ("hardtanh", { try $0.hardtanh(min: -0.5, max: 0.8) }),
            ("relu6", { try $0.relu6() }), ("hardsigmoid", { try $0.hardsigmoid() }),
            ("hardswish", { try $0.hardswish() }), ("softsign", { try $0.softsign() }),
            ("logsigmoid", { try $0.logSigmoid() }), ("threshold", { try $0.threshold(0.1, 20) }),
        ]
        for (name, function) in functions {
            add("activation/\(name)") { try function($0[0]!) }
        }
        add("activation/prelu") { try $0[0]!.prelu($0[1]!) }
    }
}

@Suite("Layers and losses")
struct LayerTests {
    /// The inputs of a case, floating point ones as leaves of that type.
    private func inputs(_ golden: Golden, _ name: String, _ dtype: DType) throws -> [Tensor?] {
        try (0..<5).map { index in
            guard let tensor = golden.file["\(name)/in\(index)"] else { return nil }
            guard tensor.dtype.isFloatingPoint else { return tensor }
            return try tensor.to(dtype).clone().requiresGrad_()
        }
    }

    @Test("values and gradients are PyTorch's, and nothing is left alive")
    func golden() throws {
        let golden = try Golden("layers.safetensors")
        for (name, body) in LayerCases.all() {
            let expected = try golden["\(name)/out"]
            let gradient = try golden["\(name)/gout"]
            let before = LiveObjects.current
            do {
                let inputs = try inputs(golden, name, .float32)
                let output = try body(inputs)
                // x · scale + shift, where both are large: a processor that does not fuse them rounds in between.
                let cancels = name == "batch_norm/offset" || name == "batch_norm/constant"
                let tolerance = cancels ? 2e-4 : 1e-5
                #expect(try difference(output, expected) <= tolerance, "\(name)")
                try output.backward(gradient: gradient)
                for (index, input) in inputs.enumerated() {
                    guard let wanted = golden.file["\(name)/grad\(index)"] else { continue }
                    let found = try #require(input?.grad, "\(name) has no gradient \(index)")
                    if name == "batch_norm/constant" { continue }
                    #expect(
                        try difference(found, wanted) <= 2 * tolerance, "\(name) gradient \(index)")
                }
            }
            #expect(LiveObjects.current == before, "\(name) leaves objects alive")
        }
    }

    @Test("no golden case goes unused")
    func complete() throws {
        let known = Set(LayerCases.all().map(\.name))
        for name in try Golden("layers.safetensors").names where name.hasSuffix("/out") {
            #expect(known.contains(String(name.dropLast(4))), "\(name)")
        }
    }

    @Test("gradients agree with central differences in float64")
    func centralDifferences() throws {
        let golden = try Golden("layers.safetensors")
        for (name, body) in LayerCases.all() where name != "max_pool2d/ties" {
            // The row that is not trained has no gradient, though the output depends on it.
            if name == "embedding/padding" { continue }
            if name.hasPrefix("batch_norm/constant") || name.hasPrefix("batch_norm/offset") {
                continue
            }
            let gradient = try golden["\(name)/gout"].to(.float64)
            let inputs = try inputs(golden, name, .float64)
            try body(inputs).backward(gradient: gradient)
            for (index, input) in inputs.enumerated() {
                guard let input, let found = input.grad else { continue }
                let worst = try withoutGradient {
                    try worstDifference(input, found) { try body(inputs).mul(gradient).sum() }
                }
                #expect(worst <= 1e-6, "\(name) gradient \(index)")
            }
        }
    }

    /// Compares up to 24 elements of a gradient with differences of the loss.
    private func worstDifference(
        _ input: Tensor, _ gradient: Tensor, _ loss: () throws -> Tensor
    ) throws -> Double {
        let values = try gradient.array(Double.self)
        let scale = max(values.map(abs).max() ?? 0, 1e-3)
        var worst = 0.0
        let step = max(1, input.count / 24)
        let memory = input.elements(Double.self) { $0 }
        for i in stride(from: 0, to: input.count, by: step) {
            let (kept, h) = (memory[i], 1e-6)
            memory[i] = kept + h
            let above = try loss().item().doubleValue
            memory[i] = kept - h
            let below = try loss().item().doubleValue
            memory[i] = kept
            worst = max(worst, abs((above - below) / (2 * h) - values[i]) / scale)
        }
        return worst
    }

    @Test("results have the same bits with 1, 2 and 8 threads")
    func threads() throws {
        let golden = try Golden("layers.safetensors")
        let usual = Threads.count
        defer { Threads.count = usual }
        for (name, body) in LayerCases.all() {
            var first: [Tensor] = []
            for count in [1, 2, 8] {
                Threads.count = count
                let inputs = try inputs(golden, name, .float32)
                let output = try body(inputs)
                try output.backward(gradient: golden["\(name)/gout"])
                let all = [output.detach()] + inputs.compactMap { $0?.grad }
                if count == 1 { first = all }
                for (a, b) in zip(first, all) {
                    #expect(try difference(a, b) == 0, "\(name) with \(count) threads")
                }
            }
        }
    }
}
