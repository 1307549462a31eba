import Interpreter

/// What checks see of the learner's names: `student.NAME`, to be read only.
final class StudentNamespace: Object {
    private let names: NameTable

    init(type: TypeObject, names: NameTable) {
        self.names = names
        super.init(type: type)
    }

    static func makeType(in vm: VirtualMachine) -> TypeObject {
        let type = vm.makeType(
            name: "student", module: "lab", doc: "The names that the learner made.")
        type.slots.missingAttribute = { vm, value, name in
            guard let object = value.object as? StudentNamespace else { return nil }
            if let found = object.names[vm.intern(name)] { return found }
            throw vm.error(.attributeError, "student has no name '\(name.swiftString)'")
        }
        type.slots.setAttribute = { vm, _, name, _ in
            throw vm.error(.attributeError, "student.\(name.swiftString) cannot be set")
        }
        return type
    }
}
