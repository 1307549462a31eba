/// The built-in exceptions: construction, text, attributes.
extension VirtualMachine {
    func exception(_ value: Value) -> ExceptionObject? {
        guard case .object(let object) = value, object.kind == .exception else { return nil }
        return unsafeDowncast(object, to: ExceptionObject.self)
    }

    func installExceptions() {
        let base = types.exception(.baseException)
        base.allocate = { _, type in ExceptionObject(type: type) }
        base.definesAllocate = true
        base.initializer(self, "(*args, **kwargs)") { vm, value, arguments in
            guard let exception = vm.exception(value) else { return }
            exception.arguments = arguments.variadic(0)
            try vm.takeKeywords(exception, arguments.keywords(1))
        }
        base.slots.str = { vm, value in
            guard let exception = vm.exception(value) else { return "" }
            switch exception.arguments.count {
            case 0: return ""
            case 1: return try vm.str(exception.arguments[0])
            default: return try vm.repr(vm.tuple(exception.arguments))
            }
        }
        base.slots.repr = { vm, value in
            guard let exception = vm.exception(value) else { return "" }
            let list = try exception.arguments.map { try vm.repr($0) }.joined(separator: ", ")
            return "\(exception.type.name)(\(list))"
        }
        installExceptionAttributes(base)
        base.method(self, "with_traceback", "(tb, /)") { vm, value, arguments in
            if case .object(let object) = arguments[0], let trace = object as? TracebackObject {
                vm.exception(value)?.setTraceback(trace.entries)
            } else if arguments[0].isNone {
                vm.exception(value)?.setTraceback([])
            } else {
                throw vm.typeError("__traceback__ must be a traceback or None")
            }
            return value
        }
        base.method(self, "add_note", "(note, /)") { vm, value, arguments in
            guard arguments[0].string != nil else {
                throw vm.typeError("note must be a str, not '\(vm.typeName(arguments[0]))'")
            }
            guard let exception = vm.exception(value) else { return .none }
            if let notes = exception.ownAttribute(vm.names.notes)?.list {
                notes.append(arguments[0])
            } else {
                exception.setOwnAttribute(vm.names.notes, vm.list([arguments[0]]))
            }
            return .none
        }
        for kind in ErrorKind.allCases where kind != .baseException {
            let type = types.exception(kind)
            type.slots = base.slots
            type.allocate = base.allocate
            type.definesAllocate = false
        }
        types.exception(.keyError).slots.str = { vm, value in
            guard let exception = vm.exception(value) else { return "" }
            if exception.arguments.count == 1 { return try vm.repr(exception.arguments[0]) }
            return exception.arguments.isEmpty ? "" : try vm.repr(vm.tuple(exception.arguments))
        }
        installSystemErrors()
        installUnicodeErrors()
        installFirstArgument(.stopIteration, "value")
        installSystemExit()
        installSyntaxErrors()
        for kind in [ErrorKind.nameError, .attributeError, .importError] {
            installOptional(kind, "name")
        }
        installOptional(.attributeError, "obj")
        installOptional(.importError, "path")
        installFirstArgument(.importError, "msg")
    }

    /// Keywords that the constructors of some exceptions take.
    func takeKeywords(
        _ exception: ExceptionObject, _ keywords: [(name: String, value: Value)]
    ) throws {
        guard !keywords.isEmpty else { return }
        let known: [(ErrorKind, [String])] = [
            (.importError, ["name", "path"]), (.attributeError, ["name", "obj"]),
            (.nameError, ["name"]),
        ]
        guard
            let (kind, names) = known.first(where: {
                exception.type.isSubtype(of: types.exception($0.0))
            })
        else { throw typeError("\(exception.type.name)() takes no keyword arguments") }
        for (name, value) in keywords {
            guard names.contains(name) else {
                throw typeError(
                    "'\(name)' is an invalid keyword argument for \(kind.rawValue)()")
            }
            exception.setOwnAttribute(intern(name), value)
        }
    }

    private func installSystemExit() {
        let key = intern("code")
        types.exception(.systemExit).property(
            self, "code",
            get: { vm, value in
                guard let exception = vm.exception(value) else { return .none }
                if let set = exception.ownAttribute(key) { return set }
                return exception.arguments.count > 1
                    ? vm.tuple(exception.arguments) : exception.arguments.first ?? .none
            },
            set: { vm, value, new in vm.exception(value)?.setOwnAttribute(key, new) })
    }

    /// Whether an exception asks for the program's end.
    package func isExit(_ exception: ExceptionObject) -> Bool {
        exception.type.isSubtype(of: types.exception(.systemExit))
    }

    /// What a program that ends with SystemExit gives its caller, and what it says first.
    package func exitStatus(_ exception: ExceptionObject) -> (status: Int32, message: String?) {
        let code = (try? getAttribute(.object(exception), "code")) ?? .none
        switch code {
        case .none: return (0, nil)
        case .int(let int): return (Int32(truncatingIfNeeded: int & 0xFF), nil)
        case .bool(let bool): return (bool ? 1 : 0, nil)
        default:
            if code.bigInt != nil { return (255, nil) }
            return (1, (try? str(code)) ?? "")
        }
    }

    // MARK: Errors of the system

    /// Numbers of errors that have a class of their own.
    private static let systemErrors: [Int: ErrorKind] = [
        1: .permissionError, 2: .fileNotFoundError, 3: .processLookupError, 4: .interruptedError,
        10: .childProcessError, 11: .blockingIOError, 13: .permissionError, 17: .fileExistsError,
        20: .notADirectoryError, 21: .isADirectoryError, 32: .brokenPipeError,
        103: .connectionAbortedError, 104: .connectionResetError, 108: .brokenPipeError,
        110: .timeoutError, 111: .connectionRefusedError, 114: .blockingIOError,
        115: .blockingIOError,
    ]

    private func installSystemErrors() {
        let type = types.exception(.osError)
        type.initializer(self, "(*args, **kwargs)") { vm, value, arguments in
            guard let exception = vm.exception(value) else { return }
            exception.arguments = arguments.variadic(0)
            try vm.takeKeywords(exception, arguments.keywords(1))
            let given = exception.arguments
            guard (2...5).contains(given.count) else { return }
            if exception.type === vm.types.exception(.osError), case .int(let number) = given[0],
                let kind = Self.systemErrors[number]
            {
                exception.type = vm.types.exception(kind)
            }
            exception.setOwnAttribute(vm.intern("errno"), given[0])
            exception.setOwnAttribute(vm.intern("strerror"), given[1])
            guard given.count > 2 else { return }
            exception.setOwnAttribute(vm.intern("filename"), given[2])
            if given.count == 5 { exception.setOwnAttribute(vm.intern("filename2"), given[4]) }
            exception.arguments = Array(given[..<2])
        }
        for name in ["errno", "strerror", "filename", "filename2"] {
            installOptional(.osError, name)
        }
        let osText: TypeSlots.Text = { vm, value in
            guard let exception = vm.exception(value) else { return "" }
            func own(_ name: String) -> Value? { exception.ownAttribute(vm.intern(name)) }
            if let number = own("errno"), let text = own("strerror") {
                let start = "[Errno \(try vm.str(number))] \(try vm.str(text))"
                guard let file = own("filename"), !file.isNone else { return start }
                guard let second = own("filename2"), !second.isNone else {
                    return "\(start): \(try vm.repr(file))"
                }
                return "\(start): \(try vm.repr(file)) -> \(try vm.repr(second))"
            }
            return try vm.types.exception(.baseException).slots.str?(vm, value) ?? ""
        }
        for kind in ErrorKind.allCases
        where types.exception(kind).isSubtype(of: types.exception(.osError)) {
            types.exception(kind).slots.str = osText
        }
    }

    private func installExceptionAttributes(_ base: TypeObject) {
        base.property(
            self, "args",
            get: { vm, value in vm.tuple(vm.exception(value)?.arguments ?? []) },
            set: { vm, value, new in
                vm.exception(value)?.arguments = try vm.elements(of: new)
            })
        func link(
            _ name: String, _ path: ReferenceWritableKeyPath<ExceptionObject, ExceptionObject?>,
            suppresses: Bool
        ) {
            base.property(
                self, name,
                get: { vm, value in
                    vm.exception(value)?[keyPath: path].map { .object($0) } ?? Value.none
                },
                set: { vm, value, new in
                    guard let exception = vm.exception(value) else { return }
                    if new.isNone {
                        exception[keyPath: path] = nil
                    } else if let other = vm.exception(new) {
                        exception[keyPath: path] = other
                    } else {
                        throw vm.typeError(
                            "exception \(suppresses ? "cause" : "context") must be None or derive "
                                + "from BaseException")
                    }
                    if suppresses { exception.suppressesContext = true }
                })
        }
        link("__cause__", \.cause, suppresses: true)
        link("__context__", \.context, suppresses: false)
        base.property(
            self, "__suppress_context__",
            get: { vm, value in .bool(vm.exception(value)?.suppressesContext ?? false) },
            set: { vm, value, new in
                vm.exception(value)?.suppressesContext = try vm.isTrue(new)
            })
        base.property(
            self, "__traceback__",
            get: { vm, value in vm.exception(value).map { vm.tracebackValue($0) } ?? .none },
            set: { vm, value, new in if new.isNone { vm.exception(value)?.setTraceback([]) } })
    }

    /// An attribute that is the first argument unless it was set.
    func installFirstArgument(_ kind: ErrorKind, _ name: String) {
        let key = intern(name)
        types.exception(kind).property(
            self, name,
            get: { vm, value in
                guard let exception = vm.exception(value) else { return .none }
                return exception.ownAttribute(key) ?? exception.arguments.first ?? .none
            },
            set: { vm, value, new in vm.exception(value)?.setOwnAttribute(key, new) })
    }

    /// An attribute that is None unless it was set.
    func installOptional(_ kind: ErrorKind, _ name: String) {
        let key = intern(name)
        types.exception(kind).property(
            self, name,
            get: { vm, value in vm.exception(value)?.ownAttribute(key) ?? .none },
            set: { vm, value, new in vm.exception(value)?.setOwnAttribute(key, new) })
    }
}
