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
        if let raw = ck_get_teardown() {
            move(&object, to: Unmanaged<Pending>.fromOpaque(raw).takeUnretainedValue())
        } else {
            let pending = Pending()
            move(&object, to: pending)
            drain(pending)
        }
    }

    /// A function of its own, so that no reference to the object outlives the call.
    @inline(never)
    private static func move<Object: AnyObject>(_ object: inout Object?, to pending: Pending) {
        if let object { pending.objects.append(object) }
        object = nil
    }

    @inline(never)
    private static func drain(_ pending: Pending) {
        ck_set_teardown(Unmanaged.passUnretained(pending).toOpaque())
        while !pending.objects.isEmpty {
            let batch = pending.objects
            pending.objects = []
            release(batch)
        }
        ck_set_teardown(nil)
        withExtendedLifetime(pending) {}
    }

    /// The last references go here.
    @inline(never)
    private static func release(_ batch: consuming [AnyObject]) {
        _ = consume batch
        _ = ck_get_teardown()
    }
}
