// Printing. PyTorch nests the text of submodules by two spaces a level; a list of modules joins neighbours
// that print alike into one line. The texts are put together from the leaves up without recursion.

extension Module: CustomStringConvertible {
    /// As PyTorch prints it.
    public var description: String {
        var texts: [ObjectIdentifier: String] = [:]
        var stack: [(module: Module, expanded: Bool)] = [(self, false)]
        var path: Set<ObjectIdentifier> = []
        while let (module, expanded) = stack.popLast() {
            let identity = ObjectIdentifier(module)
            if expanded {
                path.remove(identity)
                texts[identity] = module.text(texts)
            } else if texts[identity] == nil && path.insert(identity).inserted {
                stack.append((module, true))
                for (_, child) in module.moduleSlots.present { stack.append((child, false)) }
            }
        }
        return texts[ObjectIdentifier(self)] ?? typeName
    }

    private func text(_ texts: [ObjectIdentifier: String]) -> String {
        if let own = (self as? ParameterList)?.parameterLines { return "\(typeName)(\(own))" }
        let children = zip(moduleSlots.names, moduleSlots.values).map { name, child in
            (name, child.map { texts[ObjectIdentifier($0)] ?? "\($0.typeName)(...)" } ?? "None")
        }
        let lines =
            self is ModuleList ? Self.joined(children) : children.map { "(\($0)): \(indented($1))" }
        let extra = extraDescription
        if lines.isEmpty && !extra.contains("\n") { return "\(typeName)(\(extra))" }
        let all = (extra.isEmpty ? [] : extra.split(separator: "\n").map(String.init)) + lines
        if self is ModuleList && lines.isEmpty { return "\(typeName)()" }
        return "\(typeName)(\n" + all.map { "  \($0)\n" }.joined() + ")"
    }

    private static func joined(_ children: [(String, String)]) -> [String] {
        var runs: [(first: Int, last: Int, text: String)] = []
        for (index, child) in children.enumerated() {
            if let run = runs.last, run.text == child.1 {
                runs[runs.count - 1].last = index
            } else {
                runs.append((index, index, child.1))
            }
        }
        return runs.map { run in
            let text = indented(run.text)
            return run.first == run.last
                ? "(\(run.first)): \(text)"
                : "(\(run.first)-\(run.last)): \(run.last - run.first + 1) x \(text)"
        }
    }
}

/// All lines but the first two spaces further in.
private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n  ")
}

extension ParameterList {
    fileprivate var parameterLines: String {
        present().map { index, tensor in
            let size = tensor.shape.map(String.init).joined(separator: "x")
            let type = "torch.\(tensor.dtype.name)"
            return "  (\(index)): Parameter containing: [\(type) of size \(size)]"
        }.joined(separator: "\n")
    }

    private func present() -> [(Int, Tensor)] {
        ownParameters.enumerated().compactMap { index, entry in entry.value.map { (index, $0) } }
    }
}
