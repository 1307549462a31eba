/// Puts the methods of the built-in types, the built-in functions and the standard modules into a new machine.
func installBuiltins(in vm: VirtualMachine) {}
