/// An operation that cannot be done, with PyTorch's words for it.
public struct TensorError: Error, Equatable, CustomStringConvertible {
    /// The Python exception that PyTorch raises.
    public enum Kind: Sendable {
        case runtime, value, index, type, notImplemented, attribute, assertion, zeroDivision,
            linearAlgebra
    }

    /// The Python exception that PyTorch raises.
    public var kind: Kind
    /// PyTorch's message.
    public var message: String

    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    public var description: String { message }

    /// A `RuntimeError`.
    public static func runtime(_ message: String) -> TensorError { TensorError(.runtime, message) }
    /// A `ValueError`.
    public static func value(_ message: String) -> TensorError { TensorError(.value, message) }
    /// An `IndexError`.
    public static func index(_ message: String) -> TensorError { TensorError(.index, message) }
    /// A `TypeError`.
    public static func type(_ message: String) -> TensorError { TensorError(.type, message) }
    /// A `torch.linalg.LinAlgError`, which is a `RuntimeError`.
    public static func linearAlgebra(_ message: String) -> TensorError {
        TensorError(.linearAlgebra, message)
    }
    /// A `NotImplementedError`.
    public static func notImplemented(_ message: String) -> TensorError {
        TensorError(.notImplemented, message)
    }
}
