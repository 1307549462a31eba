/// The types that every session has from the start.
package final class BuiltinTypes {
    package let object: TypeObject
    package let type: TypeObject
    package let noneType: TypeObject
    package let notImplementedType: TypeObject
    package let ellipsisType: TypeObject
    package let int: TypeObject
    package let bool: TypeObject
    package let float: TypeObject
    package let str: TypeObject
    package let bytes: TypeObject
    package let list: TypeObject
    package let tuple: TypeObject
    package let dict: TypeObject
    package let set: TypeObject
    package let frozenset: TypeObject
    package let range: TypeObject
    package let slice: TypeObject
    package let function: TypeObject
    /// `builtin_function_or_method`.
    package let nativeFunction: TypeObject
    /// `method_descriptor`: a native method seen on its class.
    package let methodDescriptor: TypeObject
    /// `wrapper_descriptor` and `method-wrapper`: what a native type does by itself, as `int.__add__`.
    package let wrapperDescriptor: TypeObject
    package let methodWrapper: TypeObject
    /// `member_descriptor`: a name of `__slots__` seen on its class.
    package let memberDescriptor: TypeObject
    package let method: TypeObject
    package let cell: TypeObject
    package let code: TypeObject
    package let module: TypeObject
    package let generator: TypeObject
    package let property: TypeObject
    package let staticMethod: TypeObject
    package let classMethod: TypeObject
    package let superType: TypeObject
    package let traceback: TypeObject
    /// `iterator` and `callable_iterator`, over `__getitem__` and `iter(f, sentinel)`.
    package let sequenceIterator: TypeObject
    package let callableIterator: TypeObject
    package let listIterator: TypeObject
    package let tupleIterator: TypeObject
    package let rangeIterator: TypeObject
    package let mappingProxy: TypeObject
    private var exceptions: [TypeObject] = []

    init(heap: Heap) {
        let object = TypeObject(
            heap: heap, metatype: nil, name: "object", module: "builtins", bases: [],
            isNative: true, hasInstanceAttributes: false)
        let type = TypeObject(
            heap: heap, metatype: nil, name: "type", module: "builtins", bases: [object],
            isNative: true, hasInstanceAttributes: false)
        object.type = type
        type.type = type
        object.mro = [object]
        type.mro = [type, object]
        object.subclasses = [type]
        func make(_ name: String, _ base: TypeObject? = nil, subclassable: Bool = false)
            -> TypeObject
        {
            let base = base ?? object
            let made = TypeObject(
                heap: heap, metatype: type, name: name, module: "builtins", bases: [base],
                isNative: true, hasInstanceAttributes: base.hasInstanceAttributes)
            made.mro = [made] + base.mro
            made.isSubclassable = subclassable
            base.subclasses.append(made)
            return made
        }
        self.object = object
        self.type = type
        type.isSubclassable = false
        noneType = make("NoneType")
        notImplementedType = make("NotImplementedType")
        ellipsisType = make("ellipsis")
        int = make("int", subclassable: true)
        bool = make("bool", int)
        float = make("float", subclassable: true)
        str = make("str", subclassable: true)
        bytes = make("bytes")
        list = make("list", subclassable: true)
        tuple = make("tuple", subclassable: true)
        dict = make("dict", subclassable: true)
        set = make("set", subclassable: true)
        frozenset = make("frozenset", subclassable: true)
        range = make("range")
        slice = make("slice")
        function = make("function")
        nativeFunction = make("builtin_function_or_method")
        methodDescriptor = make("method_descriptor")
        wrapperDescriptor = make("wrapper_descriptor")
        methodWrapper = make("method-wrapper")
        memberDescriptor = make("member_descriptor")
        method = make("method")
        cell = make("cell")
        code = make("code")
        module = make("module")
        generator = make("generator")
        property = make("property", subclassable: true)
        staticMethod = make("staticmethod", subclassable: true)
        classMethod = make("classmethod", subclassable: true)
        superType = make("super")
        traceback = make("traceback")
        sequenceIterator = make("iterator")
        callableIterator = make("callable_iterator")
        listIterator = make("list_iterator")
        tupleIterator = make("tuple_iterator")
        rangeIterator = make("range_iterator")
        mappingProxy = make("mappingproxy")
        heap.dictTypeStorage = dict
        heap.strTypeStorage = str
        function.hasInstanceAttributes = true
        var made: [ErrorKind: TypeObject] = [:]
        func exception(_ kind: ErrorKind) -> TypeObject {
            if let present = made[kind] { return present }
            let base = kind.base.map(exception) ?? object
            let type = make(kind.rawValue, base, subclassable: true)
            type.hasInstanceAttributes = true
            made[kind] = type
            return type
        }
        exceptions = ErrorKind.allCases.map(exception)
    }

    /// The type of a built-in exception.
    package func exception(_ kind: ErrorKind) -> TypeObject { exceptions[kind.index] }
}

extension ErrorKind {
    private static let indices: [ErrorKind: Int] = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

    var index: Int { Self.indices[self] ?? 0 }
}
