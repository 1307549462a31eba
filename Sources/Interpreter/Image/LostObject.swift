// What stands in a restored session for something that no image can hold, such as a generator that waits in the middle
// of its body. It may be held and shown; whoever uses it is told to run its cell again.

/// The place holder of what was not kept.
final class LostObject: Object {
    /// The name of the type that it was of.
    let what: String

    init(type: TypeObject, _ what: String) {
        self.what = what
        super.init(type: type)
    }
}

extension VirtualMachine {
    /// The type of place holders.
    func makeLostType() -> TypeObject {
        let type = makeType(name: "not_kept", doc: "What could not be kept between two visits.")
        type.isSubclassable = false
        type.slots.repr = { vm, value in "<\(vm.lost(value)?.what ?? "value") that was not kept>" }
        type.slots.getAttribute = { vm, value, name in
            // What every object has may be asked for: `__class__`, `__doc__`, `__dir__`.
            if vm.lookUp(vm.types.object, name) != nil { return nil }
            throw vm.lostError(value)
        }
        type.slots.iterate = { vm, value in throw vm.lostError(value) }
        type.slots.next = { vm, value in throw vm.lostError(value) }
        type.slots.call = { vm, value, _ in throw vm.lostError(value) }
        type.slots.length = { vm, value in throw vm.lostError(value) }
        type.slots.isTrue = { vm, value in throw vm.lostError(value) }
        type.slots.getItem = { vm, value, _ in throw vm.lostError(value) }
        type.slots.contains = { vm, value, _ in throw vm.lostError(value) }
        return type
    }

    func lost(_ value: Value) -> LostObject? {
        guard case .object(let object) = value else { return nil }
        return object as? LostObject
    }

    private func lostError(_ value: Value) -> PythonError {
        error(
            .runtimeError,
            "this \(lost(value)?.what ?? "value") was not kept when the session was restored; "
                + "run the cell that made it again")
    }

    /// The names in a table that stand for something that was not kept, and what that was.
    package func lostNames(in names: NameTable) -> [(name: String, what: String)] {
        names.entries.compactMap { entry in
            lost(entry.value).map { (entry.name.swiftString, $0.what) }
        }
    }
}
