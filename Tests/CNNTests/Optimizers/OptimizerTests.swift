import CNN
import Testing

@Suite("Optimizers")
struct OptimizerTests {
    typealias Make = ([Tensor]) throws -> Optimizer

    static func cases() -> [(name: String, make: Make)] {
        [
            ("sgd", { try SGD($0, lr: 0.1) }),
            ("sgd/momentum", { try SGD($0, lr: 0.1, momentum: 0.9, weightDecay: 0.01) }),
            ("sgd/dampening", { try SGD($0, lr: 0.1, momentum: 0.9, dampening: 0.5) }),
            ("sgd/nesterov", { try SGD($0, lr: 0.1, momentum: 0.9, nesterov: true) }),
            ("sgd/maximize", { try SGD($0, lr: 0.01, weightDecay: 0.1, maximize: true) }),
            ("adam", { try Adam($0, lr: 0.1, weightDecay: 0.01) }),
            ("adam/amsgrad", { try Adam($0, lr: 0.1, betas: (0.8, 0.9), amsgrad: true) }),
            ("adamw", { try AdamW($0, lr: 0.1, weightDecay: 0.1) }),
            ("nadam", { try NAdam($0, lr: 0.1) }),
            (
                "nadam/decoupled",
                { try NAdam($0, lr: 0.1, weightDecay: 0.1, decoupledWeightDecay: true) }
            ),
            ("rmsprop", { try RMSprop($0, lr: 0.1) }),
            (
                "rmsprop/all",
                {
                    try RMSprop($0, lr: 0.05, weightDecay: 0.01, momentum: 0.5, centered: true)
                }
            ),
            ("adagrad", { try Adagrad($0, lr: 0.5, lrDecay: 0.1) }),
            ("adadelta", { try Adadelta($0, lr: 1.0, weightDecay: 0.01) }),
        ]
    }

    @Test("every optimizer takes PyTorch's path")
    func paths() throws {
        let golden = try Golden("training.safetensors")
        for (name, make) in Self.cases() {
            let p = try Tensor([1.0, -2.0, 3.0, 0.5]).requiresGrad_()
            let scale = try Tensor([1.0, 0.5, 2.0, 3.0])
            let optimizer = try make([p])
            var path: [Tensor] = []
            for _ in 0..<6 {
                try optimizer.zeroGrad()
                try scale.mul(p.mul(p)).sum().backward()
                try optimizer.step()
                path.append(try p.detach().clone())
            }
            let found = try cat(path, 0).view([6, 4])
            let tolerance = name.hasPrefix("nadam") ? 1e-6 : 1e-12
            #expect(try difference(found, golden["optimizer/\(name)"]) <= tolerance, "\(name)")
        }
    }

    @Test("many parameters of odd sizes step as one, whatever the threads")
    func blocks() throws {
        let usual = Threads.count
        defer { Threads.count = usual }
        var first: [Tensor] = []
        for threads in [1, 2, 8] {
            Threads.count = threads
            manualSeed(3)
            let parameters = try [1, 7, 40_000, 16_384, 3].map {
                try Tensor.randn([$0]).requiresGrad_()
            }
            let optimizer = try Adam(parameters, lr: 0.01)
            for _ in 0..<2 {
                for parameter in parameters { parameter.grad = try Tensor.randn(parameter.shape) }
                try optimizer.step()
            }
            if threads == 1 { first = parameters }
            for (a, b) in zip(first, parameters) { #expect(try difference(a, b) == 0) }
        }
    }

    @Test("arguments out of range are refused in PyTorch's words")
    func errors() throws {
        let p = try Tensor([1.0]).requiresGrad_()
        let squared = try p.mul(p)
        let cases: [(String, () throws -> Optimizer)] = [
            ("optimizer got an empty parameter list", { try SGD([Tensor]()) }),
            ("Invalid learning rate: -1", { try SGD([p], lr: -1) }),
            (
                "Nesterov momentum requires a momentum and zero dampening",
                { try SGD([p], nesterov: true) }
            ),
            ("can't optimize a non-leaf Tensor", { try SGD([squared]) }),
            ("Invalid beta parameter at index 0: 1.0", { try Adam([p], betas: (1.0, 0.9)) }),
            (
                "some parameters appear in more than one parameter group",
                { try Adam([ParameterGroup([p]), ParameterGroup([p])]) }
            ),
        ]
        for (message, make) in cases {
            #expect(throws: TensorError.value(message)) { _ = try make() }
        }
    }
}
