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
            for (gradient, (place, _)) in zip(found, wanted) { results[place] = gradient }
            return results
        }
    }
}
