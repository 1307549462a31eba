// The three products of a convolution: output from input and weight, gradient of the input from gradient
// and weight, gradient of the weight from input and gradient. Each is linear in either argument and the
// derivatives of each are the other two, so that recording all three gives derivatives of any order.
// A transposed convolution is the second of them taken as a forward pass.

enum Convolution {
    /// y = x * w + b
    static func forward(
        _ g: ConvolutionGeometry, _ x: Tensor, _ weight: Tensor, _ bias: Tensor?
    ) throws -> Tensor {
        let known = try ConvolutionKernel.fewTaps(g, x, weight, bias)
        let y: Tensor
        if let known {
            y = try Tensor.deferred(
                g.outputShape, PlaneMap(.convolution(known), g.outputShape), reading: [])
        } else {
            y = try ConvolutionKernel.forward(g, x, weight, bias)
        }
        let arity = bias == nil ? 2 : 3
        let inputs = bias.map { [x, weight, $0] } ?? [x, weight]
        return y.record("ConvolutionBackward0", inputs, saving: [x, weight]) { node, gradients in
            guard let dy = gradients[0] else { return [Tensor?](repeating: nil, count: arity) }
            let (x, weight) = (try node.saved(0), try node.saved(1))
            var results: [Tensor?] = [nil, nil]
            let needsBias = arity == 3 && node.needs(2)
            if let known, node.needs(1), !GradMode.isEnabled,
                let both = try known.gradients(from: dy, withBias: needsBias)
            {
                if node.needs(0) { results[0] = try inputGradient(g, dy, weight) }
                return [results[0], both.weight] + (arity == 3 ? [both.bias] : [])
            }
            if node.needs(0) { results[0] = try inputGradient(g, dy, weight) }
            if node.needs(1), needsBias, !GradMode.isEnabled {
                let both = try ConvolutionKernel.weightGradient(g, x, dy, withBias: true)
                return [results[0], both.weight, both.bias]
            }
            if node.needs(1) { results[1] = try weightGradient(g, x, dy) }
            if arity == 3 { results.append(needsBias ? try channelSums(g, dy) : nil) }
            return results
        }
    }

    /// The gradient of the input, and the forward pass of a transposed convolution.
    static func inputGradient(
        _ g: ConvolutionGeometry, _ dy: Tensor, _ weight: Tensor,
        name: String = "ConvolutionBackward0"
    ) throws -> Tensor {
        let dx = try ConvolutionKernel.inputGradient(g, dy, weight)
        return dx.record(name, [dy, weight], saving: [dy, weight]) { node, gradients in
            guard let v = gradients[0] else { return [nil, nil] }
            return [
                node.needs(0) ? try forward(g, v, try node.saved(1), nil) : nil,
                node.needs(1) ? try weightGradient(g, v, try node.saved(0)) : nil,
            ]
        }
    }

    /// The gradient of the weight.
    static func weightGradient(_ g: ConvolutionGeometry, _ x: Tensor, _ dy: Tensor) throws -> Tensor
    {
        let dw = try ConvolutionKernel.weightGradient(g, x, dy, withBias: false).weight
        return dw.record("ConvolutionBackward0", [x, dy], saving: [x, dy]) { node, gradients in
            guard let v = gradients[0] else { return [nil, nil] }
            return [
                node.needs(0) ? try inputGradient(g, try node.saved(1), v) : nil,
                node.needs(1) ? try forward(g, try node.saved(0), v, nil) : nil,
            ]
        }
    }

    private static func channelSums(_ g: ConvolutionGeometry, _ dy: Tensor) throws -> Tensor {
        if GradMode.isEnabled {
            return try dy.sum([0] + Array(2..<dy.dim))
        }
        return try ConvolutionKernel.channelSums(g, try dy.plain())
    }
}
