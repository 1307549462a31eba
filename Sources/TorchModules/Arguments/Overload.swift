import Glibc

/// One way of calling a function of torch, as PyTorch declares it: `(Tensor input, Scalar? min=None, *, Tensor out=None)`.
struct Overload {
    enum Kind {
        case tensor, scalar, int, double, tensors, ints, doubles, generator, bool, dtype, layout
        case memoryFormat, device, string, scalars, object, other
    }

    /// A class, as copies of so many references would cost more than the check itself.
    final class Parameter {
        let name: String
        /// The names of NumPy that are understood as well.
        let otherNames: [String]
        let kind: Kind
        /// How many numbers one number stands for in a list of a fixed size; 0 if none.
        let size: Int
        let allowsNone: Bool
        let isOptional: Bool
        let isKeywordOnly: Bool
        /// The type and, with ` = `, the default, as messages show them.
        let typeName: String
        let defaultText: String?

        init(
            name: String, otherNames: [String], kind: Kind, size: Int, allowsNone: Bool,
            isOptional: Bool, isKeywordOnly: Bool, typeName: String, defaultText: String?
        ) {
            self.name = name
            self.otherNames = otherNames
            self.kind = kind
            self.size = size
            self.allowsNone = allowsNone
            self.isOptional = isOptional
            self.isKeywordOnly = isKeywordOnly
            self.typeName = typeName
            self.defaultText = defaultText
        }

        var text: String {
            typeName + " " + name + (defaultText.map { " = " + $0 } ?? "")
        }
    }

    let parameters: [Parameter]
    /// A deprecated form: it is accepted and never shown.
    let isHidden: Bool
    let maxPositional: Int
    let minimum: Int
    /// The first parameter that may be left out with all after it.
    let firstOptional: Int

    init(_ declaration: Substring) {
        var text = declaration
        isHidden = text.hasSuffix("|deprecated")
        if isHidden { text = text.dropLast("|deprecated".count) }
        var made: [Parameter] = []
        var isKeywordOnly = false
        for part in Self.split(text.dropFirst().dropLast()) {
            if part == "*" {
                isKeywordOnly = true
            } else {
                made.append(Self.parameter(part, isKeywordOnly))
            }
        }
        parameters = made
        maxPositional = made.count { !$0.isKeywordOnly }
        minimum = made.count { !$0.isOptional }
        firstOptional = (made.lastIndex { !$0.isOptional } ?? -1) + 1
    }

    /// The parts between ", ".
    static func split(_ text: Substring) -> [Substring] {
        var parts: [Substring] = []
        var rest = text
        while let comma = rest.firstRange(of: ", ") {
            parts.append(rest[..<comma.lowerBound])
            rest = rest[comma.upperBound...]
        }
        if !rest.isEmpty { parts.append(rest) }
        return parts
    }

    private static func parameter(_ text: Substring, _ isKeywordOnly: Bool) -> Parameter {
        let space = text.firstIndex(of: " ") ?? text.endIndex
        var type = text[..<space]
        var name = space == text.endIndex ? "" : text[text.index(after: space)...]
        var allowsNone = false
        if let mark = type.firstIndex(of: "?") {
            allowsNone = true
            type.remove(at: mark)
        }
        var size = 0
        if let open = type.firstIndex(of: "["), !type.contains("<") || type.hasSuffix("]") {
            size = Int(type[type.index(after: open)...].dropLast()) ?? 0
            type = type[..<open]
        }
        var standard: String?
        if let equals = name.firstIndex(of: "=") {
            standard = String(name[name.index(after: equals)...])
            name = name[..<equals]
            if standard == "None" { allowsNone = true }
        }
        let (kind, typeName) = kinds[String(type)] ?? (.other, String(type))
        return Parameter(
            name: String(name), otherNames: otherNames[String(name)] ?? [], kind: kind, size: size,
            allowsNone: allowsNone, isOptional: standard != nil, isKeywordOnly: isKeywordOnly,
            typeName: typeName, defaultText: standard)
    }

    private static let otherNames = [
        "dim": ["axis"], "keepdim": ["keepdims"], "input": ["x", "a", "x1"], "other": ["x2"],
    ]

    private static let kinds: [String: (Kind, String)] = [
        "Tensor": (.tensor, "Tensor"), "Scalar": (.scalar, "Number"), "int64_t": (.int, "int"),
        "SymInt": (.int, "int"), "double": (.double, "float"), "complex": (.scalar, "complex"),
        "TensorList": (.tensors, "tuple of Tensors"),
        "c10::List<::std::optional<Tensor>>": (.tensors, "tuple of Tensors"),
        "IntArrayRef": (.ints, "tuple of ints"), "SymIntArrayRef": (.ints, "tuple of ints"),
        "ArrayRef<double>": (.doubles, "tuple of floats"),
        "Generator": (.generator, "torch.Generator"), "bool": (.bool, "bool"),
        "PyObject*": (.object, "object"), "ScalarType": (.dtype, "torch.dtype"),
        "Layout": (.layout, "torch.layout"), "MemoryFormat": (.memoryFormat, "torch.memory_format"),
        "Device": (.device, "torch.device"), "std::string": (.string, "str"),
        "c10::string_view": (.string, "str"), "std::string_view": (.string, "str"),
        "Dimname": (.other, "name"), "DimnameList": (.other, "tuple of names"),
        "ScalarList": (.scalars, "tuple of Scalars"), "Storage": (.other, "torch.Storage"),
    ]

    /// `(Tensor input, *, Tensor out = None)`, as messages list it.
    var text: String {
        var parts: [String] = []
        var isKeywordOnly = false
        for parameter in parameters {
            if parameter.isKeywordOnly, !isKeywordOnly {
                parts.append("*")
                isKeywordOnly = true
            }
            parts.append(parameter.text)
        }
        return "(" + parts.joined(separator: ", ") + ")"
    }
}

/// The table of what PyTorch's functions accept: `signatures.txt`, written by `Tests/Fixtures/torch/signatures.py`.
enum SignatureTable {
    /// Lines by scope and name, "torch add".
    private static let lines: [Substring: [Substring]] = {
        let text = String(decoding: PackageResources.signatures_txt, as: UTF8.self)
        var found: [Substring: [Substring]] = [:]
        let space = UInt8(ascii: " ")
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            guard let first = line.firstIndex(of: space),
                let second = line[line.index(after: first)...].firstIndex(of: space)
            else { continue }
            found[Substring(line[..<second]), default: []].append(
                Substring(line[line.index(after: second)...]))
        }
        return found
    }()

    /// The declarations of a function; "-" alone for a method without arguments.
    static func declarations(_ scope: String, _ name: String) -> [Substring]? {
        lines["\(scope) \(name)"]
    }

    /// The functions of a scope.
    static func names(_ scope: String) -> [String] {
        lines.keys.filter { $0.hasPrefix(scope + " ") }.map {
            String($0.dropFirst(scope.count + 1))
        }
        .sorted()
    }

    /// Whether a number may stand in the place of the first tensor, before another tensor.
    static func takesNumberFirst(_ name: String) -> Bool {
        declarations("torch", name)?.contains { $0.hasPrefix("(Scalar self, Tensor ") } ?? false
    }

    /// Whether the function stores its result, or its results, where `out=` says.
    static func hasOut(_ name: String) -> Bool {
        declarations("torch", name)?.contains { $0.mentions(" out=None") } ?? false
    }
}

extension StringProtocol {
    /// Whether these bytes occur in the text. The standard library's search compares characters, which is
    /// slow where a thousand declarations are read at the start.
    func mentions(_ text: StaticString) -> Bool {
        let found = utf8.withContiguousStorageIfAvailable { bytes in
            let length = text.utf8CodeUnitCount
            guard let start = bytes.baseAddress, bytes.count >= length else { return false }
            return (0...(bytes.count - length)).contains {
                memcmp(start + $0, text.utf8Start, length) == 0
            }
        }
        return found ?? contains("\(text)")
    }
}
