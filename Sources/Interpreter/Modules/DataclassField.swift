/// The fields of dataclasses, and `dataclasses.Field` that shows them.
extension VirtualMachine {
    /// One field of a dataclass.
    final class FieldObject: Object {
        var name = ""
        var annotation = Value.none
        var value: Value?
        var factory: Value?
        var inInit = true
        var inRepr = true
        var inCompare = true
        var inHash: Bool?
        var isKeywordOnly: Bool?
        /// `InitVar`: a parameter of `__init__` that goes to `__post_init__` and is no attribute.
        var isInitOnly = false
        var metadata = Value.none

        init(type: TypeObject) { super.init(type: type) }

        var hasDefault: Bool { value != nil || factory != nil }
    }

    func field(_ value: Value) -> FieldObject? {
        if case .object(let object) = value { return object as? FieldObject }
        return nil
    }

    func makeFieldType(_ missing: Value) -> TypeObject {
        let type = makeType(name: "Field", module: "dataclasses")
        let properties: [(String, (VirtualMachine, FieldObject) -> Value)] = [
            ("name", { vm, field in field.name.isEmpty ? .none : vm.string(field.name) }),
            ("type", { _, field in field.annotation }),
            ("default", { _, field in field.value ?? missing }),
            ("default_factory", { _, field in field.factory ?? missing }),
            ("init", { _, field in .bool(field.inInit) }),
            ("repr", { _, field in .bool(field.inRepr) }),
            ("compare", { _, field in .bool(field.inCompare) }),
            ("hash", { _, field in field.inHash.map { .bool($0) } ?? .none }),
            ("kw_only", { _, field in field.isKeywordOnly.map { .bool($0) } ?? missing }),
            (
                "metadata",
                { vm, field in
                    let made = DictObject(type: vm.types.mappingProxy)
                    for (key, value) in field.metadata.dict?.items ?? [] {
                        try? made.set(key, value, vm)
                    }
                    return .object(made)
                }
            ),
        ]
        for (name, get) in properties {
            type.property(
                self, name, get: { vm, value in vm.field(value).map { get(vm, $0) } ?? .none })
        }
        let order = [
            "name", "type", "default", "default_factory", "init", "repr", "hash", "compare",
            "metadata", "kw_only",
        ]
        type.slots.repr = { vm, value in
            let parts = try order.map { "\($0)=\(try vm.repr(vm.getAttribute(value, $0)))" }
            let kind = vm.field(value)?.name.isEmpty == false ? "_FIELD" : "None"
            return "Field(\(parts.joined(separator: ",")),_field_type=\(kind))"
        }
        return type
    }

    private func mutableDefault(_ value: Value, _ name: StringObject) -> PythonError {
        let shown = (try? repr(.object(type(of: value)))) ?? ""
        return valueError(
            "mutable default \(shown) for field \(name.swiftString) is not allowed: use "
                + "default_factory")
    }

    /// The field that an annotation of the class declares, with its default taken from the class.
    func ownField(
        _ type: TypeObject, _ name: StringObject, _ fieldType: TypeObject
    ) throws -> FieldObject {
        guard let value = type.attributes[name] else { return FieldObject(type: fieldType) }
        if case .object(let object) = value, let field = object as? FieldObject {
            if let value = field.value {
                if self.type(of: value).slots.isUnhashable { throw mutableDefault(value, name) }
                try setAttribute(.object(type), name, value)
            } else {
                try deleteAttribute(.object(type), name)
            }
            return field
        }
        if self.type(of: value).slots.isUnhashable {
            throw mutableDefault(value, name)
        }
        let field = FieldObject(type: fieldType)
        field.value = value
        return field
    }
}
