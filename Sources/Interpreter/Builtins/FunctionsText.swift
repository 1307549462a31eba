import BigInt

/// The built-in functions about text and numbers: `print`, `repr`, `chr`, `round`, …
extension VirtualMachine {
    /// Adds a built-in function.
    func builtin(
        _ name: String, _ signature: String, _ help: String, _ body: @escaping NativeFunction.Body
    ) {
        builtins[intern(name)] = function(name, signature, help, body)
    }

    func installTextFunctions() {
        builtin(
            "print", "(*args, sep=' ', end='\\n', file=None, flush=False)",
            "Print values, separated by sep and followed by end."
        ) { vm, arguments in
            func text(_ index: Int, _ name: String, _ missing: String) throws -> String {
                if arguments[index].isNone { return missing }
                guard let text = arguments[index].string else {
                    throw vm.typeError(
                        "\(name) must be None or a string, not \(vm.typeName(arguments[index]))")
                }
                return text.swiftString
            }
            let separator = try text(1, "sep", " ")
            let end = try text(2, "end", "\n")
            if !arguments[3].isNone {
                throw vm.error(
                    .notImplementedError,
                    "print(file=…) is not in the lab's Python: everything is printed in the cell's output"
                )
            }
            var builder = TextBuilder()
            for (index, value) in arguments.variadic(0).enumerated() {
                if index > 0 { try builder.append(separator, vm) }
                try builder.append(try vm.str(value), vm)
            }
            try builder.append(end, vm)
            try vm.write(builder.text)
            return .none
        }
        builtin("input", "(prompt='', /)", "Ask for a line of text.") { vm, arguments in
            let prompt = try vm.str(arguments[0])
            guard let input = vm.input else {
                throw vm.error(
                    .eofError, "input() has nobody to ask here",
                    hint: "input() works at the prompt only; give the value in the code instead.")
            }
            guard let line = input(prompt) else {
                throw vm.error(.eofError, "EOF when reading a line")
            }
            return vm.string(line)
        }
        builtin("repr", "(obj, /)", "The text that shows an object to a programmer.") {
            vm, arguments in
            if let text = arguments[0].string, text.type === vm.types.str {
                try vm.reserve(text.count, times: 40)
                return vm.string(codePoints: StringText.repr(text.codePoints))
            }
            return vm.string(try vm.repr(arguments[0]))
        }
        builtin("ascii", "(obj, /)", "Like repr(), with only ASCII characters.") {
            vm, arguments in try vm.asciiText(arguments[0])
        }
        builtin("format", "(value, format_spec='', /)", "The value as a format specification says.")
        {
            vm, arguments in
            guard let specification = arguments[1].string else {
                throw vm.typeError(
                    "format() argument 2 must be str, not \(vm.typeNameOrNone(arguments[1]))")
            }
            return vm.string(try vm.format(arguments[0], specification))
        }
        builtin("chr", "(i, /)", "The character of a code point.") { vm, arguments in
            let code = try vm.cInt(arguments[0])
            guard 0...0x10ffff ~= code else {
                throw vm.valueError("chr() arg not in range(0x110000)")
            }
            return vm.character(UInt32(code))
        }
        builtin("ord", "(c, /)", "The code point of a character.") { vm, arguments in
            if let text = arguments[0].string {
                if text.count == 1 { return .int(Int(text[0])) }
                throw vm.typeError(
                    "ord() expected a character, but string of length \(text.count) found")
            }
            if let bytes = vm.bytesObject(arguments[0])?.bytes {
                if bytes.count == 1 { return .int(Int(bytes[0])) }
                throw vm.typeError(
                    "ord() expected a character, but string of length \(bytes.count) found")
            }
            throw vm.typeError(
                "ord() expected string of length 1, but \(vm.typeName(arguments[0])) found")
        }
        for (name, radix, prefix, help) in [
            ("bin", 2, "0b", "The binary form of an integer."),
            ("oct", 8, "0o", "The octal form of an integer."),
            ("hex", 16, "0x", "The hexadecimal form of an integer."),
        ] {
            builtin(name, "(number, /)", help) { vm, arguments in
                let value = try vm.indexValue(arguments[0])
                let digits = try vm.digits(of: value, radix: radix)
                let sign = try vm.isNegative(value) ? "-" : ""
                return vm.string(sign + prefix + String(decoding: digits, as: UTF8.self))
            }
        }
        installNumberFunctions()
    }

    private func installNumberFunctions() {
        builtin("abs", "(x, /)", "The magnitude of a number.") { vm, arguments in
            try vm.absolute(arguments[0])
        }
        builtin("divmod", "(x, y, /)", "The pair (x // y, x % y).") { vm, arguments in
            try vm.divmod(arguments[0], arguments[1])
        }
        builtin("pow", "(base, exp, mod=None)", "base ** exp, or that modulo mod.") {
            vm, arguments in
            if arguments[2].isNone {
                return try vm.binary(.power, arguments[0], arguments[1])
            }
            return try vm.power(arguments[0], arguments[1], modulo: arguments[2])
        }
        builtin(
            "round", "(number, ndigits=None)", "Round to places after the point, ties to even."
        ) { vm, arguments in
            switch arguments[0] {
            case .int, .float, .bool: return try vm.rounded(arguments[0], arguments[1])
            default: break
            }
            guard let method = vm.lookUp(vm.type(of: arguments[0]), vm.intern("__round__")) else {
                throw vm.typeError(
                    "type \(vm.typeName(arguments[0])) doesn't define __round__ method")
            }
            let bound = try vm.bindDescriptor(
                method, instance: arguments[0], owner: vm.type(of: arguments[0]))
            return try vm.call(bound, arguments[1].isNone ? [] : [arguments[1]])
        }
    }

    /// `divmod(a, b)`.
    func divmod(_ a: Value, _ b: Value) throws -> Value {
        for (value, index) in [(a, 0), (b, 1)] {
            guard case .object(let object) = value, let slot = object.type.slots.divmod else {
                continue
            }
            if index == 1, case .object(let first) = a, first.type === object.type { continue }
            let result = try slot(self, a, b)
            if !isNotImplemented(result) { return result }
        }
        guard number(a) != nil, number(b) != nil else {
            throw typeError(
                "unsupported operand type(s) for divmod(): '\(typeName(a))' and '\(typeName(b))'")
        }
        var isFloat = false
        if case .float = a { isFloat = true }
        if case .float = b { isFloat = true }
        if !isFloat, bigInt(b) == 0 {
            throw error(.zeroDivisionError, "integer division or modulo by zero")
        }
        if isFloat, try float(b) == 0 { throw error(.zeroDivisionError, "float divmod()") }
        return tuple([try binary(.floorDivide, a, b), try binary(.remainder, a, b)])
    }

    /// `pow(a, b, modulus)`.
    private func power(_ a: Value, _ b: Value, modulo m: Value) throws -> Value {
        if let slot = type(of: a).slots.powerModulo {
            let result = try slot(self, a, b, m)
            if !isNotImplemented(result) { return result }
        }
        if case .object(let object) = a, object.kind == .instance,
            let method = lookUp(object.type, intern("__pow__"))
        {
            let bound = try bindDescriptor(method, instance: a, owner: object.type)
            return try call(bound, [b, m])
        }
        guard let base = bigInt(a), let exponent = bigInt(b), let modulus = bigInt(m) else {
            if number(a) != nil, number(b) != nil, number(m) != nil {
                throw typeError(
                    "pow() 3rd argument not allowed unless all arguments are integers")
            }
            throw typeError(
                "unsupported operand type(s) for ** or pow(): '\(typeName(a))', '\(typeName(b))', "
                    + "'\(typeName(m))'")
        }
        if modulus == 0 { throw valueError("pow() 3rd argument cannot be 0") }
        let positive = modulus.magnitude
        var start = try floorDivide(base, by: modulus.sign == .minus ? -modulus : modulus).remainder
        if exponent < 0 {
            guard let inverse = start.magnitude.inverse(positive) else {
                throw valueError("base is not invertible for the given modulus")
            }
            start = BigInt(sign: .plus, magnitude: inverse)
        }
        let result = try power(start.magnitude, exponent.magnitude, modulo: positive)
        let value = BigInt(sign: .plus, magnitude: result)
        return integer(Self.floorDivide(value, modulus).remainder)
    }
}
