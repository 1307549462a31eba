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
        loadLazily(module, ["pyplot", "cm", "ticker"])
        return module
    }

    /// `matplotlib.cm`: the names of scales of colours, of which text has its own.
    func makeColourMaps() throws -> ModuleObject {
        let module = vm.makeModule("matplotlib.cm", doc: "Scales of colours.")
        let names = """
            viridis plasma inferno magma cividis gray grey binary Greys Greys_r bone hot cool jet rainbow \
            hsv spring summer autumn winter coolwarm bwr seismic RdBu RdYlBu RdYlGn Spectral Blues Reds \
            Greens Oranges Purples tab10 tab20 Set1 Set2 Set3 Pastel1 Paired
            """
        for name in names.split(separator: " ") {
            module.set(vm, String(name), vm.string(String(name)))
        }
        let pyplot = try vm.importModule("matplotlib.pyplot")
        let get = vm.intern("get_cmap")
        module.namespace[get] = pyplot.namespace[get]
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
