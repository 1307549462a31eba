import CNN
import Interpreter

/// What `torch.autograd.Function` needs of Swift: a step of the graph whose backward is the learner's.
extension Torch {
    func declareCustomFunctions(_ module: ModuleObject) {
        define(
            module, "_record_function",
            "(name, ctx, inputs, outputs, saved, fixed, backward, dirty=())", ""
        ) { [unowned self] c in
            let inputs = (c.elements(c[2]) ?? []).map { tensor($0) }
            let known = inputs.compactMap { $0 }
            let dirty = (c.elements(c[7]) ?? []).compactMap { tensor($0) }
            let fixed = (c.elements(c[5]) ?? []).compactMap { tensor($0) }
            let results = (c.elements(c[3]) ?? []).map { value -> Tensor? in
                guard let output = tensor(value) else { return nil }
                // What was changed in place goes on with the new step as its history.
                if !output.isLeaf, dirty.contains(where: { $0 === output }) { return output }
                // An output that has a history (an input returned as it is) gets one of its own.
                return known.contains { $0 === output } || output.gradFn != nil
                    || output.base != nil
                    ? output.detach() : output
            }
            let given = (c.elements(c[3]) ?? []).map { tensor($0) }
            for (output, result) in zip(given, results) {
                if let output, let result, result !== output { result.becomeView(of: output) }
            }
            let (context, backward) = (c[1], c[6])
            let saved = (c.elements(c[4]) ?? []).map { tensor($0) }
            let outputs = (c.elements(c[3]) ?? []).map { tensor($0) }
            // Saved outputs are kept by the step itself, everything else as it is.
            let places = saved.map { item in
                item.flatMap { kept in outputs.firstIndex { $0 === kept } }
            }
            let count = known.count
            let step = Node(
                try c.string(0), known,
                saving: zip(saved, places).map { $1 == nil ? $0 : nil }
            ) { [unowned self] node, gradients in
                var next = saved.count
                var unpacked: [Value] = []
                for (item, place) in zip(saved, places) {
                    if item == nil {
                        unpacked.append(.none)
                    } else if place != nil {
                        unpacked.append(value(try node.saved(next)))
                        next += 1
                    } else {
                        unpacked.append(value(try node.saved(unpacked.count)))
                    }
                }
                let given = gradients.map { value($0) }
                let answer = try vm.call(
                    backward, [context, vm.tuple(unpacked), vm.tuple(given)])
                return try gradientsOf(answer, inputs, node.name, count)
            }
            for (index, result) in results.enumerated() {
                guard let result, result.dtype.isFloatingPoint,
                    !fixed.contains(where: { $0 === outputs[index] })
                else {
                    step.skipOutput()
                    continue
                }
                result.becomeOutput(of: step)
            }
            for (index, place) in places.enumerated() {
                if let place, let output = results[place], saved[index] != nil {
                    step.save(output: output)
                }
            }
            return vm.tuple(
                zip(results, c.elements(c[3]) ?? []).map { $0.map { value($0) } ?? $1 })
        }
    }

    /// The gradients that `backward` returned, one for each tensor among the inputs.
    private func gradientsOf(
        _ answer: Value, _ inputs: [Tensor?], _ name: String, _ count: Int
    ) throws -> [Tensor?] {
        var parts = answer.tuple?.elements ?? [answer]
        while parts.count > inputs.count, parts.last?.isNone ?? false { parts.removeLast() }
        guard parts.count == inputs.count else {
            throw TensorError.runtime(
                "function \(name) returned an incorrect number of gradients (expected "
                    + "\(inputs.count), got \(parts.count))")
        }
        var result: [Tensor?] = []
        for (index, (part, input)) in zip(parts, inputs).enumerated() {
            if !part.isNone, tensor(part) == nil {
                throw vm.typeError(
                    "function \(name) returned a gradient for argument \(index) of type "
                        + "\(nativeTypeName(part)): expected Variable or None")
            }
            if input == nil {
                guard part.isNone else {
                    throw TensorError.runtime(
                        "function \(name) returned a gradient different from None at position "
                            + "\(index + 1), but the corresponding forward input was not a Variable"
                    )
                }
                continue
            }
            result.append(tensor(part))
        }
        return result
    }
}
