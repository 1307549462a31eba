/// The modules of Python's standard library that the lab has; each is made on its first import.
extension VirtualMachine {
    func registerStandardModules() {
        registerModule("math") { $0.makeMathModule() }
        registerModule("random") { $0.makeRandomModule() }
        registerModule("time") { $0.makeTimeModule() }
        registerModule("copy") { $0.makeCopyModule() }
        registerModule("itertools") { $0.makeItertoolsModule() }
        registerModule("functools") { $0.makeFunctoolsModule() }
        registerModule("collections") { $0.makeCollectionsModule() }
        registerModule("statistics") { $0.makeStatisticsModule() }
        registerModule("dataclasses") { $0.makeDataclassesModule() }
        registerModule("typing") { try $0.makeTypingModule() }
        registerModule("collections.abc") { try $0.makeAbstractModule() }
        registerModule("__future__") { $0.makeFutureModule() }
        registerModule("warnings") { $0.makeWarningsModule() }
        registerModule("operator") { $0.makeOperatorModule() }
        registerModule("string") { $0.makeStringModule() }
    }

    private func makeFutureModule() -> ModuleObject {
        makeModule("__future__").set(self, "annotations", .none)
    }

    private func makeWarningsModule() -> ModuleObject {
        let module = makeModule("warnings", doc: "Showing warnings.")
        module.function(self, "warn", "(message, category=None, stacklevel=1)", "Show a warning.") {
            vm, arguments in
            var kind = ErrorKind.userWarning
            if let type = arguments[1].type {
                kind = ErrorKind.allCases.first { vm.types.exception($0) === type } ?? kind
            }
            vm.warn(kind, try vm.str(arguments[0]))
            return .none
        }
        for name in ["filterwarnings", "simplefilter"] {
            module.function(
                self, name, "(action, *args, **kwargs)",
                "Accepted for tutorials that silence warnings; nothing is silenced here."
            ) { _, _ in .none }
        }
        return module
    }

    private func makeStringModule() -> ModuleObject {
        let lower = "abcdefghijklmnopqrstuvwxyz"
        let upper = lower.uppercased()
        let punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
        let space = " \t\n\r\u{0b}\u{0c}"
        return makeModule("string", doc: "Collections of characters.")
            .set(self, "ascii_lowercase", string(lower))
            .set(self, "ascii_uppercase", string(upper))
            .set(self, "ascii_letters", string(lower + upper))
            .set(self, "digits", string("0123456789"))
            .set(self, "hexdigits", string("0123456789abcdefABCDEF"))
            .set(self, "octdigits", string("01234567"))
            .set(self, "punctuation", string(punctuation))
            .set(self, "whitespace", string(space))
            .set(self, "printable", string("0123456789" + lower + upper + punctuation + space))
    }

    /// Functions for the operators, as `operator` has them.
    private func makeOperatorModule() -> ModuleObject {
        let module = makeModule("operator", doc: "The operators as functions.")
        let binaries: [(String, BinaryOperator)] = [
            ("add", .add), ("sub", .subtract), ("mul", .multiply), ("matmul", .matrixMultiply),
            ("truediv", .divide), ("mod", .remainder), ("pow", .power), ("lshift", .leftShift),
            ("rshift", .rightShift), ("or_", .bitOr), ("xor", .bitXor), ("and_", .bitAnd),
            ("floordiv", .floorDivide),
        ]
        for (name, op) in binaries {
            module.function(self, name, "(a, b, /)", "a \(op.symbol) b") { vm, arguments in
                try vm.binary(op, arguments[0], arguments[1])
            }
        }
        let comparisons: [(String, ComparisonOperator)] = [
            ("eq", .equal), ("ne", .notEqual), ("lt", .less), ("le", .lessEqual),
            ("gt", .greater), ("ge", .greaterEqual), ("is_", .is), ("is_not", .isNot),
        ]
        for (name, op) in comparisons {
            module.function(self, name, "(a, b, /)", "a \(op.symbol) b") { vm, arguments in
                try vm.compare(op, arguments[0], arguments[1])
            }
        }
        module.function(self, "contains", "(a, b, /)", "b in a") { vm, arguments in
            .bool(try vm.contains(arguments[0], arguments[1]))
        }
        module.function(self, "neg", "(a, /)", "-a") { vm, arguments in
            try vm.negative(arguments[0])
        }
        module.function(self, "pos", "(a, /)", "+a") { vm, arguments in
            try vm.positive(arguments[0])
        }
        module.function(self, "invert", "(a, /)", "~a") { vm, arguments in
            try vm.inverted(arguments[0])
        }
        module.function(self, "abs", "(a, /)", "abs(a)") { vm, arguments in
            try vm.absolute(arguments[0])
        }
        module.function(self, "not_", "(a, /)", "not a") { vm, arguments in
            .bool(try !vm.isTrue(arguments[0]))
        }
        module.function(self, "truth", "(a, /)", "bool(a)") { vm, arguments in
            .bool(try vm.isTrue(arguments[0]))
        }
        module.function(self, "index", "(a, /)", "a as an integer") { vm, arguments in
            try vm.indexValue(arguments[0])
        }
        module.function(self, "getitem", "(a, b, /)", "a[b]") { vm, arguments in
            try vm.getItem(arguments[0], arguments[1])
        }
        module.function(self, "setitem", "(a, b, c, /)", "a[b] = c") { vm, arguments in
            try vm.setItem(arguments[0], arguments[1], arguments[2])
            return .none
        }
        module.function(self, "itemgetter", "(*items)", "A function that gets items.") {
            vm, arguments in
            let keys = arguments.variadic(0)
            if keys.isEmpty { throw vm.typeError("itemgetter expected 1 argument, got 0") }
            return vm.function("itemgetter", "(obj, /)") { vm, arguments in
                let items = try keys.map { try vm.getItem(arguments[0], $0) }
                return items.count == 1 ? items[0] : vm.tuple(items)
            }
        }
        module.function(self, "attrgetter", "(*attrs)", "A function that gets attributes.") {
            vm, arguments in
            let names = try arguments.variadic(0).map {
                try vm.stringArgument($0, "attrgetter").swiftString
            }
            if names.isEmpty { throw vm.typeError("attrgetter expected 1 argument, got 0") }
            return vm.function("attrgetter", "(obj, /)") { vm, arguments in
                let values = try names.map { path in
                    try path.split(separator: ".").reduce(arguments[0]) {
                        try vm.getAttribute($0, vm.intern(String($1)))
                    }
                }
                return values.count == 1 ? values[0] : vm.tuple(values)
            }
        }
        module.function(
            self, "methodcaller", "(name, /, *args, **kwargs)", "A function that calls a method."
        ) { vm, arguments in
            let name = vm.intern(try vm.stringArgument(arguments[0], "methodcaller"))
            let call = CallArguments(
                arguments.variadic(1),
                keywords: arguments.keywords(2).map { (vm.intern($0.name), $0.value) })
            return vm.function("methodcaller", "(obj, /)") { vm, arguments in
                try vm.call(try vm.getAttribute(arguments[0], name), call)
            }
        }
        return module
    }
}
