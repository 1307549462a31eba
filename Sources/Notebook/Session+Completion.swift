import Interpreter

/// Completion: reads the text before the cursor, asks the live values, and runs nothing.
extension Session {
    /// What could stand at a UTF-8 offset of a cell.
    ///
    /// Where no name begins with what is typed, those count that do so but for the case of letters.
    package func complete(_ source: String, at cursor: Int) -> Completion {
        let exact = complete(source, at: cursor, ignoringCase: false)
        guard exact.candidates.isEmpty else { return exact }
        return complete(source, at: cursor, ignoringCase: true)
    }

    private func complete(_ source: String, at cursor: Int, ignoringCase: Bool) -> Completion {
        let bytes = Array(source.utf8)
        let end = min(max(cursor, 0), bytes.count)
        let context = CursorContext(bytes, cursor: end)
        let word = TypedWord(context.word, ignoresCase: ignoringCase)
        if let text = context.text { return strings(text, cursor: end) }
        guard !context.isInText else { return Completion(start: end, candidates: []) }
        let start = end - context.word.utf8.count
        if context.isImport { return modules(context, word, start: start) }
        if !context.owner.isEmpty {
            let found = attributes(context, word, start: start)
            guard found.candidates.isEmpty, resolve(context.owner) == nil else { return found }
            // Such as self in a class that is being typed.
            let names = CellNames(bytes, without: start).attributes(of: context.owner)
            return Completion(
                start: start, candidates: Self.sorted(names, word, .attribute))
        }
        if context.isAfterDot { return Completion(start: end, candidates: []) }
        var found: [Completion.Candidate] = []
        if let call = context.call, let value = resolve(call) {
            let given = context.given
            for parameter in parameters(of: value) ?? []
            where parameter.kind == .either || parameter.kind == .keywordOnly {
                if word.begins(parameter.name), !given.contains(parameter.name) {
                    found.append(.init(text: parameter.name + "=", kind: .parameter))
                }
            }
        }
        guard !context.word.isEmpty else { return Completion(start: start, candidates: found) }
        let typed = CellNames(bytes, without: start).names
        return Completion(start: start, candidates: found + names(word, typed: typed))
    }

    private static func sorted(
        _ names: Set<String>, _ word: TypedWord, _ kind: Completion.Kind
    ) -> [Completion.Candidate] {
        names.filter { word.begins($0) }
            .sorted().map { .init(text: $0, kind: kind) }
    }

    /// - Parameter typed: the names in the cell, which need not be known yet.
    private func names(_ word: TypedWord, typed: Set<String>) -> [Completion.Candidate] {
        var seen: Set<String> = []
        var found: [Completion.Candidate] = []
        func add(_ name: String, _ kind: Completion.Kind) {
            guard word.begins(name), seen.insert(name).inserted else { return }
            found.append(.init(text: name, kind: kind))
        }
        for (name, value) in globals.entries { add(name.swiftString, kind(of: value, .name)) }
        for name in Self.keywords { add(name, .keyword) }
        for (name, value) in vm.builtins.entries { add(name.swiftString, kind(of: value, .name)) }
        for name in typed { add(name, .name) }
        return found.sorted { $0.text < $1.text }
    }

    private func attributes(
        _ context: CursorContext, _ word: TypedWord, start: Int
    ) -> Completion {
        guard let value = resolve(context.owner) else {
            return Completion(start: start, candidates: [])
        }
        var names: Set<String> = []
        for name in attributeNames(of: value) where word.begins(name) { names.insert(name) }
        let candidates = names.sorted().map { name in
            let found = attribute(value, name)
            return Completion.Candidate(
                text: name, kind: found.map { kind(of: $0, .attribute) } ?? .attribute)
        }
        return Completion(start: start, candidates: candidates)
    }

    private func attributeNames(of value: Value) -> [String] {
        var names: [String] = []
        if let module = value.object as? ModuleObject {
            return module.namespace.entries.map(\.name.swiftString)
        }
        if let type = value.object as? TypeObject {
            for base in type.mro { names += base.attributes.entries.map(\.name.swiftString) }
        } else if let instance = value.object as? InstanceObject {
            names += instance.ownAttributeNames.map(\.swiftString)
        }
        for base in vm.type(of: value).mro {
            names += base.attributes.entries.map(\.name.swiftString)
        }
        // What an object offers beyond these, such as a network's layers, it lists itself.
        let type = vm.type(of: value)
        if type.mro.contains(where: { $0.isNative && $0.module != "builtins" }),
            let directory = vm.builtins[vm.intern("dir")],
            let listed = try? vm.call(directory, CallArguments([value])), let list = listed.list
        {
            names += list.elements.compactMap { $0.string?.swiftString }
        }
        return names
    }

    private func modules(
        _ context: CursorContext, _ word: TypedWord, start: Int
    ) -> Completion {
        if let module = context.importedFrom {
            guard let found = try? vm.importModule(module) else {
                return Completion(start: start, candidates: [])
            }
            var names = found.namespace.entries.map(\.name.swiftString)
            names += submodules(of: module)
            let fitting = Set(names).filter { word.begins($0) }
            return Completion(
                start: start, candidates: fitting.sorted().map { .init(text: $0, kind: .name) })
        }
        let names: [String]
        if context.owner.isEmpty {
            names = vm.moduleNames.filter { !$0.contains(".") }
        } else {
            names = submodules(of: context.owner.joined(separator: "."))
        }
        let fitting = Set(names).filter { word.begins($0) }
        return Completion(
            start: start, candidates: fitting.sorted().map { .init(text: $0, kind: .module) })
    }

    private func submodules(of module: String) -> [String] {
        vm.moduleNames.filter { $0.hasPrefix(module + ".") }.compactMap {
            $0.dropFirst(module.count + 1).split(separator: ".").first.map(String.init)
        }
    }

    private func kind(of value: Value, _ other: Completion.Kind) -> Completion.Kind {
        switch value.object?.kind {
        case .function, .boundMethod, .nativeFunction: .method
        case .type: .type
        case .module: .module
        default: other
        }
    }

    /// The signature of the call that the cursor is in, on one line.
    package func signatureHint(_ source: String, at cursor: Int) -> String? {
        let bytes = Array(source.utf8)
        let context = CursorContext(bytes, cursor: min(max(cursor, 0), bytes.count))
        guard let call = context.call, let value = resolve(call),
            let signature = signature(of: value)
        else { return nil }
        return (call.last ?? "") + signature
    }

    private static let keywords = [
        "False", "None", "True", "and", "as", "assert", "break", "class", "continue", "def", "del",
        "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
        "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with",
        "yield",
    ]
}
