import Interpreter

/// `torch.distributions` and its constraints.
extension Torch {
    static func registerDistributions(
        _ module: (String, @escaping (Torch) throws -> ModuleObject) -> Void
    ) {
        module("torch.distributions") { torch in
            let made = torch.vm.makeModule(
                "torch.distributions", doc: "Distributions of random numbers.")
            torch.vm.adopt(made)
            torch.loadLazily(made, ["constraints"])
            try torch.addPython(made.name, PythonSources.distributions, to: made)
            try torch.addPython(
                made.name, part: "more", PythonSources.distributionsMore, to: made)
            return made
        }
        module("torch.distributions.constraints") { torch in
            let name = "torch.distributions.constraints"
            let made = torch.vm.makeModule(name, doc: "What numbers have to satisfy.")
            let names = try torch.runPython(name, "", PythonSources.distributionConstraints)
            for (key, value) in names.entries where !key.swiftString.hasPrefix("_") {
                made.namespace[key] = value
            }
            return made
        }
        let parts: [(String, [String])] = [
            ("normal", ["Normal"]), ("categorical", ["Categorical"]),
            ("bernoulli", ["Bernoulli"]), ("uniform", ["Uniform"]), ("beta", ["Beta"]),
            ("kl", ["kl_divergence"]), ("distribution", ["Distribution"]),
        ]
        for (part, names) in parts {
            module("torch.distributions." + part) { torch in
                let made = torch.vm.makeModule("torch.distributions." + part)
                let owner = try torch.vm.importModule("torch.distributions")
                for name in names {
                    let key = torch.vm.intern(name)
                    made.namespace[key] = owner.namespace[key] ?? Value.none
                }
                return made
            }
        }
    }
}
