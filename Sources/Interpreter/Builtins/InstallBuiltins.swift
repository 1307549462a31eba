/// Gives the built-in types their methods and a session its built-in functions.
func installBuiltins(in vm: VirtualMachine) {
    vm.installString()
    vm.installBytes()
    vm.installNumbers()
    vm.installList()
    vm.installTuple()
    vm.installDict()
    vm.installSets()
    vm.installRange()
    vm.installSlice()
    vm.installTextFunctions()
    vm.installObjectFunctions()
    vm.installIterationFunctions()
    vm.installAnnotations()
    vm.installHelp()
    vm.installBuiltinNames()
    vm.registerStandardModules()
}

extension VirtualMachine {
    /// The built-in names that are types or constants.
    fileprivate func installBuiltinNames() {
        let named = [
            types.object, types.type, types.int, types.bool, types.float, types.str, types.bytes,
            types.list, types.tuple, types.dict, types.set, types.frozenset, types.range,
            types.slice, types.property, types.staticMethod, types.classMethod, types.superType,
            auxiliary.enumerate, auxiliary.zip, auxiliary.map, auxiliary.filter,
        ]
        for type in named { builtins[intern(type.name)] = .object(type) }
        for kind in ErrorKind.allCases {
            builtins[intern(kind.rawValue)] = .object(types.exception(kind))
        }
        builtins[intern("EnvironmentError")] = .object(types.exception(.osError))
        builtins[intern("IOError")] = .object(types.exception(.osError))
        builtins[intern("NotImplemented")] = notImplemented
        builtins[intern("Ellipsis")] = ellipsis
    }
}
