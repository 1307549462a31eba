/// A plain number, as it is written in a program. In arithmetic with a tensor it only raises the tensor's type
/// to its own category (bool, integer, floating point), never to its own width.
public enum Scalar: Sendable, Equatable {
    case bool(Bool)
    case int(Int)
    case double(Double)

    /// Its value as a floating-point number.
    public var doubleValue: Double {
        switch self {
        case .bool(let value): value ? 1 : 0
        case .int(let value): Double(value)
        case .double(let value): value
        }
    }

    /// Its value as an integer; fractions are cut off, what does not fit becomes `Int.min`.
    public var intValue: Int {
        switch self {
        case .bool(let value): value ? 1 : 0
        case .int(let value): value
        case .double(let value): Int(exactly: value.rounded(.towardZero)) ?? Int.min
        }
    }

    /// Whether it is other than zero.
    public var boolValue: Bool {
        switch self {
        case .bool(let value): value
        case .int(let value): value != 0
        case .double(let value): value != 0
        }
    }

    /// The type of a tensor made of it alone.
    public var dtype: DType {
        switch self {
        case .bool: .bool
        case .int: .int64
        case .double: .standard
        }
    }

    /// The type of `tensor op self`.
    func promoted(with type: DType) -> DType {
        dtype.category > type.category ? dtype : type
    }

    /// Its bytes as an element of `type`, in the low bytes of the word.
    func bits(as type: DType) -> UInt64 {
        switch type {
        case .float32: UInt64(Float(doubleValue).bitPattern)
        case .float64: doubleValue.bitPattern
        case .int64: UInt64(bitPattern: Int64(intValue))
        case .int32: UInt64(UInt32(truncatingIfNeeded: intValue))
        case .uint8: UInt64(UInt8(truncatingIfNeeded: intValue))
        case .bool: boolValue ? 1 : 0
        }
    }
}

extension Scalar: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral
{
    public init(floatLiteral value: Double) { self = .double(value) }
    public init(integerLiteral value: Int) { self = .int(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
}
