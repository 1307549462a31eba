/// What the dropout layers share: the probability, and that they act in training alone.
public class DropoutModule: Module {
    /// The probability that an element, or a channel, is dropped.
    public var p: Double
    /// As it was given, for printing.
    public let givenP: Scalar
    public let inplace: Bool

    /// - Throws: PyTorch's message for a probability out of range.
    public init(_ p: Scalar = 0.5, inplace: Bool = false) throws {
        guard p.doubleValue >= 0, p.doubleValue <= 1 else {
            throw TensorError.value(
                "dropout probability has to be between 0 and 1, but got \(Check.text(p))")
        }
        self.p = p.doubleValue
        givenP = p
        self.inplace = inplace
        super.init()
    }

    /// Computes the output in training.
    func drop(_ input: Tensor) throws -> Tensor { input }

    public override func forward(_ input: Tensor) throws -> Tensor {
        guard training else { return input }
        let output = try drop(input)
        return inplace && output !== input ? try input.copy_(output) : output
    }

    public override var extraDescription: String {
        let text = p == givenP.doubleValue ? Check.text(givenP) : PythonNumber.text(p)
        return "p=\(text), inplace=\(inplace ? "True" : "False")"
    }
}

/// Drops single elements; see ``dropout(_:p:training:generator:)``.
public final class Dropout: DropoutModule {
    override func drop(_ input: Tensor) throws -> Tensor { try dropout(input, p: p) }
}

/// Drops channels of (N, C, L) or (C, L).
public final class Dropout1d: DropoutModule {
    override func drop(_ input: Tensor) throws -> Tensor { try dropout1d(input, p: p) }
}

/// Drops channels of (N, C, H, W).
public final class Dropout2d: DropoutModule {
    override func drop(_ input: Tensor) throws -> Tensor { try dropout2d(input, p: p) }
}

/// Drops elements and keeps mean and variance; see ``alphaDropout(_:p:training:generator:)``.
public final class AlphaDropout: DropoutModule {
    override func drop(_ input: Tensor) throws -> Tensor {
        try alphaDropout(input, p: p, training: true)
    }
}
