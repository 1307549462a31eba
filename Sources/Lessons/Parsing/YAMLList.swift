internal import Yams

/// A list of flat mappings read from YAML, such as a roster, with everything kept out that it has no use for.
package enum YAMLList {
    package struct Refusal: Error, Sendable {
        package var message: String
    }

    /// The mappings of a list, or of the list under the one key of a mapping.
    package static func mappings(_ text: String) throws(Refusal) -> [[(String, String)]] {
        do {
            try YAMLMapping.refuseHostile(text, largest: 4 << 20)
        } catch {
            throw Refusal(message: "line \(error.line): \(error.message)")
        }
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch {
            throw Refusal(message: "YAML is expected; this is not")
        }
        let list = node?.sequence ?? node?.mapping?.first?.value.sequence
        guard let list else {
            throw Refusal(message: "a list of entries \"- id: …\" is expected")
        }
        var result: [[(String, String)]] = []
        for element in list {
            guard let mapping = element.mapping else {
                throw Refusal(message: "each entry is a mapping, such as \"- id: ann\"")
            }
            var fields: [(String, String)] = []
            for (key, value) in mapping {
                guard let name = key.scalar?.string, let text = value.scalar?.string else {
                    throw Refusal(message: "an entry has texts only, no lists or mappings")
                }
                fields.append((name, text))
            }
            result.append(fields)
        }
        return result
    }
}
