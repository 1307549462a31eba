/// The methods of `str` that look for text.
extension VirtualMachine {
    func installStringSearch() {
        let type = types.str
        let range = "(sub, start=None, end=None, /)"
        for (name, last, mustExist, help) in [
            ("find", false, false, "The first position of sub, or -1."),
            ("rfind", true, false, "The last position of sub, or -1."),
            ("index", false, true, "The first position of sub, which must be there."),
            ("rindex", true, true, "The last position of sub, which must be there."),
        ] {
            type.method(self, name, range, help) { vm, receiver, arguments in
                guard let text = receiver.string else { return .none }
                let (start, end) = try vm.searchRange(
                    arguments[1], arguments[2], count: text.count)
                guard let part = arguments[0].string else {
                    throw vm.typeError("must be str, not \(vm.typeName(arguments[0]))")
                }
                let found =
                    last
                    ? try vm.findLast(part, in: text, start, end)
                    : try vm.find(part, in: text, start, end)
                if let found { return .int(found) }
                if mustExist { throw vm.valueError("substring not found") }
                return .int(-1)
            }
        }
        type.method(self, "count", range, "How often sub occurs, not overlapping.") {
            vm, receiver, arguments in
            guard let text = receiver.string else { return .none }
            var (start, end) = try vm.searchRange(arguments[1], arguments[2], count: text.count)
            guard let part = arguments[0].string else {
                throw vm.typeError("must be str, not \(vm.typeName(arguments[0]))")
            }
            if part.count == 0 { return .int(max(0, end - start + 1)) }
            var count = 0
            while let found = try vm.find(part, in: text, start, end) {
                count += 1
                start = found + part.count
                try vm.poll()
            }
            return .int(count)
        }
        for (name, atEnd, help) in [
            ("startswith", false, "Whether the string starts with prefix (or one of a tuple)."),
            ("endswith", true, "Whether the string ends with suffix (or one of a tuple)."),
        ] {
            type.method(
                self, name,
                atEnd ? "(suffix, start=None, end=None, /)" : "(prefix, start=None, end=None, /)",
                help
            ) { vm, receiver, arguments in
                guard let text = receiver.string else { return .none }
                let (start, end) = try vm.searchRange(
                    arguments[1], arguments[2], count: text.count)
                func holds(_ part: StringObject) -> Bool {
                    if end - start < part.count { return false }
                    let place = atEnd ? end - part.count : start
                    for offset in 0..<part.count where text[place + offset] != part[offset] {
                        return false
                    }
                    return true
                }
                if let part = arguments[0].string { return .bool(holds(part)) }
                guard let tuple = arguments[0].tuple else {
                    throw vm.typeError(
                        "\(name) first arg must be str or a tuple of str, not "
                            + vm.typeName(arguments[0]))
                }
                for element in tuple.elements {
                    guard let part = element.string else {
                        throw vm.typeError(
                            "tuple for \(name) must only contain str, not \(vm.typeName(element))")
                    }
                    if holds(part) { return .bool(true) }
                }
                return .bool(false)
            }
        }
        type.method(
            self, "replace", "(old, new, count=-1, /)", "A copy with old replaced by new."
        ) { vm, receiver, arguments in
            guard let text = receiver.string else { return .none }
            let old = try vm.stringArgument(arguments[0], "replace", 1)
            let new = try vm.stringArgument(arguments[1], "replace", 2)
            let limit = try vm.index(arguments[2])
            return try vm.replace(text, old, new, limit: limit < 0 ? .max : limit)
        }
        for (name, atEnd, help) in [
            ("removeprefix", false, "The string without prefix, if it starts with it."),
            ("removesuffix", true, "The string without suffix, if it ends with it."),
        ] {
            type.method(self, name, atEnd ? "(suffix, /)" : "(prefix, /)", help) {
                vm, receiver, arguments in
                guard let text = receiver.string else { return .none }
                guard let part = arguments[0].string else {
                    throw vm.typeError(
                        "\(name)() argument must be str, not "
                            + vm.typeNameOrNone(arguments[0]))
                }
                let rest = text.count - part.count
                guard part.count > 0, rest >= 0 else { return receiver }
                let place = atEnd ? rest : 0
                guard try vm.find(part, in: text, place, place + part.count) != nil else {
                    return receiver
                }
                return atEnd
                    ? vm.substring(text, 0, rest) : vm.substring(text, part.count, text.count)
            }
        }
    }

    func replace(
        _ text: StringObject, _ old: StringObject, _ new: StringObject, limit: Int
    ) throws -> Value {
        var pieces: [Value] = []
        func add(_ start: Int, _ end: Int) { pieces.append(substring(text, start, end)) }
        if old.count == 0 {
            // Between all characters, and at both ends.
            try reserve(text.count &+ 1, times: 64 &+ new.count &* 4)
            var done = 0
            var index = 0
            while index <= text.count, done < limit {
                pieces.append(.object(new))
                if index < text.count { add(index, index + 1) }
                index += 1
                done += 1
                try poll()
            }
            if index < text.count { add(index, text.count) }
            return try join(StringObject(type: types.str, ""), pieces)
        }
        var start = 0
        var done = 0
        while done < limit, let found = try find(old, in: text, start, text.count) {
            add(start, found)
            start = found + old.count
            done += 1
            try poll()
        }
        if done == 0 { return substring(text, 0, text.count) }
        add(start, text.count)
        return try join(new, pieces)
    }
}
