/// An operation made of others that stands in the graph as one step.
///
/// Its forward pass runs without recording; its backward pass runs `body` again, recorded, and goes back
/// through it. That costs a second forward pass, and keeps the inputs alone.
package func composite(
    _ name: String, _ inputs: [Tensor?], _ body: @escaping ([Tensor?]) throws -> Tensor
) throws -> Tensor {
    let present = inputs.compactMap { $0 }
    guard isRecorded(present) else { return try body(inputs) }
    var output = try withoutGradient { try body(inputs) }
    // A body that returns a view or its input must not give its history away.
    if present.contains(where: { $0 === output }) || output.view != nil { output = output.detach() }
    let places = inputs.map { $0 != nil }
    let arity = present.count
    return output.record(name, present, saving: present) { node, gradients in
        guard let dy = gradients[0] else { return [Tensor?](repeating: nil, count: arity) }
        let higher = GradMode.isEnabled
        return try withGradient {
            var arguments: [Tensor?] = []
            var wanted: [(place: Int, tensor: Tensor)] = []
            var next = 0
            for place in places {
                guard place else {
                    arguments.append(nil)
                    continue
                }
                let saved = try node.saved(next)
                var argument = saved
                if higher {
                    // A tensor of its own, so that two equal inputs get their gradients apart.
                    if node.needs(next) { argument = try saved.view(saved.shape) }
                } else {
                    argument = saved.detach()
                    if node.needs(next) { try argument.requiresGrad_() }
                }
                if node.needs(next) { wanted.append((next, argument)) }
                arguments.append(argument)
                next += 1
            }
            let again = try body(arguments)
            let found = try CNN.gradients(
                of: [again], withRespectTo: wanted.map(\.tensor), gradOutputs: [dy],
                createGraph: higher, allowUnused: true)
            var results = [Tensor?](repeating: nil, count: next)
            for (gradient, (place, _)) in zip(found, wanted) {
                results[place] = higher ? gradient?.asSecond(of: node, place) : gradient
            }
            return results
        }
    }
}

extension Tensor {
    /// This gradient of input `place` as one that may be differentiated as far as PyTorch's can.
    fileprivate func asSecond(of step: Node, _ place: Int) -> Tensor {
        switch step.name {
        case "HardshrinkBackward0", "SoftshrinkBackward0", "RreluWithNoiseBackward0",
            "MaxPool3DWithIndicesBackward0", "AvgPool3DBackward0", "AdaptiveAvgPool3DBackward0",
            "AdaptiveMaxPool3DBackward0", "FractionalMaxPool2DBackward0",
            "ReflectionPad1DBackward0", "ReflectionPad2DBackward0", "ReplicationPad1DBackward0",
            "ReplicationPad2DBackward0":
            return constant(in: place, of: step, step.name.secondStep)
        case "MultiMarginLossBackward0":
            return withoutSecondDerivative("aten::multi_margin_loss_backward", of: step)
        case "MultilabelMarginLossBackward0":
            return withoutSecondDerivative("aten::multilabel_margin_loss_backward", of: step)
        case "CtcLossBackward0":
            return withoutSecondDerivative("aten::_ctc_loss_backward", of: step)
        case "EmbeddingBagBackward0":
            return withoutSecondDerivative(
                .notImplemented("the derivative for '_embedding_bag_backward' is not implemented."),
                of: step)
        default: return self
        }
    }
}
