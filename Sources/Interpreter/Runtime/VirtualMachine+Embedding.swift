/// What a library keeps for a thread rather than for a machine, such as modes and random numbers: a machine
/// puts its own in place for as long as it runs, so that two machines on one thread share nothing.
package protocol RunSurroundings: AnyObject {
    /// Puts this machine's in place.
    func enter()
    /// Puts back what was there. `stopped` says that a budget or an interrupt ended the run, so that no `finally`
    /// and no `__exit__` has put modes back.
    func leave(stopped: Bool)
}

extension VirtualMachine {
    /// Does something for which the library's state must be this machine's: a run, or the text of a value.
    package func surrounded<R>(_ body: () throws -> R) throws -> R {
        surroundingDepth += 1
        if surroundingDepth == 1 { surroundings?.enter() }
        var stopped = false
        defer {
            surroundingDepth -= 1
            if surroundingDepth == 0 { surroundings?.leave(stopped: stopped) }
        }
        do {
            return try body()
        } catch let stop as ExecutionStop {
            stopped = true
            throw stop
        }
    }
}

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
            if let function = value.object as? FunctionObject {
                function.qualifiedName = "\(self.name).\(name.swiftString)"
            }
        }
        if other.attributes[vm.names.repr] != nil {
            slots.repr = { vm, value in
                try vm.str(vm.callMethod(value, vm.names.repr))
            }
        }
        version = heap.nextTypeVersion()
    }
}
