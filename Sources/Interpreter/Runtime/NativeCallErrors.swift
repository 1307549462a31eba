// Errors of native calls. CPython has three wordings: that of functions written in Python, and for those written in C one
// for places only and one for arguments that may be named.

extension VirtualMachine {
    /// Modules whose functions CPython writes in C.
    private static let modulesInC: Set<String> = ["builtins", "math", "itertools", "time"]

    /// Modules whose methods CPython writes in Python.
    static let modulesInPython: Set<String> = [
        "random", "statistics", "dataclasses", "typing", "copy", "string",
    ]

    private func isWrittenInC(_ native: NativeFunction) -> Bool {
        Self.modulesInC.contains(native.owner?.module ?? native.module ?? "builtins")
    }

    /// The name in messages about functions written in Python; those of `random` are methods there.
    private func pythonName(_ native: NativeFunction) -> String {
        if let name = native.nameInErrors { return name }
        if let owner = native.owner, Self.modulesInPython.contains(owner.module) {
            return "\(owner.name).\(native.name)"
        }
        return native.module == "random" && native.owner == nil
            ? "Random.\(native.name)" : native.name
    }

    /// `list.append` of a method, `len` of a function.
    private func fullName(_ native: NativeFunction) -> String {
        if let owner = native.owner, native.isMethod, native.name != owner.name {
            return "\(owner.name).\(native.name)"
        }
        if let module = native.module, module != "builtins" { return "\(module).\(native.name)" }
        return native.name
    }

    func tooMany(
        _ native: NativeFunction, _ positional: Int, keywords: Int
    ) -> PythonError {
        let parameters = native.signature.parameters
        let places = parameters.filter { $0.kind == .positionalOnly || $0.kind == .either }
        let isPython =
            Self.modulesInPython.contains(native.owner?.module ?? native.module ?? "")
            && !(native.name == "random" && parameters.isEmpty)
        if parameters.isEmpty, !isPython {
            let name = native.module == "random" ? pythonName(native) : fullName(native)
            return typeError("\(name)() takes no arguments (\(positional) given)")
        }
        if places.isEmpty, !isPython {
            return typeError("\(native.name)() takes no positional arguments")
        }
        if !places.isEmpty, places.allSatisfy({ $0.kind == .positionalOnly }) {
            return positionalCount(native, places, positional)
        }
        let required = places.filter { $0.defaultText == nil }.count
        if isWrittenInC(native) || native.owner?.name == "deque" {
            if native.name == "sorted" {
                return typeError("sorted expected 1 argument, got \(positional)")
            }
            let name = native.name == "__init__" ? native.owner?.name ?? native.name : native.name
            let all = parameters.filter { $0.kind != .variadic && $0.kind != .keywords }.count
            if positional + keywords > all {
                return typeError(
                    "\(name)() takes \(required == all ? "exactly" : "at most") "
                        + "\(Self.plural(all, "argument")) (\(positional + keywords) given)")
            }
            return typeError(
                "\(native.name)() takes \(required == places.count ? "exactly" : "at most") "
                    + "\(Self.plural(places.count, "positional argument")) (\(positional) given)")
        }
        // A method counts itself.
        let own = native.module == "random" && native.owner == nil || native.owner != nil ? 1 : 0
        let takes =
            required == places.count
            ? Self.plural(places.count + own, "positional argument")
            : "from \(required + own) to \(places.count + own) positional arguments"
        let given = positional + own
        return typeError(
            "\(pythonName(native))() takes \(takes) but \(given) \(given == 1 ? "was" : "were") given"
        )
    }

    /// Methods of `str` whose counts of arguments CPython words in its older way.
    private static let searchMethods: Set<String> = [
        "find", "rfind", "index", "rindex", "count", "startswith", "endswith",
    ]

    private func positionalCount(
        _ native: NativeFunction, _ places: [Signature.Parameter], _ positional: Int
    ) -> PythonError {
        let required = places.filter { $0.defaultText == nil }.count
        if native.isSlotWrapper, required == places.count {
            return typeError("expected \(Self.plural(places.count, "argument")), got \(positional)")
        }
        if places.count == 1, required == 1,
            native.signature.parameters.count > 1
        {
            if native.module == "math" {
                return typeError(
                    "\(native.name)() takes exactly 1 positional argument (\(positional) given)")
            }
            return typeError(
                "\(native.name) expected 1 argument, got \(positional)")
        }
        if places.count == 1, required == 1, native.owner?.module == "itertools",
            !native.isMethod
                || native.name == native.owner?.name
        {
            return typeError("\(native.name) expected 1 argument, got \(positional)")
        }
        if places.count == 1, required == 1 {
            return typeError(
                "\(fullName(native))() takes exactly one argument (\(positional) given)")
        }
        let bound = positional < required ? required : places.count
        let relation =
            required == places.count ? "" : (positional < required ? "at least " : "at most ")
        if native.owner === types.str, Self.searchMethods.contains(native.name) {
            return typeError(
                "\(native.name)() takes \(relation)\(Self.plural(bound, "argument")) "
                    + "(\(positional) given)")
        }
        let name = native.name == "__init__" ? native.owner?.name ?? native.name : native.name
        return typeError(
            "\(name) expected \(relation)\(Self.plural(bound, "argument")), got \(positional)"
        )
    }

    func missingArguments(
        _ native: NativeFunction, _ absent: [Signature.Parameter], _ positional: Int
    ) -> PythonError {
        let parameters = native.signature.parameters
        if !parameters.isEmpty, parameters.allSatisfy({ $0.kind == .positionalOnly }) {
            return positionalCount(native, parameters, positional)
        }
        if isWrittenInC(native), let first = absent.first {
            if native.name == "sorted" {
                return typeError("sorted expected 1 argument, got \(positional)")
            }
            let placesOnly = parameters.filter {
                $0.kind == .positionalOnly && $0.defaultText == nil
            }.count
            if positional < placesOnly {
                let isExact = parameters.allSatisfy { $0.kind == .positionalOnly }
                return typeError(
                    "\(native.name)() takes \(isExact ? "exactly" : "at least") "
                        + "\(Self.plural(placesOnly, "positional argument")) (\(positional) given)")
            }
            let place = parameters.firstIndex { $0.name == first.name } ?? 0
            let suffix = native.name == "enumerate" ? "" : " (pos \(place + 1))"
            return typeError(
                "\(native.name)() missing required argument '\(first.name)'\(suffix)")
        }
        let keywordOnly = absent.allSatisfy { $0.kind == .keywordOnly }
        let shown = keywordOnly ? absent : absent.filter { $0.kind != .keywordOnly }
        return typeError(
            "\(pythonName(native))() missing "
                + Self.missingText(shown.map(\.name), keywordOnly ? "keyword-only" : "positional"))
    }

    func unexpectedKeyword(
        _ native: NativeFunction, _ keyword: String, _ positional: Int
    ) -> PythonError {
        let parameters = native.signature.parameters
        if parameters.allSatisfy({ $0.kind == .positionalOnly }) {
            let name =
                native.name == "__init__" || native.name == "__new__"
                ? native.owner?.name ?? native.name : fullName(native)
            return typeError("\(name)() takes no keyword arguments")
        }
        if isWrittenInC(native) {
            if native.name == "sorted" {
                return typeError("'\(keyword)' is an invalid keyword argument for sort()")
            }
            if native.name == "zip_longest" {
                return typeError("zip_longest() got an unexpected keyword argument")
            }
            if ["range", "slice", "chain", "log"].contains(native.name) {
                return typeError("\(native.name)() takes no keyword arguments")
            }
            return typeError("'\(keyword)' is an invalid keyword argument for \(native.name)()")
        }
        return typeError(
            "\(pythonName(native))() got an unexpected keyword argument '\(keyword)'",
            hint: Self.closest(keyword, parameters.map(\.name)).map { "Did you mean '\($0)'?" })
    }

    /// "2 required positional arguments: 'a' and 'b'".
    static func missingText(_ names: [String], _ kind: String) -> String {
        let quoted = names.map { "'\($0)'" }
        let list: String
        switch quoted.count {
        case 0: list = ""
        case 1: list = quoted[0]
        case 2: list = "\(quoted[0]) and \(quoted[1])"
        default: list = quoted.dropLast().joined(separator: ", ") + ", and " + (quoted.last ?? "")
        }
        return
            "\(names.count) required \(kind) argument\(names.count == 1 ? "" : "s"): \(list)"
    }

    static func plural(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
