/// The arguments of a native call, bound to the declared parameters: one value each, in their order.
///
/// `*args` is a tuple, `**kwargs` a dict; a parameter whose default is in angle brackets, if not given, is
/// `.undefined`. The values belong to the caller: copy what is to be kept beyond the call.
package struct Arguments {
    let base: UnsafeMutablePointer<Value>
    package let count: Int

    @inline(__always)
    package subscript(index: Int) -> Value {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "no such parameter")
        return base[index]
    }

    /// Whether the argument was given (or has an ordinary default).
    @inline(__always)
    package func isGiven(_ index: Int) -> Bool { !self[index].isUndefined }

    /// The values of a `*args` parameter.
    package func variadic(_ index: Int) -> [Value] {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "no such parameter")
        let place = base + index
        guard place.tag == ValueLayout.object, place.kind == .tuple else { return [] }
        return place.unmanaged._withUnsafeGuaranteedRef {
            unsafeDowncast($0, to: TupleObject.self).elements
        }
    }

    /// The entries of a `**kwargs` parameter.
    package func keywords(_ index: Int) -> [(name: String, value: Value)] {
        self[index].dict?.items.map { ($0.key.string?.swiftString ?? "", $0.value) } ?? []
    }
}

/// The arguments of a call before they are bound: positional values, then the values of keywords.
package struct CallArguments {
    package var positional: [Value]
    package var keywords: [(name: StringObject, value: Value)]

    package init(
        _ positional: [Value] = [], keywords: [(name: StringObject, value: Value)] = []
    ) {
        self.positional = positional
        self.keywords = keywords
    }
}
