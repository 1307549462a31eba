import CNN
import Testing

@Suite("Backward pass")
struct EngineTests {
    @Test("a small graph accumulates into its leaves and leaves nothing alive")
    func smallGraph() throws {
        let before = LiveObjects.current
        do {
            let x = try Tensor([1, 2, 3] as [Float])
            try x.requiresGrad_()
            let y = try (x * x + x * 2).sum()
            try y.backward()
            #expect(try x.grad?.array(Float.self) == [4, 6, 8])
            #expect(throws: TensorError.self) { try y.backward() }
        }
        #expect(LiveObjects.current == before)
    }

    @Test("a chain of 100,000 steps is run and released without recursion")
    func longChain() throws {
        let before = LiveObjects.current
        do {
            let x = try Tensor.zeros([1])
            try x.requiresGrad_()
            var y = try x + 1
            for _ in 0..<100_000 { y = try y * 1 }
            try y.backward()
            #expect(try x.grad?.item() == .double(1))
        }
        #expect(LiveObjects.current == before)
    }

    @Test("a step that keeps its result goes with it when no backward pass is made")
    func unusedGraph() throws {
        let before = LiveObjects.current
        do {
            let x = try Tensor([1, -2, 3] as [Float]).requiresGrad_()
            _ = try x.relu().sigmoid().exp()
            let y = try x.mul(.double(2))
            try y.relu_()
            _ = try y.mul(y)
        }
        #expect(LiveObjects.current == before)
    }

    @Test("products")
    func products() throws {
        let a = try Tensor([1, 2, 3, 4, 5, 6] as [Float], [2, 3])
        let b = try Tensor([1, 0, 0, 1, 1, 1] as [Float], [3, 2])
        #expect(try a.mm(b).array(Float.self) == [4, 5, 10, 11])
        #expect(try b.t().mm(a.t()).array(Float.self) == [4, 10, 5, 11])
    }

    @Test("an in-place change of a part shows in the whole")
    func viewsInPlace() throws {
        let before = LiveObjects.current
        do {
            let x = try Tensor([1, 2, 3, 4] as [Float])
            try x.requiresGrad_()
            let y = try x * 1
            let part = try y.slice(0, 1, 3)
            try part.mul_(10)
            try y.mul(y).sum().backward()
            #expect(try x.grad?.array(Float.self) == [2, 400, 600, 8])
            #expect(part.gradFn?.name == "AsStridedBackward0")
            #expect(y.gradFn?.name == "CopySlices")
        }
        #expect(LiveObjects.current == before)
    }
}
