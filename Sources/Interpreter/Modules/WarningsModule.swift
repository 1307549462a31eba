/// What happens to warnings: which are ignored, always shown or raised, and where they are recorded.
struct WarningState {
    struct Filter {
        let action: String
        let category: TypeObject
        let message: String
    }

    var filters: [Filter] = []
    var record: ListObject?
}

/// What `with warnings.catch_warnings():` found and puts back.
private final class CatcherObject: InstanceObject {
    var isRecording = false
    var action: Value = .none
    var category: Value = .none
    var before: WarningState?
}

/// `warnings`.
extension VirtualMachine {
    func makeWarningsModule() -> ModuleObject {
        let module = makeModule("warnings", doc: "Showing warnings.")
        let messageType = makeType(
            name: "WarningMessage", module: "warnings", doc: "A recorded warning.",
            instanceAttributes: true)
        warningMessageType = messageType
        module.set(self, "WarningMessage", .object(messageType))
        module.function(
            self, "warn", "(message, category=None, stacklevel=1, source=None)", "Show a warning."
        ) { vm, arguments in
            try vm.warn(arguments[0], arguments[1])
            return .none
        }
        module.function(
            self, "filterwarnings",
            "(action, message='', category=None, module='', lineno=0, append=False)",
            "What is to happen to warnings of a category whose message starts so."
        ) { vm, arguments in
            try vm.addFilter(
                arguments[0], arguments[2], arguments[1].string?.swiftString ?? "",
                append: vm.isTrue(arguments[5]))
            return .none
        }
        module.function(
            self, "simplefilter", "(action, category=None, lineno=0, append=False)",
            "What is to happen to warnings of a category."
        ) { vm, arguments in
            try vm.addFilter(arguments[0], arguments[1], "", append: vm.isTrue(arguments[3]))
            return .none
        }
        module.function(self, "resetwarnings", "()", "Forget all filters.") { vm, _ in
            vm.warningState.filters = []
            return .none
        }
        addCatcher(to: module)
        return module
    }

    private func addCatcher(to module: ModuleObject) {
        let type = makeType(
            name: "catch_warnings", module: "warnings",
            doc: "Filters are put back at the end of the block.", instanceAttributes: true)
        type.new(
            self,
            "(*, record=False, module=None, action=None, category=None, lineno=0, append=False)"
        ) { vm, type, arguments in
            let made = CatcherObject(type: type)
            made.isRecording = try vm.isTrue(arguments[0])
            // The filter is set when the block begins.
            made.action = arguments[2]
            made.category = arguments[3]
            return .object(made)
        }
        type.method(self, "__enter__", "()", "Begin.") { vm, value, _ in
            guard let catcher = value.object as? CatcherObject else { return .none }
            catcher.before = vm.warningState
            if !catcher.action.isNone {
                try vm.addFilter(catcher.action, catcher.category, "", append: false)
            }
            guard catcher.isRecording else { return .none }
            let record = vm.list([])
            vm.warningState.record = record.list
            return record
        }
        type.method(self, "__exit__", "(*exc_info)", "End.") { vm, value, _ in
            if let catcher = value.object as? CatcherObject, let before = catcher.before {
                vm.warningState = before
            }
            return .none
        }
        module.set(self, "catch_warnings", .object(type))
    }

    private func addFilter(
        _ action: Value, _ category: Value, _ message: String, append: Bool
    ) throws {
        let known = ["error", "ignore", "always", "all", "default", "module", "once"]
        guard let text = action.string?.swiftString, known.contains(text) else {
            throw error(.assertionError, "invalid action: \(try repr(action))")
        }
        let filter = WarningState.Filter(
            action: text, category: category.type ?? types.exception(.warning), message: message)
        if append {
            warningState.filters.append(filter)
        } else {
            warningState.filters.insert(filter, at: 0)
        }
    }

    private func warn(_ message: Value, _ category: Value) throws {
        var type = types.exception(.userWarning)
        let base = types.exception(.warning)
        var exception: ExceptionObject?
        if let given = message.object as? ExceptionObject, given.type.isSubtype(of: base) {
            exception = given
            type = given.type
        } else if !category.isNone {
            guard let given = category.type, given.isSubtype(of: base) else {
                throw typeError(
                    "category must be a Warning subclass, not '\(typeName(category))'")
            }
            type = given
        }
        let text = try str(message)
        let made = exception ?? makeException(type, arguments: [message])
        if show(type, text, made) == "error" { throw PythonError(exception: made) }
    }

    /// Does with a warning what the filters say.
    /// - Returns: the action that was found.
    @discardableResult
    func show(_ type: TypeObject, _ text: String, _ exception: ExceptionObject) -> String {
        let filter = warningState.filters.first {
            type.isSubtype(of: $0.category)
                && ($0.message.isEmpty || text.lowercased().hasPrefix($0.message.lowercased()))
        }
        let action = filter?.action ?? "default"
        if action == "ignore" || action == "error" { return action }
        if let record = warningState.record, let messageType = warningMessageType {
            let made = InstanceObject(type: messageType)
            let about: [(String, Value)] = [
                ("message", .object(exception)), ("category", .object(type)),
                ("filename", string("<cell>")), ("lineno", .int(1)),
            ]
            for (name, value) in about { try? setAttribute(.object(made), name, value) }
            record.elements.append(.object(made))
            return action
        }
        let line = "\(type.name): \(text)"
        if shownWarnings.insert(line).inserted || action == "always" { warningOutput?(line) }
        return action
    }
}
