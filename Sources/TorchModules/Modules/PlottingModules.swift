import Interpreter

/// `matplotlib` and its `pyplot`.
extension Torch {
    func makeMatplotlib() -> ModuleObject {
        let module = vm.makeModule("matplotlib", doc: "Charts: see matplotlib.pyplot.")
        module.function(
            vm, "use", "(backend, *, force=True)",
            "Taken without effect: figures are shown where cells run."
        ) { _, _ in .none }
        module.set(vm, "rcParams", .object(vm.makeDict()))
        loadLazily(module, ["pyplot"])
        return module
    }

    func makePyplot() throws -> ModuleObject {
        let module = vm.makeModule("matplotlib.pyplot", doc: "Charts and images.")
        vm.adopt(module)
        for (part, source) in PythonSources.pyplotParts {
            try addPython(module.name, part: part, source, to: module)
        }
        let matplotlib = try vm.importModule("matplotlib")
        let settings = vm.intern("rcParams")
        module.namespace[settings] = matplotlib.namespace[settings]
        if let maps = module.namespace[vm.intern("_ColourMaps")] {
            module.set(vm, "cm", try vm.call(maps, []))
        }
        return module
    }
}
