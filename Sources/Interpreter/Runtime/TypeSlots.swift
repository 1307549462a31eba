/// What a type does for Python's operators and protocols, without a look-up by name.
///
/// A native type sets the slots it has; a subtype inherits them. Where a learner's class defines the special
/// method, the slot calls it. A native type's slots are also seen from Python under their special names
/// (`list.__len__`), so natives declare an operation once, here.
package struct TypeSlots {
    package typealias Unary = (VirtualMachine, Value) throws -> Value
    package typealias Binary = (VirtualMachine, Value, Value) throws -> Value
    package typealias Text = (VirtualMachine, Value) throws -> String

    /// `__repr__` and `__str__` (`str` falls back to `repr`).
    package var repr: Text?
    package var str: Text?
    /// `__format__`: the value and the specification.
    package var format: ((VirtualMachine, Value, StringObject) throws -> String)?
    /// `__hash__`; `isUnhashable` refuses instead ("unhashable type: 'list'").
    package var hash: ((VirtualMachine, Value) throws -> Int)?
    package var isUnhashable = false
    package var isTrue: ((VirtualMachine, Value) throws -> Bool)?
    package var length: ((VirtualMachine, Value) throws -> Int)?
    package var getItem: Binary?
    package var setItem: ((VirtualMachine, Value, Value, Value) throws -> Void)?
    package var deleteItem: ((VirtualMachine, Value, Value) throws -> Void)?
    /// `__contains__`: the container and the item.
    package var contains: ((VirtualMachine, Value, Value) throws -> Bool)?
    package var iterate: Unary?
    package var reversed: Unary?
    /// `__next__`: `nil` at the end.
    package var next: ((VirtualMachine, Value) throws -> Value?)?
    package var call: ((VirtualMachine, Value, CallArguments) throws -> Value)?
    /// Asked for an attribute before the ordinary look-up; `nil` goes on to it.
    package var getAttribute: ((VirtualMachine, Value, StringObject) throws -> Value?)?
    /// Asked for an attribute after the ordinary look-up failed; `nil` means that there is none.
    package var missingAttribute: ((VirtualMachine, Value, StringObject) throws -> Value?)?
    /// Sets (or, with `nil`, deletes) an attribute instead of the ordinary way; false goes on to it.
    package var setAttribute: ((VirtualMachine, Value, StringObject, Value?) throws -> Bool)?
    /// Comparisons; may return `vm.notImplemented`.
    package var equal: Binary?
    package var notEqual: Binary?
    package var less: Binary?
    package var lessEqual: Binary?
    package var greater: Binary?
    package var greaterEqual: Binary?
    package var negative: Unary?
    package var positive: Unary?
    package var invert: Unary?
    package var absolute: Unary?
    package var toInt: Unary?
    package var toFloat: Unary?
    package var toIndex: Unary?
    /// `a op b`, asked when either operand is of the type, as in CPython's number slots: the type's own value may
    /// be on the left or on the right. Returns `vm.notImplemented` for operands it does not take.
    package var binary = [Binary?](repeating: nil, count: BinaryOperator.allCases.count)
    /// `a op= b`; without one, `binary` is used.
    package var inPlace = [Binary?](repeating: nil, count: BinaryOperator.allCases.count)
    /// `divmod(a, b)`.
    package var divmod: Binary?
    /// `pow(a, b, modulus)`.
    package var powerModulo: ((VirtualMachine, Value, Value, Value) throws -> Value)?
    /// `__get__` of a descriptor: itself, the instance (`nil` on the class), the class.
    package var descriptorGet: ((VirtualMachine, Value, Value?, TypeObject) throws -> Value)?
    /// `__set__` or, with `nil`, `__delete__` of a data descriptor.
    package var descriptorSet: ((VirtualMachine, Value, Value, Value?) throws -> Void)?

    /// Operators whose slot calls special methods of a learner's class.
    var pythonBinary: UInt32 = 0

    func callsPython(_ op: BinaryOperator) -> Bool { pythonBinary >> op.rawValue & 1 == 1 }

    package init() {}
}
