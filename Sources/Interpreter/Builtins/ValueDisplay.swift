/// A value as a prompt shows it: what IPython's printer makes of it.
extension VirtualMachine {
    /// The text of a value, with containers that are too wide for a line broken into lines.
    ///
    /// Differs from `repr` beyond the lines, too: sets are sorted, classes and functions have their names and
    /// signatures, and of a container's items the first 1000 are shown.
    package func display(_ value: Value, width: Int) throws -> String {
        var display = ValueDisplay(vm: self, layout: DisplayLayout(width: width))
        try display.show(value)
        display.layout.release()
        return display.layout.output
    }
}

private struct ValueDisplay {
    let vm: VirtualMachine
    var layout: DisplayLayout
    /// What is being shown, outermost first: an object within itself is not shown again.
    private var around: [ObjectIdentifier] = []
    private var checked = 1 << 14
    private static let itemLimit = 1000

    init(vm: VirtualMachine, layout: DisplayLayout) {
        self.vm = vm
        self.layout = layout
    }

    mutating func show(_ value: Value) throws {
        try vm.poll()
        try reserve()
        // Groups that hold nothing themselves keep the depths, on which the order of breaking depends, IPython's.
        layout.begin()
        defer { layout.finish() }
        guard case .object(let object) = value else { return try showText(of: value) }
        vm.depth &+= 1
        defer { vm.depth &-= 1 }
        if vm.depth > vm.limits.recursion { throw vm.tooDeep() }
        let identity = ObjectIdentifier(object)
        let isWithinItself = around.contains(identity)
        around.append(identity)
        defer { around.removeLast() }
        // The nearest class that says how its instances are shown.
        for type in object.type.mro {
            if !type.isNative, type.attributes[vm.names.repr] == nil { continue }
            var isLaidOut = false
            if type.isNative {
                isLaidOut = try showNative(object, as: type, isWithinItself: isWithinItself)
            }
            if !isLaidOut { try showText(of: value) }
            return
        }
        try showText(of: value)
    }

    /// Shows what a native type is laid out as; false if that is its `repr`.
    private mutating func showNative(
        _ object: Object, as type: TypeObject, isWithinItself: Bool
    ) throws -> Bool {
        let types = vm.types
        let value = Value.object(object)
        if type === types.list, let list = value.list {
            if isWithinItself {
                layout.text("[...]")
            } else {
                try showItems("[", list.elements, "]")
            }
        } else if type === types.tuple, let tuple = value.tuple {
            let close = tuple.count == 1 ? ",)" : ")"
            if isWithinItself {
                layout.text("(...)")
            } else {
                try showItems("(", tuple.elements, close)
            }
        } else if type === types.dict, let dict = value.dict {
            if isWithinItself { layout.text("{...}") } else { try showEntries(dict.items) }
        } else if type === types.set || type === types.frozenset, let set = value.set {
            try showSet(set, open: type === types.set ? "{" : "frozenset({", isWithinItself)
        } else if type === types.type, let shown = value.type {
            layout.text(shown.displayName)
        } else if type === types.function, let function = object as? FunctionObject {
            layout.text("<function \(try SignatureText(vm).declaration(of: function))>")
        } else if let exception = vm.exception(value) {
            try showCall(exception.type.displayName, exception.arguments)
        } else if type.module == "collections" {
            return try showCollection(
                value, of: object.type.name, as: type.name, isWithinItself: isWithinItself)
        } else {
            return false
        }
        return true
    }

    /// Shows one of `collections` as the call that makes it.
    private mutating func showCollection(
        _ value: Value, of name: String, as kind: String, isWithinItself: Bool
    ) throws -> Bool {
        switch kind {
        case "OrderedDict", "Counter", "defaultdict":
            guard let dict = value.dict else { return false }
            if isWithinItself {
                layout.text(name + "(...)")
            } else if kind == "defaultdict" {
                let make = dict.ownAttribute(vm.intern("default_factory")) ?? .none
                try showCall(name, [make, .object(dict.copy(type: vm.types.dict))])
            } else if dict.count == 0 {
                layout.text(name + "()")
            } else if kind == "Counter" {
                let counts = vm.makeDict()
                for pair in try vm.byCount(dict) {
                    guard let parts = pair.tuple?.elements, parts.count == 2 else { continue }
                    try counts.set(parts[0], parts[1], vm)
                }
                try showCall(name, [.object(counts)])
            } else {
                try showCall(name, [vm.list(dict.items.map { vm.tuple([$0.key, $0.value]) })])
            }
        case "deque":
            guard let deque = vm.deque(value) else { return false }
            if isWithinItself {
                layout.text(name + "(...)")
            } else {
                let most = deque.maximum.map { [(name: "maxlen", value: Value.int($0))] } ?? []
                try showCall(name, [vm.list(deque.elements)], most)
            }
        default: return false
        }
        return true
    }

    private mutating func showItems(_ open: String, _ items: [Value], _ close: String) throws {
        layout.begin(open, indentation: open.count)
        for (index, item) in items.enumerated() {
            if isNext(index) { try show(item) } else { break }
        }
        layout.finish(close, indentation: open.count)
    }

    private mutating func showEntries(_ entries: [(key: Value, value: Value)]) throws {
        layout.begin("{", indentation: 1)
        for (index, entry) in entries.enumerated() {
            guard isNext(index) else { break }
            try show(entry.key)
            layout.text(": ")
            try show(entry.value)
        }
        layout.finish("}", indentation: 1)
    }

    private mutating func showSet(_ set: SetObject, open: String, _ isWithinItself: Bool) throws {
        let close = open == "{" ? "}" : "})"
        if isWithinItself { return layout.text(open + "..." + close) }
        if set.count == 0 { return layout.text(set.type.name + "()") }
        var items = set.elements
        if items.count < Self.itemLimit { items = try sorted(items) }
        try showItems(open, items, close)
    }

    /// The items in order, or in that of their texts where they have none.
    private func sorted(_ items: [Value]) throws -> [Value] {
        do {
            return try vm.sorted(items, key: .none, reverse: false)
        } catch is PythonError {
            guard let texts = try? items.map({ Value.object(try vm.strObject($0)) }) else {
                return items
            }
            var items = items
            try vm.sort(&items, by: texts, reverse: false)
            return items
        }
    }

    private mutating func showCall(
        _ name: String, _ arguments: [Value], _ keywords: [(name: String, value: Value)] = []
    ) throws {
        layout.begin()
        defer { layout.finish() }
        layout.begin(name + "(", indentation: name.unicodeScalars.count + 1)
        for (index, argument) in arguments.enumerated() {
            if index > 0 { separate() }
            try show(argument)
        }
        for keyword in keywords {
            if !arguments.isEmpty { separate() }
            layout.begin(keyword.name + "=", indentation: keyword.name.count + 1)
            try show(keyword.value)
            layout.finish(indentation: keyword.name.count + 1)
        }
        layout.finish(")", indentation: name.unicodeScalars.count + 1)
    }

    private mutating func separate() {
        layout.text(",")
        layout.place()
    }

    /// Separates an item from the one before; false, behind an ellipsis, where no more are shown.
    private mutating func isNext(_ index: Int) -> Bool {
        if index > 0 { separate() }
        guard index < Self.itemLimit else {
            layout.text("...")
            return false
        }
        return true
    }

    /// Shows what `repr` says, its lines one below the other.
    private mutating func showText(of value: Value) throws {
        var text = try vm.repr(value)
        if case .object(let object) = value, !object.type.isNative, text == vm.plainRepr(value) {
            let address = UInt(bitPattern: ObjectIdentifier(object).hashValueBits)
            text = "<\(object.type.displayName) at 0x\(String(address, radix: 16))>"
        }
        layout.begin()
        for (index, line) in Self.lines(text).enumerated() {
            if index > 0 { layout.end() }
            layout.text(line)
        }
        layout.finish()
    }

    /// What `splitlines` makes of a text.
    private static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            defer { last = scalar }
            guard StringText.isLineBreak(scalar.value) else {
                line.append(scalar)
                continue
            }
            if scalar == "\n", last == "\r" { continue }
            lines.append(String(line))
            line = String.UnicodeScalarView()
        }
        if !line.isEmpty { lines.append(String(line)) }
        return lines
    }

    /// Counts the memory of the text.
    private mutating func reserve() throws {
        let size = layout.output.utf8.count
        guard size > checked else { return }
        try vm.reserve(size &* 4)
        checked = size &* 2
    }
}
