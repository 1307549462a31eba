/// Parameters that are known only when a program runs, such as the fields of a namedtuple or dataclass.
struct FieldParameters {
    struct Field {
        var name: String
        var hasDefault = false
        var isKeywordOnly = false
    }

    /// The function named in messages, "Point.__init__".
    var function: String
    var fields: [Field]

    /// Binds a call: one value a field, nil where the default is to be used.
    func bind(
        _ vm: VirtualMachine, _ positional: [Value], _ keywords: [(name: String, value: Value)]
    ) throws -> [Value?] {
        var values = [Value?](repeating: nil, count: fields.count)
        let places = fields.indices.filter { !fields[$0].isKeywordOnly }
        if positional.count > places.count {
            let required = places.filter { !fields[$0].hasDefault }.count
            // CPython counts `self` or `cls`.
            let takes =
                required == places.count
                ? VirtualMachine.plural(places.count + 1, "positional argument")
                : "from \(required + 1) to \(places.count + 1) positional arguments"
            throw vm.typeError(
                "\(function)() takes \(takes) but \(positional.count + 1) were given")
        }
        for (place, value) in zip(places, positional) { values[place] = value }
        for (name, value) in keywords {
            guard let place = fields.firstIndex(where: { $0.name == name }) else {
                throw vm.typeError("\(function)() got an unexpected keyword argument '\(name)'")
            }
            if values[place] != nil {
                throw vm.typeError("\(function)() got multiple values for argument '\(name)'")
            }
            values[place] = value
        }
        let missing = fields.indices.filter { values[$0] == nil && !fields[$0].hasDefault }
        for keywordOnly in [false, true] {
            let names = missing.filter { fields[$0].isKeywordOnly == keywordOnly }
                .map { fields[$0].name }
            if names.isEmpty { continue }
            throw vm.typeError(
                "\(function)() missing "
                    + VirtualMachine.missingText(
                        names, keywordOnly ? "keyword-only" : "positional"))
        }
        return values
    }
}

extension VirtualMachine {
    /// A subtype of `tuple` whose items also have names.
    func makeTupleType(
        name: String, module: String, fields: [String], subclassable: Bool = false,
        repr: (([String]) -> String)? = nil
    ) -> TypeObject {
        let type = makeType(
            name: name, module: module, bases: [types.tuple], subclassable: subclassable)
        for (index, field) in fields.enumerated() {
            type.property(
                self, field, "Alias for field number \(index)",
                get: { vm, value in
                    guard let elements = value.tuple?.elements, index < elements.count else {
                        return .none
                    }
                    return elements[index]
                },
                set: { vm, _, _ in throw vm.error(.attributeError, "can't set attribute") })
        }
        type.slots.repr = { vm, value in
            guard let tuple = value.tuple else { return "" }
            let shown = try zip(fields, tuple.elements).map {
                "\($0)=\(try vm.repr($1))"
            }
            return repr?(shown) ?? "\(tuple.type.name)(\(shown.joined(separator: ", ")))"
        }
        type.new(self, "(iterable, /)", "From the values of all fields.") { vm, type, arguments in
            .object(TupleObject(type: type, try vm.elements(of: arguments[0])))
        }
        return type
    }
}
