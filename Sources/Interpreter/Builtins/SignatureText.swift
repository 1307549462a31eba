/// The signature of a function as `inspect.signature` words it: annotations and defaults in full.
struct SignatureText {
    private let vm: VirtualMachine

    init(_ vm: VirtualMachine) { self.vm = vm }

    /// `__main__.f(x: int = 3, *rest) -> str`.
    func declaration(of function: FunctionObject) throws -> String {
        var name = function.qualifiedName
        if let module = function.module.string?.swiftString, module != "builtins" {
            name = module + "." + name
        }
        return name + (try signature(of: function))
    }

    private func signature(of function: FunctionObject) throws -> String {
        var function = function
        // A decorated function is called as what it wraps.
        var steps = 0
        while let wrapped = function.ownAttribute(vm.names.wrapped)?.object as? FunctionObject,
            steps < 100
        {
            function = wrapped
            steps += 1
        }
        let code = function.code
        let names = code.localNames
        var parts: [String] = []
        let required = code.argumentCount - function.defaults.count
        for index in 0..<code.argumentCount {
            let standard = index >= required ? function.defaults[index - required] : nil
            parts.append(try parameter(names[index], standard, function))
            if index + 1 == code.positionalOnlyCount { parts.append("/") }
        }
        var slot = code.argumentCount + code.keywordOnlyCount
        if code.flags.contains(.variadicPositional) {
            parts.append("*" + (try parameter(names[slot], nil, function)))
            slot += 1
        } else if code.keywordOnlyCount > 0 {
            parts.append("*")
        }
        for index in 0..<code.keywordOnlyCount {
            let name = names[code.argumentCount + index]
            let standard = function.keywordDefaults.first { $0.name.swiftString == name }?.value
            parts.append(try parameter(name, standard, function))
        }
        if code.flags.contains(.variadicKeywords) {
            parts.append("**" + (try parameter(names[slot], nil, function)))
        }
        var text = "(" + parts.joined(separator: ", ") + ")"
        if let result = function.annotations?.value(forName: vm.intern("return")) {
            text += " -> " + (try annotation(result))
        }
        return text
    }

    private func parameter(
        _ name: String, _ standard: Value?, _ function: FunctionObject
    ) throws -> String {
        var text = name
        let annotated = function.annotations?.value(forName: vm.intern(name))
        if let annotated { text += ": " + (try annotation(annotated)) }
        if let standard {
            text += (annotated == nil ? "=" : " = ") + (try vm.repr(standard))
        }
        return text
    }

    private func annotation(_ value: Value) throws -> String {
        if let type = value.type { return type.displayName }
        let text = try vm.repr(value)
        return vm.type(of: value).module == "typing"
            ? text.split(separator: "typing.", omittingEmptySubsequences: false).joined() : text
    }
}
