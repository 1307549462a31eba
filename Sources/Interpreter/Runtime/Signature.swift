// A native callable's parameters are declared as text, "(input, dim=None, *, keepdim=False)", which is
// parsed when the callable is first called with anything but plain positional arguments, or asked about.

/// The parameters of a native callable.
package final class Signature {
    package struct Parameter {
        package enum Kind { case positionalOnly, either, variadic, keywordOnly, keywords }
        package var name: String
        package var kind: Kind
        /// The text after `=`, if there is any; one in angle brackets leaves the argument `.undefined`.
        package var defaultText: String?

        /// What help shows after `=`: `None` for `<None>`, nothing for `<unset>`.
        package var shownDefault: String? {
            guard let defaultText, defaultText != "<unset>" else { return nil }
            return defaultText.hasPrefix("<") && defaultText.hasSuffix(">")
                ? String(defaultText.dropFirst().dropLast()) : defaultText
        }
    }

    /// As declared, with the parentheses.
    package let text: String
    private var parsed: [Parameter]?
    private var defaults: [Value]?
    private var names: [StringObject]?
    /// Number of required parameters when all are plain places in a row; `Int.max` otherwise, so that no
    /// number of arguments reaches it.
    private(set) lazy var requiredCount: Int = {
        var required = 0
        for parameter in parameters {
            switch parameter.kind {
            case .positionalOnly, .either: if parameter.defaultText == nil { required += 1 }
            case .variadic, .keywordOnly, .keywords: return .max
            }
        }
        return required
    }()

    package init(_ text: String) { self.text = text }

    /// As help shows it: `dim=None` where a call must tell that from nothing given, `dim=<None>`.
    package var shownText: String {
        guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
        return parameters.reduce(into: text) { shown, parameter in
            guard let written = parameter.defaultText, let standard = parameter.shownDefault,
                written != standard,
                let place = shown.firstRange(of: "\(parameter.name)=\(written)")
            else { return }
            shown.replaceSubrange(place, with: "\(parameter.name)=\(standard)")
        }
    }

    package var parameters: [Parameter] {
        if let parsed { return parsed }
        let made = Self.parse(text)
        parsed = made
        return made
    }

    /// Defaults by parameter, `.undefined` for a required one and for those in angle brackets.
    func defaultValues(_ vm: VirtualMachine) -> [Value] {
        if let defaults { return defaults }
        let made = parameters.map { parameter in
            parameter.defaultText.map { Self.value($0, vm) } ?? .undefined
        }
        defaults = made
        return made
    }

    func parameterNames(_ vm: VirtualMachine) -> [StringObject] {
        if let names { return names }
        let made = parameters.map { vm.intern($0.name) }
        names = made
        return made
    }

    private static func value(_ text: String, _ vm: VirtualMachine) -> Value {
        switch text {
        case "None": return .none
        case "True": return .bool(true)
        case "False": return .bool(false)
        case "()": return vm.tuple([])
        case "inf": return .float(.infinity)
        default: break
        }
        if let int = Int(text) { return .int(int) }
        if text.hasPrefix("<"), text.hasSuffix(">") { return .undefined }
        if let first = text.first, let last = text.last, text.count >= 2 {
            if first == last, first == "'" || first == "\"" {
                let plain = text.dropFirst().dropLast()
                return vm.string(plain == "\\n" ? "\n" : String(plain))
            }
            if first == "(", last == ")" {
                return vm.tuple(split(text).map { value($0, vm) })
            }
        }
        if let float = Double(text) { return .float(float) }
        preconditionFailure("a native signature has the default '\(text)', which cannot be read")
    }

    /// The parts of "(a, b=(1, 2), c=', ')".
    private static func split(_ text: String) -> [String] {
        var parts: [String] = []
        let inner = text.utf8.dropFirst().dropLast()
        var start = inner.startIndex
        var depth = 0
        var quote: UInt8?
        for index in inner.indices {
            let byte = inner[index]
            if let open = quote {
                if byte == open { quote = nil }
                continue
            }
            switch byte {
            case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: ",") where depth == 0:
                parts.append(trim(Substring(inner[start..<index])))
                start = inner.index(after: index)
            default: break
            }
        }
        let last = trim(Substring(inner[start...]))
        if !last.isEmpty { parts.append(last) }
        return parts
    }

    private static func trim(_ text: Substring) -> String {
        var slice = text.utf8
        while slice.first == UInt8(ascii: " ") { slice.removeFirst() }
        while slice.last == UInt8(ascii: " ") { slice.removeLast() }
        return String(Substring(slice))
    }

    private static func parse(_ text: String) -> [Parameter] {
        var parameters: [Parameter] = []
        var kind = Parameter.Kind.either
        for part in split(text) {
            if part == "/" {
                for index in parameters.indices { parameters[index].kind = .positionalOnly }
            } else if part == "*" {
                kind = .keywordOnly
            } else if part.hasPrefix("**") {
                parameters.append(.init(name: String(part.dropFirst(2)), kind: .keywords))
            } else if part.hasPrefix("*") {
                parameters.append(.init(name: String(part.dropFirst()), kind: .variadic))
                kind = .keywordOnly
            } else if let equals = part.firstIndex(of: "=") {
                let name = trim(part[..<equals])
                let value = trim(part[part.index(after: equals)...])
                parameters.append(.init(name: name, kind: kind, defaultText: value))
            } else {
                parameters.append(.init(name: part, kind: kind))
            }
        }
        return parameters
    }
}
