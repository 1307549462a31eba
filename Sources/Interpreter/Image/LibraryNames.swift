/// The objects that libraries have under a name, by which an image refers to them.
struct LibraryNames {
    private var places: [ObjectIdentifier: (module: String, attribute: String)] = [:]
    /// Names that are looked up among the built-in ones.
    static let builtins = "builtins"
    /// Where the types are that no module names.
    private static let core = "<types>"

    private static func coreTypes(_ vm: VirtualMachine) -> [TypeObject] {
        let types = vm.types
        return [
            types.noneType, types.function, types.method, types.generator, types.module, types.code,
            vm.auxiliary.genericAlias, vm.auxiliary.unionType, vm.lostType,
        ]
    }

    init(_ vm: VirtualMachine) {
        for type in Self.coreTypes(vm) {
            places[ObjectIdentifier(type)] = (Self.core, type.name)
        }
        add(vm.builtins, module: Self.builtins, vm)
        for (name, module) in vm.modules.sorted(by: { $0.key < $1.key }) {
            add(module.namespace, module: name, vm)
        }
    }

    private mutating func add(_ names: NameTable, module: String, _ vm: VirtualMachine) {
        for (name, value) in names.entries {
            guard case .object(let object) = value, object.kind != .module, object.kind != .string
            else { continue }
            let text = name.swiftString
            if module == Self.builtins, ImageWriter.isLastValue(text) { continue }
            if let type = object as? TypeObject, !(type.isNative || type.isFrozen),
                module == Self.builtins
            {
                continue
            }
            guard places[ObjectIdentifier(object)] == nil else { continue }
            places[ObjectIdentifier(object)] = (module, text)
            guard let type = object as? TypeObject else { continue }
            for (inner, member) in type.attributes.entries {
                guard case .object(let part) = member, part.kind != .string, part.kind != .type,
                    places[ObjectIdentifier(part)] == nil
                else { continue }
                places[ObjectIdentifier(part)] = (module, text + "." + inner.swiftString)
            }
        }
    }

    func name(of object: Object) -> (module: String, attribute: String)? {
        places[ObjectIdentifier(object)]
    }

    /// What is found under a name.
    static func object(_ module: String, _ attribute: String, _ vm: VirtualMachine) throws -> Object
    {
        if module == core, let type = coreTypes(vm).first(where: { $0.name == attribute }) {
            return type
        }
        let names = module == builtins ? vm.builtins : try vm.importModule(module).namespace
        let parts = attribute.split(separator: ".", maxSplits: 1).map(String.init)
        var value = parts.first.flatMap { names[vm.intern($0)] }
        if parts.count > 1, case .object(let object)? = value, let type = object as? TypeObject {
            value = type.attributes[vm.intern(parts[1])]
        }
        guard case .object(let object)? = value else {
            throw ImageFailure("\(module) has no \(attribute) any more")
        }
        return object
    }
}
