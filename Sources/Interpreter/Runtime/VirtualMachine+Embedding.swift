/// What modules need that are partly written in the learner's language.
extension VirtualMachine {
    /// Makes a module importable while it is still being filled, so that its own parts can import it.
    package func adopt(_ module: ModuleObject) { modules[module.name] = module }
}

extension TypeObject {
    /// Takes over the functions of a class, as if they had been declared on this native type.
    package func adopt(_ other: TypeObject, _ vm: VirtualMachine) {
        let own = [vm.names.module, vm.names.qualname, vm.names.doc, vm.names.dict]
        for (name, value) in other.attributes.entries where !own.contains(where: { $0 === name }) {
            attributes[name] = value
        }
        if other.attributes[vm.names.repr] != nil {
            slots.repr = { vm, value in
                try vm.str(vm.callMethod(value, vm.names.repr))
            }
        }
        version = heap.nextTypeVersion()
    }
}
