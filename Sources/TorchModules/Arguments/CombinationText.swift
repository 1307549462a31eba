import Interpreter

// "received an invalid combination of arguments": PyTorch compares what was given with every overload as it is written,
// split at ", ". A parameter with a default counts as a name "None" of the type "Tensor out =", which nothing matches;
// so it is here, since the message depends on it.

/// The message that lists overloads.
struct CombinationText {
    let torch: Torch
    let positional: [Value]
    let keywords: [(name: String, value: Value)]

    private struct Option {
        var names: [String] = []
        var types: [String] = []

        init(_ text: String) {
            for part in Overload.split(text.dropFirst().dropLast()) {
                let space = part.lastIndex(of: " ")
                names.append(String(space.map { part[part.index(after: $0)...] } ?? part))
                types.append(String(space.map { part[..<$0] } ?? ""))
            }
            if names.isEmpty {
                names = [""]
                types = [""]
            }
        }
    }

    func message(_ name: String, _ overloads: [String]) -> String {
        var text = name + " received an invalid combination of arguments - "
        if overloads.count == 1 {
            let option = Option(overloads[0])
            let strange = unmatched(option)
            if !strange.isEmpty {
                return text + "got unrecognized keyword arguments: "
                    + strange.joined(separator: ", ")
            }
            text += "got " + (fitsCount(option) ? formatted(option) : described)
            return text + ", but expected " + overloads[0]
        }
        text += "got \(described), but expected one of:\n"
        for overload in overloads {
            text += " * \(overload)\n"
            let option = Option(overload)
            guard fitsCount(option) else { continue }
            let strange = unmatched(option)
            if strange.isEmpty {
                text += "      didn't match because some of the arguments have invalid types: "
                text += formatted(option) + "\n"
            } else {
                text += "      didn't match because some of the keywords were incorrect: "
                text += strange.joined(separator: ", ") + "\n"
            }
        }
        return text
    }

    private func fitsCount(_ option: Option) -> Bool {
        positional.count + keywords.count == option.names.count
    }

    private func unmatched(_ option: Option) -> [String] {
        let start = max(0, option.names.count - keywords.count)
        return keywords.map(\.name).filter { !option.names[start...].contains($0) }
    }

    /// "(Tensor, str, dim=int, )": the comma at the end is PyTorch's when nothing is positional.
    private var described: String {
        var parts = positional.map { torch.nativeTypeName($0) }
        // PyTorch puts keywords into a hash table, which gives the last one first.
        parts += keywords.reversed().map { $0.name + "=" + torch.nativeTypeName($0.value) }
        let list = parts.joined(separator: ", ")
        return "(" + list + (positional.isEmpty && !parts.isEmpty ? ", " : "") + ")"
    }

    private func formatted(_ option: Option) -> String {
        var parts: [String] = []
        for index in 0..<(positional.count + keywords.count) {
            let isKeyword = index >= positional.count
            let name = isKeyword ? option.names[index] : ""
            let value =
                isKeyword
                ? keywords.first { $0.name == name }?.value ?? .none : positional[index]
            let mark = matches(option.types[index], value) ? "" : "!"
            parts.append(mark + (isKeyword ? name + "=" : "") + described(value) + mark)
        }
        let list = parts.joined(separator: ", ")
        return "(" + list + (positional.isEmpty && !parts.isEmpty ? ", " : "") + ")"
    }

    private func matches(_ type: String, _ value: Value) -> Bool {
        let given = torch.nativeTypeName(value)
        switch type {
        case "float": return given == "float" || given == "int"
        default: return given == type
        }
    }

    private func described(_ value: Value) -> String {
        let name = torch.nativeTypeName(value)
        if let tuple = value.tuple {
            let inner = tuple.elements.map { torch.nativeTypeName($0) }.joined(separator: ", ")
            return "\(name) of (\(inner)\(tuple.elements.count == 1 ? "," : ""))"
        }
        if let list = value.list {
            let inner = list.elements.map { torch.nativeTypeName($0) }.joined(separator: ", ")
            return "\(name) of [\(inner)]"
        }
        return name
    }
}
