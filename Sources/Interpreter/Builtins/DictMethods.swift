/// The methods of `dict`.
extension VirtualMachine {
    func installDictMethods() {
        let type = types.dict
        type.method(self, "get", "(key, default=None, /)", "The key's value, or default.") {
            vm, receiver, arguments in
            try receiver.dict?.get(arguments[0], vm) ?? arguments[1]
        }
        type.method(
            self, "setdefault", "(key, default=None, /)",
            "The key's value; default becomes it when there is none."
        ) { vm, receiver, arguments in
            guard let dict = receiver.dict else { return .none }
            if let present = try dict.get(arguments[0], vm) { return present }
            try dict.set(arguments[0], arguments[1], vm)
            return arguments[1]
        }
        type.method(
            self, "pop", "(key, default=<unset>, /)", "Remove a key and return its value."
        ) { vm, receiver, arguments in
            guard let dict = receiver.dict else { return .none }
            // An empty dictionary does not ask for the key's hash.
            if dict.count > 0, let value = try dict.remove(arguments[0], vm) { return value }
            if arguments.isGiven(1) { return arguments[1] }
            throw vm.keyError(arguments[0])
        }
        type.method(self, "popitem", "()", "Remove and return the last pair.") {
            vm, receiver, _ in
            guard let dict = receiver.dict, let (key, value) = dict.popLast() else {
                throw vm.keyError(vm.string("popitem(): dictionary is empty"))
            }
            return vm.tuple([key, value])
        }
        type.method(self, "update", "(*args, **kwargs)", "Take over the entries of another.") {
            vm, receiver, arguments in
            if let dict = receiver.dict {
                try vm.update(
                    dict, arguments.variadic(0), keywords: arguments[1], function: "update")
            }
            return .none
        }
        type.method(self, "clear", "()", "Remove all entries.") { _, receiver, _ in
            receiver.dict?.removeAll()
            return .none
        }
        type.method(self, "copy", "()", "A dict of the same entries.") { vm, receiver, _ in
            guard let dict = receiver.dict else { return .none }
            try vm.reserve(dict.count, times: 48)
            return .object(dict.copy())
        }
        type.method(self, "keys", "()", "A view of the keys.") { vm, receiver, _ in
            vm.view(receiver, .keys)
        }
        type.method(self, "values", "()", "A view of the values.") { vm, receiver, _ in
            vm.view(receiver, .values)
        }
        type.method(self, "items", "()", "A view of the pairs of key and value.") {
            vm, receiver, _ in vm.view(receiver, .items)
        }
        type.classMethod(
            self, "fromkeys", "(iterable, value=None, /)",
            "A new dict with the keys given, all with one value."
        ) { vm, type, arguments in
            let made = try vm.call(type, [])
            try vm.iterate(arguments[0]) { key in try vm.setItem(made, key, arguments[1]) }
            return made
        }
    }
}
