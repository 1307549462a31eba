// Releases graphs without recursion.
//
// A chain of tens of thousands of nodes, each holding the last reference to the one before, would overflow the stack if
// each released the next from its deinit. Instead a deinit hands what it holds to a list of its thread; the outermost one
// empties the list in a loop, and releases that happen meanwhile only append to it.

import CNNKernels

/// What a node held.
final class NodeContents {
    let edges: [Edge?]
    let saved: [SavedTensor?]
    let backward: Node.Backward?
    let variable: Tensor?

    init(_ edges: [Edge?], _ saved: [SavedTensor?], _ backward: Node.Backward?, _ variable: Tensor?)
    {
        self.edges = edges
        self.saved = saved
        self.backward = backward
        self.variable = variable
    }
}

enum Teardown {
    private final class Pending {
        var objects: [AnyObject] = []
    }

    /// Releases the object, now or after the release that is under way.
    static func later<Object: AnyObject>(_ object: inout Object?) {
        let state = ck_thread()
        if let raw = state.pointee.teardown {
            if let object {
                Unmanaged<Pending>.fromOpaque(raw).takeUnretainedValue().objects.append(object)
            }
            object = nil
            return
        }
        let pending = Pending()
        state.pointee.teardown = Unmanaged.passUnretained(pending).toOpaque()
        object = nil
        while let next = pending.objects.popLast() { withExtendedLifetime(next) {} }
        state.pointee.teardown = nil
        withExtendedLifetime(pending) {}
    }
}
