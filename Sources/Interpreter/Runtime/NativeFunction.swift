/// A function, method or constructor written in Swift, declared once: name, parameters, help, body.
public final class NativeFunction: Object {
    package typealias Body = (VirtualMachine, Arguments) throws -> Value
    package typealias MethodBody = (VirtualMachine, Value, Arguments) throws -> Value

    enum Code {
        case function(Body)
        case method(MethodBody)
    }

    package let name: String
    package let signature: Signature
    package let help: String
    let code: Code
    /// Parameters when each takes one value: a call that gives all by position needs no binding. -1: bind.
    private(set) var plainCount: Int
    /// Looks at the arguments before they are bound: throws what is to be said of them, or gives others in their place.
    package typealias Check = (
        VirtualMachine, UnsafeMutablePointer<Value>, _ positional: Int, _ keywords: [StringObject]
    ) throws -> CallArguments?
    package private(set) var check: Check?
    /// The type whose method it is.
    unowned(unsafe) var owner: TypeObject?
    /// The function that it calls in Python, where that one's name is said when the arguments do not fit.
    package var nameInErrors: String?
    /// The module that shows it.
    package internal(set) var module: String?

    init(
        type: TypeObject, name: String, signature: String, help: String, code: Code
    ) {
        self.name = name
        self.signature = Signature(signature)
        self.help = help
        self.code = code
        plainCount = Self.countPlain(signature)
        super.init(type: type, kind: .nativeFunction)
    }

    /// Has every call's arguments looked at first.
    package func setCheck(_ check: @escaping Check) {
        self.check = check
        plainCount = -1
    }

    /// Whether the first argument of an unbound call is the object the method works on.
    package var isMethod: Bool {
        if case .method = code { return true }
        return false
    }

    /// Whether it stands for what a native type does by itself, as `int.__add__`.
    var isSlotWrapper: Bool {
        guard isMethod, let owner, owner.isNative, name.hasPrefix("__"), name.hasSuffix("__") else {
            return false
        }
        return !Self.plainSpecials.contains(name)
    }

    /// Special methods that CPython defines as methods.
    private static let plainSpecials: Set<String> = [
        "__format__", "__dir__", "__reduce__", "__sizeof__", "__init_subclass__", "__round__",
        "__trunc__", "__floor__", "__ceil__", "__reversed__", "__class_getitem__", "__missing__",
        "__copy__", "__deepcopy__", "__instancecheck__", "__subclasscheck__", "__getnewargs__",
        "__length_hint__", "__enter__", "__exit__", "__prepare__",
    ]

    /// Number of parameters of "(a, b=None, /)"; -1 if there are variadic or keyword-only ones.
    private static func countPlain(_ text: String) -> Int {
        var count = 0
        var isInParameter = false
        for byte in text.utf8.dropFirst() {
            switch byte {
            case UInt8(ascii: "*"), UInt8(ascii: "("): return -1
            case UInt8(ascii: ","), UInt8(ascii: ")"): isInParameter = false
            case UInt8(ascii: " "), UInt8(ascii: "/"): break
            default:
                if !isInParameter { count += 1 }
                isInParameter = true
            }
        }
        return count
    }
}
