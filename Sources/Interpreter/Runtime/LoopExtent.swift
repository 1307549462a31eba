// How far a running program is, seen from its loops: each `for` keeps its iterator on the frame's stack, and most
// iterators know how many items they have. The stack of a frame is only known where the frame called the next one
// itself, or where it comes round a loop. Within a call that went through Swift code nothing is seen; the look is then
// taken again a little later.

/// How far one `for` loop is.
package struct LoopExtent: Equatable, Sendable {
    /// Distinguishes the loop from others, and from its own next run.
    package let identity: Int
    /// Items taken, the present one included.
    package let taken: Int
    package let total: Int

    package init(identity: Int, taken: Int, total: Int) {
        self.identity = identity
        self.taken = taken
        self.total = total
    }
}

extension VirtualMachine {
    /// The loops under way that know their length, outermost first; nil where a frame's stack is not known.
    func loopExtents(
        _ innermost: UnsafeMutablePointer<Frame>, _ stackEnd: UnsafeMutablePointer<Value>
    ) -> [LoopExtent]? {
        var found: [LoopExtent] = []
        var end = stackEnd
        var next: UnsafeMutablePointer<Frame>? = innermost
        var remaining = limits.recursion
        while let frame = next, remaining > 0 {
            remaining -= 1
            found.insert(contentsOf: extents(of: frame, upTo: end), at: 0)
            guard let caller = frame.pointee.previous else { break }
            switch frame.pointee.kind {
            case .plain, .initializer, .iteration: end = caller.pointee.stackPointer
            case .entry, .generatorEntry: return nil
            }
            next = caller
        }
        return found
    }

    private func extents(
        of frame: UnsafeMutablePointer<Frame>, upTo end: UnsafeMutablePointer<Value>
    ) -> [LoopExtent] {
        let used = frame.pointee.code._withUnsafeGuaranteedRef { $0.localCount + $0.cellCount }
        var slot = frame.pointee.locals + used
        var found: [LoopExtent] = []
        while slot < end {
            if let extent = extent(of: slot.pointee, depth: 0) { found.append(extent) }
            slot += 1
        }
        return found
    }

    private func extent(of value: Value, depth: Int) -> LoopExtent? {
        guard depth < 6, case .object(let object) = value else { return nil }
        switch object.kind {
        case .iterator:
            guard let iterator = object as? IteratorObject else { return nil }
            if let extent = iterator.extent {
                return LoopExtent(
                    identity: ObjectIdentifier(object).hashValue, taken: extent.taken,
                    total: extent.total)
            }
            return iterator.underlying.flatMap { self.extent(of: $0, depth: depth + 1) }
        case .generator:
            // A generator is as far as its own outermost loop.
            guard let generator = object as? GeneratorObject, !generator.isRunning,
                generator.hasStarted, let frame = generator.frame
            else { return nil }
            let used = frame.pointee.code._withUnsafeGuaranteedRef { $0.localCount + $0.cellCount }
            var slot = frame.pointee.locals + used
            while slot < frame.pointee.stackPointer {
                if let extent = extent(of: slot.pointee, depth: depth + 1) { return extent }
                slot += 1
            }
            return nil
        case .instance:
            // An iterator that is written as a class, as a loader of batches, keeps what it draws on.
            guard let instance = object as? InstanceObject, instance.shape.names.count <= 16,
                let fields = instance.fields
            else { return nil }
            for index in 0..<instance.shape.names.count {
                guard case .object(let part) = fields[index],
                    part.kind == .iterator || part.kind == .generator
                else { continue }
                if let extent = extent(of: fields[index], depth: depth + 1) { return extent }
            }
            return nil
        default: return nil
        }
    }
}
