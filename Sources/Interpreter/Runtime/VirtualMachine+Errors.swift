/// Raising exceptions from Swift.
extension VirtualMachine {
    /// A Python exception to throw, with its message and, where it helps, one line that teaches.
    package func error(_ kind: ErrorKind, _ message: String, hint: String? = nil) -> PythonError {
        error(kind, arguments: [string(message)], hint: hint)
    }

    package func error(
        _ kind: ErrorKind, arguments: [Value], hint: String? = nil
    ) -> PythonError {
        PythonError(
            exception: makeException(types.exception(kind), arguments: arguments, hint: hint))
    }

    /// An exception of a class that a module made.
    package func error(_ type: TypeObject, _ message: String, hint: String? = nil) -> PythonError {
        PythonError(exception: makeException(type, arguments: [string(message)], hint: hint))
    }

    package func typeError(_ message: String, hint: String? = nil) -> PythonError {
        error(.typeError, message, hint: hint)
    }

    package func valueError(_ message: String, hint: String? = nil) -> PythonError {
        error(.valueError, message, hint: hint)
    }

    /// `KeyError(key)`.
    package func keyError(_ key: Value) -> PythonError { error(.keyError, arguments: [key]) }

    func makeException(
        _ type: TypeObject, arguments: [Value], hint: String? = nil
    ) -> ExceptionObject {
        let made = ExceptionObject(type: type)
        made.arguments = arguments
        made.hint = hint
        return made
    }

    /// Whether a Swift error is a Python exception of a kind.
    package func isError(_ error: any Error, _ kind: ErrorKind) -> Bool {
        guard let error = error as? PythonError else { return false }
        return error.exception.type.isSubtype(of: types.exception(kind))
    }

    /// Shows a warning as `warnings.warn` would, once a text.
    package func warn(_ kind: ErrorKind, _ message: String) {
        let type = types.exception(kind)
        show(type, message, makeException(type, arguments: [string(message)]))
    }
}
