/// Running code.
extension VirtualMachine {
    /// Runs a module's or cell's code with its globals. The value of a cell's last expression, if any.
    package func run(_ code: CodeObject, globals: NameTable) throws -> Value? {
        throw error(.systemError, "the machine cannot run code yet")
    }

    /// A fresh namespace for `run`.
    package func makeGlobals(name: String = "__main__") -> NameTable {
        let made = NameTable(identity: heap.nextIdentity())
        made[names.name] = string(name)
        return made
    }

    func invoke(
        _ function: FunctionObject, receiver: Value?, _ arguments: UnsafeMutablePointer<Value>,
        positional: Int, keywords: [StringObject]?
    ) throws -> Value {
        throw error(.systemError, "the machine cannot run code yet")
    }

    func resume(_ generator: GeneratorObject, sending value: Value) throws -> Value? {
        throw error(.systemError, "the machine cannot run code yet")
    }

    func tearDown() {}

    func installCoreTypes() {}
}
