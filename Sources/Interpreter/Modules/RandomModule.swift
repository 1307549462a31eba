import BigInt

/// An instance of `random.Random`.
final class RandomObject: InstanceObject {
    var generator: MersenneTwister
    /// The second of the pair that `gauss` makes.
    var nextGauss: Double?

    init(type: TypeObject, _ generator: MersenneTwister) {
        self.generator = generator
        super.init(type: type)
    }

    func seed(_ number: BigUInt) {
        generator = MersenneTwister(seed: number)
        nextGauss = nil
    }
}

/// What the methods draw: a learner's class may have a `random` or `getrandbits` of its own.
extension RandomObject {
    func replaces(_ vm: VirtualMachine, _ name: String) -> Bool {
        if type.isNative { return false }
        guard case .object(let object)? = vm.lookUp(type, vm.intern(name)) else { return false }
        return object.kind != .nativeFunction
    }

    /// A float from 0 up to, not including, 1.
    func draw(_ vm: VirtualMachine) throws -> Double {
        guard replaces(vm, "random") else { return generator.random() }
        return try vm.float(vm.call(vm.getAttribute(.object(self), vm.intern("random")), []))
    }

    /// A whole number from 0 up to, not including, `bound`, which is positive.
    func below(_ vm: VirtualMachine, _ bound: Int) throws -> Int {
        if replaces(vm, "getrandbits") {
            let method = try vm.getAttribute(.object(self), vm.intern("getrandbits"))
            let width = Int.bitWidth - bound.leadingZeroBitCount
            while true {
                try vm.poll()
                let drawn = try vm.index(vm.call(method, [.int(width)]))
                if drawn < bound { return max(drawn, 0) }
            }
        }
        guard replaces(vm, "random") else { return generator.below(bound) }
        let size = 1 << 53
        if bound >= size { return Int(exactly: (try draw(vm) * Double(bound)).rounded(.down)) ?? 0 }
        // Floats from here on would make the first numbers likelier.
        let limit = Double(size - size % bound) / Double(size)
        var drawn = try draw(vm)
        while drawn >= limit {
            try vm.poll()
            drawn = try draw(vm)
        }
        return max(Int(exactly: (drawn * Double(size)).rounded(.down)) ?? 0, 0) % bound
    }
}

/// `random`, with CPython's numbers for each seed.
extension VirtualMachine {
    typealias RandomBody = (VirtualMachine, RandomObject, Arguments) throws -> Value

    func makeRandomModule() -> ModuleObject {
        let module = makeModule("random", doc: "Pseudo-random numbers.")
        let type = makeType(
            name: "Random", module: "random", doc: "A generator of its own.",
            instanceAttributes: true, subclassable: true)
        type.new(self, "(x=None)", "A generator seeded with x.") { vm, type, arguments in
            let made = RandomObject(type: type, MersenneTwister(seed: 0))
            try vm.seed(made, arguments[0])
            return .object(made)
        }
        let shared = RandomObject(type: type, MersenneTwister(seed: Self.entropy))
        sharedRandom = shared
        func add(_ name: String, _ signature: String, _ help: String, _ body: @escaping RandomBody)
        {
            type.method(self, name, signature, help) { vm, receiver, arguments in
                guard case .object(let object) = receiver, let random = object as? RandomObject
                else { return .none }
                return try body(vm, random, arguments)
            }
            module.function(self, name, signature, help) { vm, arguments in
                try body(vm, shared, arguments)
            }
        }
        addIntegerDraws(add)
        addSequenceDraws(add)
        addDistributions(add)
        module.set(self, "Random", .object(type))
        return module
    }

    typealias AddRandom = (String, String, String, @escaping RandomBody) -> Void

    private static var entropy: BigUInt {
        var source = SystemRandomNumberGenerator()
        return BigUInt(words: (0..<4).map { _ in UInt(source.next()) })
    }

    private func seed(_ random: RandomObject, _ value: Value) throws {
        var value = value
        if let text = value.string {
            value = bytes(try encode(text, "utf-8", errors: "replace"))
        }
        if let bytes = bytesObject(value)?.bytes {
            let message = bytes + SHA512.digest(bytes)
            random.seed(BigUInt(bigEndian: message))
        } else if value.isNone {
            random.seed(Self.entropy)
        } else if let whole = bigInt(value) {
            random.seed(whole.magnitude)
        } else if case .float(let float) = value {
            random.seed(BigUInt(UInt(bitPattern: Self.hash(float))))
        } else {
            throw typeError(
                "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
        }
    }

    private func addIntegerDraws(_ add: AddRandom) {
        add("seed", "(a=None, version=2)", "Start the sequence that belongs to a seed.") {
            vm, random, arguments in
            if case .int(1) = arguments[1], let text = arguments[0].string {
                // The hash of texts that Python had before version 3.2.
                var hash = (text.count > 0 ? UInt64(text[0]) : 0) << 7
                for point in text.codePoints { hash = (hash &* 1_000_003) ^ UInt64(point) }
                hash ^= UInt64(text.count)
                if hash == .max { hash = .max - 1 }
                random.seed(BigUInt(text.count > 0 ? hash : 0))
                return .none
            }
            try vm.seed(random, arguments[0])
            return .none
        }
        add("random", "()", "A float from 0 up to, not including, 1.") { _, random, _ in
            .float(random.generator.random())
        }
        add("getrandbits", "(k, /)", "An integer of k random bits.") { vm, random, arguments in
            let count = try vm.index(arguments[0])
            if count < 0 { throw vm.valueError("number of bits must be non-negative") }
            if count < 64 { return .int(Int(random.generator.bits(count))) }
            try vm.checkBits(count)
            return vm.integer(BigInt(random.generator.bigBits(count)))
        }
        add("randbytes", "(n)", "n random bytes.") { vm, random, arguments in
            let count = try vm.index(arguments[0])
            if count < 0 { throw vm.valueError("number of bits must be non-negative") }
            try vm.reserve(count, times: 3)
            let words = Array(random.generator.bigBits(count * 8).words)
            return vm.bytes(
                (0..<count).map { place in
                    place / 8 < words.count
                        ? UInt8(truncatingIfNeeded: words[place / 8] >> UInt(place % 8 * 8)) : 0
                })
        }
        add("randrange", "(start, stop=None, step=1)", "A random element of range(…).") {
            vm, random, arguments in
            try vm.randomRange(random, arguments[0], arguments[1], arguments[2])
        }
        add("randint", "(a, b)", "A random integer from a to b, both included.") {
            vm, random, arguments in
            let end = try vm.binary(.add, arguments[1], .int(1))
            return try vm.randomRange(random, arguments[0], end, .int(1))
        }
        add("getstate", "()", "The state, for setstate().") { vm, random, _ in
            let numbers = random.generator.state.map { Value.int(Int($0)) }
            return vm.tuple([
                .int(3), vm.tuple(numbers + [.int(random.generator.index)]),
                random.nextGauss.map { .float($0) } ?? .none,
            ])
        }
        add("setstate", "(state)", "Go back to a state.") { vm, random, arguments in
            let version = try vm.getItem(arguments[0], .int(0))
            guard try vm.equals(version, .int(3)) else {
                throw vm.valueError(
                    "state with version \(try vm.str(version)) passed to Random.setstate() of "
                        + "version 3")
            }
            guard let parts = arguments[0].tuple?.elements, parts.count == 3,
                let numbers = parts[1].tuple?.elements, numbers.count == 625
            else { throw vm.valueError("state vector is the wrong size") }
            let words = try numbers.map { try vm.index($0) }
            guard
                let generator = MersenneTwister(
                    state: words.dropLast().map { UInt32(truncatingIfNeeded: $0) },
                    index: words[624])
            else { throw vm.valueError("invalid state") }
            random.generator = generator
            if case .float(let float) = parts[2] {
                random.nextGauss = float
            } else {
                random.nextGauss = nil
            }
            return .none
        }
    }

    private func wholeArgument(_ value: Value, _ position: String) throws -> BigInt {
        if case .float(let float) = value {
            guard let whole = BigInt(exactly: float) else {
                throw valueError("non-integer \(position) for randrange()")
            }
            return whole
        }
        if let text = value.string {
            return bigInt(try call(.object(types.int), [.object(text)])) ?? 0
        }
        return bigInt(try indexValue(value)) ?? 0
    }

    private func randomRange(
        _ random: RandomObject, _ start: Value, _ stop: Value, _ step: Value
    ) throws -> Value {
        let first = try wholeArgument(start, "arg 1")
        if stop.isNone {
            if first <= 0 { throw valueError("empty range for randrange()") }
            return integer(BigInt(try below(random, first.magnitude)))
        }
        let last = try wholeArgument(stop, "stop")
        let stride = try wholeArgument(step, "step")
        let width = last - first
        if stride == 1 {
            if width <= 0 {
                throw valueError("empty range for randrange() (\(first), \(last), \(width))")
            }
            return integer(first + BigInt(try below(random, width.magnitude)))
        }
        if stride == 0 { throw valueError("zero step for randrange()") }
        let count = stride > 0 ? (width + stride - 1) / stride : (width + stride + 1) / stride
        if count <= 0 || (stride > 0) != (width > 0) {
            throw valueError("empty range for randrange()")
        }
        return integer(first + stride * BigInt(try below(random, count.magnitude)))
    }

    private func below(_ random: RandomObject, _ bound: BigUInt) throws -> BigUInt {
        if let small = Int(exactly: bound) { return BigUInt(try random.below(self, small)) }
        if random.replaces(self, "getrandbits") {
            let method = try getAttribute(.object(random), intern("getrandbits"))
            while true {
                try poll()
                let drawn = bigInt(try call(method, [.int(bound.bitWidth)])) ?? 0
                if drawn < BigInt(bound) { return max(drawn, 0).magnitude }
            }
        }
        if random.replaces(self, "random") {
            guard let float = Double(exactly: bound) ?? Double("\(bound)") else { return 0 }
            return BigUInt(exactly: (try random.draw(self) * float).rounded(.down)) ?? 0
        }
        return random.generator.below(bound)
    }
}

extension BigUInt {
    /// The number whose bytes these are, the most significant first.
    init(bigEndian bytes: [UInt8]) {
        var words: [UInt] = []
        var end = bytes.count
        while end > 0 {
            let start = Swift.max(0, end - 8)
            words.append(bytes[start..<end].reduce(0) { $0 << 8 | UInt($1) })
            end = start
        }
        self.init(words: words)
    }
}
