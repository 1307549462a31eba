import CNN
import Interpreter

/// The step of `torch.optim`'s classes: settings and state are the learner's dictionaries, the arithmetic is
/// that of CNN's optimizers.
extension Torch {
    func declareOptimizerStep(_ module: ModuleObject, _ outputs: ModuleOutputs) {
        define(module, "optimizer_step", "(kind, params, states, group)") { [unowned self] c in
            let parameters = try c.tensors(1)
            guard let states = c[2].list?.elements, let group = c[3].dict else { return .none }
            let options = ParameterGroup(parameters, try settings(group))
            let optimizer = try optimizer(c.string(0), options)
            var kept: [ParameterState] = []
            for (parameter, entry) in zip(parameters, states) {
                let state = ParameterState()
                try load(entry.dict, into: state)
                kept.append(state)
                optimizer.states[ObjectIdentifier(parameter)] = state
            }
            try optimizer.step()
            outputs.step()
            for (state, entry) in zip(kept, states) {
                guard let dict = entry.dict else { continue }
                try store(state, into: dict, countsSteps: optimizer.countsSteps)
            }
            return .none
        }
    }

    private func optimizer(_ kind: String, _ group: ParameterGroup) throws -> Optimizer {
        switch kind {
        case "SGD": try SGD([group])
        case "Adam", "AdamW": try Adam([group])
        case "RMSprop": try RMSprop([group])
        case "Adagrad": try Adagrad([group])
        case "Adadelta": try Adadelta([group])
        default: try NAdam([group])
        }
    }

    private func settings(_ group: DictObject) throws -> [(String, OptimizerOption)] {
        var result: [(String, OptimizerOption)] = []
        for (key, value) in group.items {
            guard let name = key.string?.swiftString, name != "params" else { continue }
            switch value {
            case .bool(let flag): result.append((name, .flag(flag)))
            case .int(let int): result.append((name, .number(.int(int))))
            case .float(let double): result.append((name, .number(.double(double))))
            default:
                if let pair = value.tuple?.elements ?? value.list?.elements, pair.count == 2,
                    let first = scalar(pair[0]), let second = scalar(pair[1])
                {
                    result.append((name, .pair(first, second)))
                } else if let tensor = tensor(value), tensor.count == 1 {
                    result.append((name, .number(try tensor.item())))
                }
            }
        }
        return result
    }

    private func load(_ dict: DictObject?, into state: ParameterState) throws {
        for (key, value) in dict?.items ?? [] {
            guard let name = key.string?.swiftString, let tensor = tensor(value) else { continue }
            if name == "step" {
                state.step = try tensor.item().intValue
            } else if tensor.dim == 0, name == "mu_product" {
                state.numbers.append((name, try tensor.item().doubleValue))
            } else {
                state.tensors.append((name, tensor))
            }
        }
    }

    private func store(
        _ state: ParameterState, into dict: DictObject, countsSteps: Bool
    ) throws {
        if countsSteps {
            let name = vm.intern("step")
            if let step = dict.value(forName: name).flatMap({ tensor($0) }) {
                _ = try step.fill_(.double(Double(state.step)))
            } else {
                let step = try Tensor.scalar(.double(Double(state.step)), dtype: .standard)
                dict.setValue(value(step), forName: name)
            }
        }
        for (name, number) in state.numbers {
            dict.setValue(
                value(try Tensor.scalar(.double(number), dtype: .standard)),
                forName: vm.intern(name))
        }
        for (name, tensor) in state.tensors {
            let key = vm.intern(name)
            if dict.value(forName: key).flatMap({ self.tensor($0) }) !== tensor {
                dict.setValue(value(tensor), forName: key)
            }
        }
    }
}
