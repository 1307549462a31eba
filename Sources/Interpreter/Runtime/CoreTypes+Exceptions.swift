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
        base.initializer(self, "(*args)") { vm, value, arguments in
            vm.exception(value)?.arguments = arguments.variadic(0)
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
                vm.exception(value)?.traceback = trace.entries
            } else if arguments[0].isNone {
                vm.exception(value)?.traceback = []
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
        let osText: TypeSlots.Text = { vm, value in
            guard let exception = vm.exception(value) else { return "" }
            let list = exception.arguments
            if list.count == 2 { return "[Errno \(try vm.str(list[0]))] \(try vm.str(list[1]))" }
            if list.count == 3 {
                return
                    "[Errno \(try vm.str(list[0]))] \(try vm.str(list[1])): \(try vm.repr(list[2]))"
            }
            return try vm.types.exception(.baseException).slots.str?(vm, value) ?? ""
        }
        for kind in [
            ErrorKind.osError, .fileExistsError, .fileNotFoundError, .permissionError,
            .timeoutError,
        ] {
            types.exception(kind).slots.str = osText
        }
        installFirstArgument(.stopIteration, "value")
        installFirstArgument(.systemExit, "code")
        installFirstArgument(.syntaxError, "msg")
        for kind in [ErrorKind.nameError, .attributeError, .importError] {
            installOptional(kind, "name")
        }
        installOptional(.attributeError, "obj")
        installOptional(.importError, "path")
        installFirstArgument(.importError, "msg")
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
            set: { vm, value, new in if new.isNone { vm.exception(value)?.traceback = [] } })
    }

    /// An attribute that is the first argument unless it was set.
    private func installFirstArgument(_ kind: ErrorKind, _ name: String) {
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
    private func installOptional(_ kind: ErrorKind, _ name: String) {
        let key = intern(name)
        types.exception(kind).property(
            self, name,
            get: { vm, value in vm.exception(value)?.ownAttribute(key) ?? .none },
            set: { vm, value, new in vm.exception(value)?.setOwnAttribute(key, new) })
    }
}
