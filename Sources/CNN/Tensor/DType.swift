import CNNKernels

/// The type of a tensor's elements.
public enum DType: UInt8, Sendable, CaseIterable {
    case float32, float64, int64, int32, uint8, bool

    /// The type of new floating-point tensors, and of what becomes floating-point: float32 at the start of a thread. A
    /// setting of the thread's, float32 or float64.
    public static var standard: DType {
        get { ck_thread().pointee.doubleByDefault ? .float64 : .float32 }
        set { ck_thread().pointee.doubleByDefault = newValue == .float64 }
    }

    /// Bytes an element.
    public var itemSize: Int {
        switch self {
        case .float32, .int32: 4
        case .float64, .int64: 8
        case .uint8, .bool: 1
        }
    }

    /// Whether elements are floating-point numbers.
    public var isFloatingPoint: Bool { rawValue <= DType.float64.rawValue }

    /// PyTorch's name in messages: `Float`, `Double`, `Long`, `Int`, `Byte`, `Bool`.
    public var scalarTypeName: String {
        switch self {
        case .float32: "Float"
        case .float64: "Double"
        case .int64: "Long"
        case .int32: "Int"
        case .uint8: "Byte"
        case .bool: "Bool"
        }
    }

    /// The name of the C type, as some of PyTorch's messages have it.
    var nativeName: String {
        switch self {
        case .float32: "float"
        case .float64: "double"
        case .int64: "long int"
        case .int32: "int"
        case .uint8: "unsigned char"
        case .bool: "bool"
        }
    }

    /// - Throws: PyTorch's message when a number does not fit into whole numbers of this type.
    package func check(_ value: Scalar) throws {
        guard self != .float64, self != .bool else { return }
        if self == .float32, !value.doubleValue.isFinite { return }
        let (name, bounds): (String, ClosedRange<Double>) =
            switch self {
            case .float32:
                (
                    "float",
                    -Double(Float.greatestFiniteMagnitude)...Double(Float.greatestFiniteMagnitude)
                )
            case .int32: ("int", Double(Int32.min)...Double(Int32.max))
            case .uint8: ("uint8_t", -255...255)
            default: ("int64_t", -0x1p63...0x1p63)
            }
        guard bounds.contains(value.doubleValue) else {
            throw TensorError.runtime(
                "value cannot be converted to type \(name) without overflow")
        }
    }

    /// The attribute of `torch` that names it, such as `float32`.
    public var name: String {
        switch self {
        case .float32: "float32"
        case .float64: "float64"
        case .int64: "int64"
        case .int32: "int32"
        case .uint8: "uint8"
        case .bool: "bool"
        }
    }

    /// The type that both convert to in an operation.
    public func promoted(with other: DType) -> DType {
        if self == other { return self }
        if isFloatingPoint || other.isFloatingPoint {
            if !isFloatingPoint { return other }
            if !other.isFloatingPoint { return self }
            return .float64
        }
        if self == .bool { return other }
        if other == .bool { return self }
        if self == .int64 || other == .int64 { return .int64 }
        return .int32
    }

    /// PyTorch's C++ name in messages about types: `long int`.
    package var longName: String { self == .int64 ? "long int" : cppName }

    /// How C names it.
    var code: Int32 { Int32(rawValue) }

    /// 0 for bool, 1 for integers, 2 for floating point: what a plain number can raise.
    var category: Int { self == .bool ? 0 : isFloatingPoint ? 2 : 1 }
}

/// A Swift type that tensors hold.
public protocol TensorElement: Sendable {
    /// The type's `DType`.
    static var dtype: DType { get }
}

extension Float: TensorElement {
    public static var dtype: DType { .float32 }
}
extension Double: TensorElement {
    public static var dtype: DType { .float64 }
}
extension Int: TensorElement {
    public static var dtype: DType { .int64 }
}
extension Int32: TensorElement {
    public static var dtype: DType { .int32 }
}
extension UInt8: TensorElement {
    public static var dtype: DType { .uint8 }
}
extension Bool: TensorElement {
    public static var dtype: DType { .bool }
}
