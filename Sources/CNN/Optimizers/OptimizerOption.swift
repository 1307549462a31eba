/// The value of an option of a parameter group, as it was given: an integer stays one, so that it prints as one.
public enum OptimizerOption: Sendable, Equatable {
    case none
    case flag(Bool)
    case number(Scalar)
    case pair(Scalar, Scalar)

    /// Its value as a number; 0 where it is none.
    public var doubleValue: Double {
        switch self {
        case .none: 0
        case .flag(let value): value ? 1 : 0
        case .number(let value), .pair(let value, _): value.doubleValue
        }
    }

    /// Whether it is set and other than zero.
    public var isTrue: Bool { doubleValue != 0 }
}

extension OptimizerOption: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral
{
    public init(floatLiteral value: Double) { self = .number(.double(value)) }
    public init(integerLiteral value: Int) { self = .number(.int(value)) }
    public init(booleanLiteral value: Bool) { self = .flag(value) }
}

/// Parameters that share options such as the learning rate.
public final class ParameterGroup {
    /// The parameters.
    public internal(set) var parameters: [Tensor]
    /// The options by PyTorch's names, in PyTorch's order.
    public private(set) var options: [(name: String, value: OptimizerOption)] = []
    /// The object of a host language that stands for this group, where there is one.
    public var foreign: AnyObject?

    public init(_ parameters: [Tensor], _ options: [(String, OptimizerOption)] = []) {
        self.parameters = parameters
        for (name, value) in options { self[name] = value }
    }

    /// An option; `nil` where there is none of that name.
    public subscript(name: String) -> OptimizerOption? {
        get { options.first { $0.name == name }?.value }
        set {
            let place = options.firstIndex { $0.name == name }
            switch (place, newValue) {
            case (let place?, let value?): options[place].value = value
            case (let place?, nil): options.remove(at: place)
            case (nil, let value?): options.append((name, value))
            case (nil, nil): break
            }
        }
    }

    /// An option as a number; 0 where it is unknown or none.
    public func number(_ name: String) -> Double { self[name]?.doubleValue ?? 0 }
    /// An option as a flag.
    public func flag(_ name: String) -> Bool { self[name]?.isTrue ?? false }
    /// The two numbers of an option such as `betas`.
    public func pair(_ name: String) -> (Double, Double) {
        guard case .pair(let first, let second)? = self[name] else { return (0, 0) }
        return (first.doubleValue, second.doubleValue)
    }

    /// The learning rate.
    public var learningRate: Double {
        get { number("lr") }
        set { self["lr"] = .number(.double(newValue)) }
    }
}
