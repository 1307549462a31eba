/// A part of the lab that is written in the learner's language. Functions that it makes for the learner, as a decorator
/// does, are kept by their place in there.
struct LibraryCode {
    let source: String
    let root: CodeObject
    let globals: NameTable

    /// What tells it from others, also in another session: its name and a digest of its text (FNV-1a).
    private var key: String {
        var digest: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in source.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return root.filename + String(digest, radix: 16)
    }

    /// The place of a function's code.
    static func place(
        of function: FunctionObject, _ vm: VirtualMachine
    ) -> (key: String, place: Int)? {
        for library in vm.libraryCode
        where library.globals === function.globals
            && library.root.filename == function.code.filename
        {
            let place = CellCode.all(in: library.root).firstIndex { $0 === function.code }
            if let place { return (library.key, place) }
        }
        return nil
    }

    static func find(_ key: String, _ vm: VirtualMachine) -> LibraryCode? {
        vm.libraryCode.first { key.hasPrefix($0.root.filename) && $0.key == key }
    }
}
