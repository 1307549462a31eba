import Glibc

/// Draws of `random` from sequences.
extension VirtualMachine {
    func addSequenceDraws(_ add: AddRandom) {
        add("choice", "(seq)", "A random element of a sequence.") { vm, random, arguments in
            let count = try vm.length(arguments[0])
            if count == 0 { throw vm.indexError("Cannot choose from an empty sequence") }
            return try vm.getItem(arguments[0], .int(random.below(vm, count)))
        }
        add("shuffle", "(x)", "Shuffle a list in place.") { vm, random, arguments in
            let count = try vm.length(arguments[0])
            var index = count - 1
            while index > 0 {
                try vm.poll()
                let other = try random.below(vm, index + 1)
                let a = try vm.getItem(arguments[0], .int(index))
                let b = try vm.getItem(arguments[0], .int(other))
                try vm.setItem(arguments[0], .int(index), b)
                try vm.setItem(arguments[0], .int(other), a)
                index -= 1
            }
            return .none
        }
        add(
            "sample", "(population, k, *, counts=None)", "k elements, each drawn at most once."
        ) { vm, random, arguments in
            try vm.sample(random, arguments[0], arguments[1], arguments[2])
        }
        add(
            "choices", "(population, weights=None, *, cum_weights=None, k=1)",
            "k elements, drawn with replacement."
        ) { vm, random, arguments in try vm.choices(random, arguments) }
    }

    private func sample(
        _ random: RandomObject, _ population: Value, _ size: Value, _ counts: Value
    ) throws -> Value {
        guard
            population.list != nil || population.tuple != nil || population.string != nil
                || rangeObject(population) != nil || bytesObject(population) != nil
                || (population.set == nil && population.dict == nil
                    && type(of: population).slots.getItem != nil)
        else {
            throw typeError(
                "Population must be a sequence.  For dicts or sets, use sorted(d).")
        }
        let count = try length(population)
        if !counts.isNone {
            var running = 0
            let sums = try elements(of: counts).map { item in
                running += try index(item)
                return running
            }
            if sums.count != count {
                throw valueError("The number of counts does not match the population")
            }
            if running <= 0 { throw valueError("Total of counts must be greater than zero") }
            let places = try sample(
                random, range(.int(0), .int(running), .int(1)), size, .none)
            return list(
                try elements(of: places).map { place in
                    let target = try index(place)
                    return try getItem(
                        population, .int(sums.firstIndex { $0 > target } ?? 0))
                })
        }
        let k = try index(size)
        if k < 0 || k > count {
            throw valueError("Sample larger than population or is negative")
        }
        try reserve(k, times: 32)
        var result: [Value] = []
        var setSize = 21.0
        if k > 5 { setSize += pow(4, ceil(log(Double(k * 3)) / log(4))) }
        if Double(count) <= setSize {
            var pool = try elements(of: population)
            for drawn in 0..<k {
                try poll()
                let place = try random.below(self, count - drawn)
                result.append(pool[place])
                pool[place] = pool[count - drawn - 1]
            }
            return list(result)
        }
        var selected: Set<Int> = []
        for _ in 0..<k {
            try poll()
            var place = try random.below(self, count)
            while !selected.insert(place).inserted { place = try random.below(self, count) }
            result.append(try getItem(population, .int(place)))
        }
        return list(result)
    }

    /// A float as an index; one that is none is out of every range.
    private static func floor(_ float: Double) -> Int { Int(exactly: float.rounded(.down)) ?? .max }

    private func choices(_ random: RandomObject, _ arguments: Arguments) throws -> Value {
        let population = arguments[0]
        let count = try length(population)
        let k = max(0, try index(arguments[3]))
        try reserve(k, times: 16)
        var sums: [Double] = []
        if arguments[2].isNone {
            if arguments[1].isNone {
                var result: [Value] = []
                for _ in 0..<k {
                    try poll()
                    let place = Self.floor(try random.draw(self) * Double(count))
                    result.append(try getItem(population, .int(place)))
                }
                return list(result)
            }
            if case .int = arguments[1] {
                throw typeError(
                    "The number of choices must be a keyword argument: k=\(try repr(arguments[1]))")
            }
            var total = 0.0
            sums = try elements(of: arguments[1]).map { weight in
                total += try float(weight)
                return total
            }
        } else {
            if !arguments[1].isNone {
                throw typeError("Cannot specify both weights and cumulative weights")
            }
            sums = try elements(of: arguments[2]).map { try float($0) }
        }
        if sums.count != count {
            throw valueError("The number of weights does not match the population")
        }
        let total = sums.last ?? 0
        if total <= 0 { throw valueError("Total of weights must be greater than zero") }
        if !total.isFinite { throw valueError("Total of weights must be finite") }
        var result: [Value] = []
        for _ in 0..<k {
            try poll()
            let target = try random.draw(self) * total
            var low = 0
            var high = count - 1
            while low < high {
                let middle = (low + high) / 2
                if target < sums[middle] { high = middle } else { low = middle + 1 }
            }
            result.append(try getItem(population, .int(low)))
        }
        return list(result)
    }
}
