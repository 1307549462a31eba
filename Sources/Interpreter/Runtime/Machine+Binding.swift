/// Binding the arguments of a call to the parameters of a function, with CPython's errors.
extension VirtualMachine {
    /// Turns `positional` values and then one for each keyword, at `base`, into the function's locals, all of them
    /// initialized. When it throws, all of them are gone.
    func bind(
        _ function: FunctionObject, _ base: UnsafeMutablePointer<Value>, _ positional: Int,
        _ keywords: [StringObject]
    ) throws {
        let routine = function.routine
        let code = routine.code
        let expected = code.argumentCount
        let keywordOnly = code.keywordOnlyCount
        let localCount = routine.localCount
        let flags = routine.flags
        if keywords.isEmpty, keywordOnly == 0, positional <= expected,
            flags.isDisjoint(with: [.variadicPositional, .variadicKeywords]),
            positional + function.defaults.count >= expected
        {
            for index in positional..<max(positional, expected) {
                let offset = index - (expected - function.defaults.count)
                (base + index).initialize(to: function.defaults[offset])
            }
            for index in expected..<max(expected, localCount) { (base + index).setUndefined() }
            return
        }
        // Everything that does not stay in place is taken out first.
        try withUnsafeTemporaryAllocation(of: Value.self, capacity: keywords.count) { values in
            _ = values.moveInitialize(
                fromContentsOf: UnsafeMutableBufferPointer(
                    start: base + positional, count: keywords.count))
            defer { values.deinitialize() }
            try bind(function, base, positional, keywords, values)
        }
    }

    /// The rest of `bind`: the keywords' values were taken out.
    private func bind(
        _ function: FunctionObject, _ base: UnsafeMutablePointer<Value>, _ positional: Int,
        _ keywords: [StringObject], _ keywordValues: UnsafeMutableBufferPointer<Value>
    ) throws {
        let code = function.routine.code
        let expected = code.argumentCount
        let keywordOnly = code.keywordOnlyCount
        let localCount = function.routine.localCount
        let flags = function.routine.flags
        var extra: [Value] = []
        if positional > expected {
            extra = Self.take(base + expected, positional - expected)
        }
        let placed = min(positional, expected)
        for index in placed..<max(placed, localCount) { (base + index).setUndefined() }
        do {
            var next = expected + keywordOnly
            if flags.contains(.variadicPositional) {
                (base + next).initialize(to: tuple(extra))
                next += 1
            }
            var rest: DictObject?
            if flags.contains(.variadicKeywords) {
                let made = makeDict()
                rest = made
                (base + next).setObject(made)
            }
            for (index, keyword) in keywords.enumerated() {
                try place(
                    keyword, keywordValues[index], function, base, rest, keywords)
            }
            if positional > expected, !flags.contains(.variadicPositional) {
                throw tooManyPositional(function, base, positional)
            }
            try fillDefaults(function, base, placed)
        } catch {
            for index in 0..<localCount { (base + index).drop() }
            throw error
        }
    }

    private func place(
        _ keyword: StringObject, _ value: Value, _ function: FunctionObject,
        _ base: UnsafeMutablePointer<Value>, _ rest: DictObject?, _ keywords: [StringObject]
    ) throws {
        let code = function.code
        let names = function.routine.parameterNames
        let range = code.positionalOnlyCount..<(code.argumentCount + code.keywordOnlyCount)
        if let index = range.first(where: { names[$0] === keyword }) {
            if !(base + index).isUndefined {
                throw typeError(
                    "\(function.qualifiedName)() got multiple values for argument "
                        + "'\(keyword.swiftString)'")
            }
            (base + index).initialize(to: value)
            return
        }
        if let rest {
            rest.setValue(value, forName: keyword)
            return
        }
        let text = keyword.swiftString
        let misplaced = names.prefix(code.positionalOnlyCount).filter { name in
            keywords.contains { $0 === name }
        }
        if !misplaced.isEmpty {
            let list = misplaced.map(\.swiftString).joined(separator: ", ")
            throw typeError(
                "\(function.qualifiedName)() got some positional-only arguments passed as keyword "
                    + "arguments: '\(list)'")
        }
        throw typeError(
            "\(function.qualifiedName)() got an unexpected keyword argument '\(text)'",
            hint: Self.closest(text, range.map { names[$0].swiftString }).map {
                "Did you mean '\($0)'?"
            })
    }

    private func fillDefaults(
        _ function: FunctionObject, _ base: UnsafeMutablePointer<Value>, _ placed: Int
    ) throws {
        let code = function.code
        let names = function.routine.parameterNames
        let firstDefault = code.argumentCount - function.defaults.count
        var missing: [String] = []
        for index in placed..<max(placed, code.argumentCount) where (base + index).isUndefined {
            if index >= firstDefault {
                (base + index).initialize(to: function.defaults[index - firstDefault])
            } else {
                missing.append(names[index].swiftString)
            }
        }
        if !missing.isEmpty {
            throw typeError(
                "\(function.qualifiedName)() missing " + Self.missingText(missing, "positional"))
        }
        let keywordRange = code.argumentCount..<(code.argumentCount + code.keywordOnlyCount)
        for index in keywordRange where (base + index).isUndefined {
            if let found = function.keywordDefaults.first(where: { $0.name === names[index] }) {
                (base + index).initialize(to: found.value)
            } else {
                missing.append(names[index].swiftString)
            }
        }
        if !missing.isEmpty {
            throw typeError(
                "\(function.qualifiedName)() missing " + Self.missingText(missing, "keyword-only"))
        }
    }

    private func tooManyPositional(
        _ function: FunctionObject, _ base: UnsafeMutablePointer<Value>, _ given: Int
    ) -> PythonError {
        let code = function.code
        let defaults = function.defaults.count
        let keywordGiven = (code.argumentCount..<(code.argumentCount + code.keywordOnlyCount))
            .count { !(base + $0).isUndefined }
        let takes =
            defaults > 0
            ? "from \(code.argumentCount - defaults) to \(code.argumentCount) positional arguments"
            : Self.plural(code.argumentCount, "positional argument")
        var text = "\(function.qualifiedName)() takes \(takes) but \(given)"
        if keywordGiven > 0 {
            text += " positional argument\(given == 1 ? "" : "s") (and "
            text += Self.plural(keywordGiven, "keyword-only argument") + ")"
        }
        text += given == 1 && keywordGiven == 0 ? " was given" : " were given"
        let isMethod =
            function.qualifiedName.contains(".") && !function.qualifiedName.hasSuffix(">")
        let hint: String? =
            isMethod && code.localNames.first != "self" && given == code.argumentCount + 1
            ? "A method is given its object first: its first parameter should be `self`." : nil
        return typeError(text, hint: hint)
    }

    /// Moves values out of memory.
    static func take(_ base: UnsafeMutablePointer<Value>, _ count: Int) -> [Value] {
        if count == 0 { return [] }
        // Not `Array(unsafeUninitializedCapacity:)`, which looks the array's type up at run time.
        var values: [Value] = []
        values.reserveCapacity(count)
        for index in 0..<count { values.append((base + index).move()) }
        return values
    }
}
