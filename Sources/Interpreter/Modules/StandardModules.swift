/// The modules of Python's standard library that the lab has; each is made on its first import.
extension VirtualMachine {
    func registerStandardModules() {
        registerModule("math") { $0.makeMathModule() }
        registerModule("random") { $0.makeRandomModule() }
        registerModule("time") { $0.makeTimeModule() }
        registerModule("copy") { $0.makeCopyModule() }
        registerModule("itertools") { $0.makeItertoolsModule() }
        registerModule("functools") { $0.makeFunctoolsModule() }
        registerModule("collections") { try $0.makeCollectionsModule() }
        registerModule("statistics") { $0.makeStatisticsModule() }
        registerModule("dataclasses") { $0.makeDataclassesModule() }
        registerModule("typing") { try $0.makeTypingModule() }
        // Made by itself first: the classes of `collections` inherit from those in it.
        registerModule("_collections_abc") { try $0.makeAbstractModule() }
        registerModule("collections.abc") { try $0.importModule("_collections_abc") }
        registerModule("contextlib") { try $0.makeContextlibModule() }
        registerModule("__future__") { $0.makeFutureModule() }
        registerModule("warnings") { $0.makeWarningsModule() }
        registerModule("operator") { $0.makeOperatorModule() }
        registerModule("string") { $0.makeStringModule() }
    }

    private func makeFutureModule() -> ModuleObject {
        makeModule("__future__").set(self, "annotations", .none)
    }

    private func makeStringModule() -> ModuleObject {
        let lower = "abcdefghijklmnopqrstuvwxyz"
        let upper = lower.uppercased()
        let punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
        let space = " \t\n\r\u{0b}\u{0c}"
        let module = makeModule("string", doc: "Collections of characters.")
        module.function(self, "capwords", "(s, sep=None)", "Each word with a capital letter.") {
            vm, arguments in
            guard arguments[0].string != nil else {
                throw vm.noAttribute(arguments[0], vm.intern("split"))
            }
            let words = try vm.callMethod(arguments[0], vm.intern("split"), [arguments[1]])
            let capitals = try vm.elements(of: words).map {
                try vm.callMethod($0, vm.intern("capitalize"), [])
            }
            let separator = try vm.isTrue(arguments[1]) ? arguments[1] : vm.string(" ")
            return try vm.callMethod(separator, vm.intern("join"), [vm.list(capitals)])
        }
        return
            module
            .set(self, "ascii_lowercase", string(lower))
            .set(self, "ascii_uppercase", string(upper))
            .set(self, "ascii_letters", string(lower + upper))
            .set(self, "digits", string("0123456789"))
            .set(self, "hexdigits", string("0123456789abcdefABCDEF"))
            .set(self, "octdigits", string("01234567"))
            .set(self, "punctuation", string(punctuation))
            .set(self, "whitespace", string(space))
            .set(self, "printable", string("0123456789" + lower + upper + punctuation + space))
    }
}
