import Interpreter

/// What is known of names: variables, help, signatures.
extension Session {
    /// The names that the learner's cells have made, in alphabetical order.
    package var variables: [Variable] {
        globals.entries.compactMap { name, value in
            let text = name.swiftString
            guard !text.hasPrefix("_") else { return nil }
            return Variable(name: text, type: vm.typeName(value), summary: summary(of: value))
        }
        .sorted { $0.name < $1.name }
    }

    /// Whether a name that the learner's cells have made can be called.
    package func isCallable(_ name: String) -> Bool {
        globals[vm.intern(name)].map(vm.isCallable) ?? false
    }

    /// A line on a value that is cheap for any value: no code of the learner's runs.
    private func summary(of value: Value) -> String {
        guard let object = value.object else { return (try? vm.repr(value)) ?? "" }
        switch object.kind {
        case .function, .boundMethod, .nativeFunction: return signature(of: value) ?? "()"
        case .type: return "class"
        case .module: return "module"
        case .list, .tuple, .dict, .set, .frozenSet, .range, .bytes:
            let count = (try? vm.length(value)) ?? 0
            return "\(count) \(count == 1 ? "item" : "items")"
        case .string:
            let text = (try? vm.repr(value)) ?? ""
            return text.count > 200 ? text.prefix(200) + "…" : text
        case .instance: return ""
        default:
            // A tensor says its shape and kind of element.
            let parts = ["shape", "dtype"].compactMap { name -> String? in
                guard let part = attribute(value, name), part.object?.kind != .boundMethod else {
                    return nil
                }
                return try? vm.str(part)
            }
            return parts.joined(separator: " ")
        }
    }

    /// Help on a name or dotted name, nil when there is no such thing.
    package func inspect(_ name: String, detailed: Bool = false) -> String? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let value = resolve(parts) else { return nil }
        var lines: [String] = []
        let type = vm.typeName(value)
        if let signature = signature(of: value) {
            lines.append("\(parts.last ?? name)\(signature)")
        } else {
            lines.append("\(name): \(type)")
            let text = summary(of: value)
            if !text.isEmpty { lines.append(text) }
        }
        if let doc = documentation(of: value), !doc.isEmpty { lines += ["", doc] }
        if detailed, let source = sourceText(of: value) { lines += ["", source] }
        return lines.joined(separator: "\n")
    }

    private func documentation(of value: Value) -> String? {
        if let native = nativeFunction(value) { return native.help }
        if let type = value.object as? TypeObject, let doc = type.doc { return doc }
        guard let doc = attribute(value, "__doc__"), let text = doc.string else { return nil }
        return Self.dedented(text.swiftString)
    }

    /// The lines of a function or class that a cell defines, if the machine still has them.
    private func sourceText(of value: Value) -> String? {
        let object = value.object
        let method = (object as? BoundMethod)?.function.object
        guard let function = (method ?? object) as? FunctionObject,
            let lines = vm.sources[function.code.filename], function.code.firstLine > 0,
            function.code.firstLine <= lines.count
        else { return nil }
        let first = lines[function.code.firstLine - 1]
        let depth = first.prefix { $0 == " " }.count
        var taken = [first]
        for line in lines[function.code.firstLine...] {
            let isBlank = line.allSatisfy(\.isWhitespace)
            if !isBlank, line.prefix(while: { $0 == " " }).count <= depth, !line.hasPrefix(")") {
                break
            }
            taken.append(line)
        }
        while taken.last?.allSatisfy(\.isWhitespace) ?? false { taken.removeLast() }
        return taken.map { String($0.dropFirst(depth)) }.joined(separator: "\n")
    }

    private static func dedented(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let depth =
            lines.dropFirst().filter { !$0.allSatisfy(\.isWhitespace) }
            .map { $0.prefix { $0 == " " }.count }.min() ?? 0
        let body = lines.enumerated().map {
            $0.offset == 0 ? $0.element : $0.element.dropFirst(depth)
        }
        var result = body.map(String.init)
        while result.last?.allSatisfy(\.isWhitespace) ?? false { result.removeLast() }
        return result.joined(separator: "\n")
    }

    // MARK: - Signatures

    /// What a dotted name is declared as; nil if there is no such name.
    package func declaration(
        _ path: [String]
    ) -> (signature: String?, documentation: String?)? {
        guard let value = resolve(path) else { return nil }
        return (signature(of: value), attribute(value, "__doc__")?.string?.swiftString)
    }

    /// `(a, b=1, *, c=2)` of something that can be called, without `self`.
    func signature(of value: Value) -> String? {
        guard let parameters = parameters(of: value) else {
            return nil
        }
        var parts: [String] = []
        var sawStar = false
        for (index, parameter) in parameters.enumerated() {
            switch parameter.kind {
            case .variadic: sawStar = true
            case .keywordOnly where !sawStar:
                parts.append("*")
                sawStar = true
            default: break
            }
            let mark =
                parameter.kind == .variadic ? "*" : parameter.kind == .keywords ? "**" : ""
            var text = mark + parameter.name
            if let standard = parameter.defaultText {
                text += "=" + standard
            }
            parts.append(text)
            let next = index + 1 < parameters.count ? parameters[index + 1].kind : nil
            if parameter.kind == .positionalOnly, next != .positionalOnly { parts.append("/") }
        }
        return "(" + parts.joined(separator: ", ") + ")"
    }

    private func nativeFunction(_ value: Value) -> NativeFunction? {
        if let method = value.object as? BoundMethod {
            return method.function.object as? NativeFunction
        }
        return value.object as? NativeFunction
    }

    /// The parameters of a callable; nil for what cannot be called or does not say.
    func parameters(of value: Value) -> [CallParameter]? {
        guard let object = value.object else { return nil }
        if let native = nativeFunction(value) {
            return native.signature.parameters.map(CallParameter.init)
        }
        if let method = object as? BoundMethod {
            return parameters(of: method.function).map { Array($0.dropFirst()) }
        }
        if let function = object as? FunctionObject {
            // A decorated function is called as what it wraps.
            if let wrapped = function.ownAttribute(vm.intern("__wrapped__")) {
                return parameters(of: wrapped)
            }
            return parameters(of: function)
        }
        if let type = object as? TypeObject {
            for base in type.mro {
                if let native = base.initializer ?? base.constructor {
                    return native.signature.parameters.map(CallParameter.init)
                }
                if let made = base.attributes[vm.intern("__init__")] {
                    let found = parameters(of: made)
                    let isNative = made.object is NativeFunction
                    return isNative ? found : found.map { Array($0.dropFirst()) }
                }
            }
            return nil
        }
        return nil
    }

    private func parameters(of function: FunctionObject) -> [CallParameter] {
        let code = function.code
        var found: [CallParameter] = []
        let required = code.argumentCount - function.defaults.count
        for index in 0..<code.argumentCount {
            let standard = index >= required ? function.defaults[index - required] : nil
            found.append(
                .init(
                    name: code.localNames[index],
                    kind: index < code.positionalOnlyCount ? .positionalOnly : .either,
                    defaultText: standard.map(defaultText)))
        }
        var slot = code.argumentCount + code.keywordOnlyCount
        if code.flags.contains(.variadicPositional) {
            found.append(.init(name: code.localNames[slot], kind: .variadic, defaultText: nil))
            slot += 1
        }
        for index in 0..<code.keywordOnlyCount {
            let name = code.localNames[code.argumentCount + index]
            let standard = function.keywordDefaults.first { $0.name.swiftString == name }?.value
            found.append(
                .init(name: name, kind: .keywordOnly, defaultText: standard.map(defaultText)))
        }
        if code.flags.contains(.variadicKeywords) {
            found.append(.init(name: code.localNames[slot], kind: .keywords, defaultText: nil))
        }
        return found
    }

    private func defaultText(_ value: Value) -> String {
        let isPlain = value.object.map { $0.kind == .string || $0.kind == .tuple } ?? true
        guard isPlain else { return "…" }
        return (try? vm.repr(value)) ?? "…"
    }

    // MARK: - Looking up without running anything of the learner's

    /// The value of a dotted name.
    func resolve(_ parts: [String]) -> Value? {
        guard let first = parts.first, !first.isEmpty else { return nil }
        let name = vm.intern(first)
        guard var value = globals[name] ?? vm.builtins[name] else { return nil }
        for part in parts.dropFirst() {
            guard let next = attribute(value, part) else { return nil }
            value = next
        }
        return value
    }

    /// An attribute, unless reading it would run the learner's code.
    func attribute(_ value: Value, _ name: String) -> Value? {
        let key = vm.intern(name)
        let type = vm.type(of: value)
        if let found = vm.lookUp(type, key), found.object is PropertyObject { return nil }
        for base in type.mro where !base.isNative {
            let hooks = ["__getattr__", "__getattribute__"]
            if hooks.contains(where: { base.attributes[vm.intern($0)] != nil }) {
                return (value.object as? InstanceObject)?.ownAttribute(key)
            }
        }
        return try? vm.attributeIfPresent(value, key)
    }
}

/// A parameter of a callable, native or the learner's.
struct CallParameter {
    var name: String
    var kind: Signature.Parameter.Kind
    var defaultText: String?

    init(name: String, kind: Signature.Parameter.Kind, defaultText: String?) {
        self.name = name
        self.kind = kind
        self.defaultText = defaultText
    }

    init(_ native: Signature.Parameter) {
        self.init(name: native.name, kind: native.kind, defaultText: native.shownDefault)
    }
}
