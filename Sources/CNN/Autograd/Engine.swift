// The backward pass.
//
// Steps run when all gradients that flow to them have come, later steps first (PyTorch's order, which also fixes the
// order of summation). Everything is a loop: neither the search for what depends on what nor the pass recurses.

import CNNKernels

/// The backward pass over a graph.
enum Engine {
    /// Where gradients of the caller's choice are collected instead of in the leaves.
    private struct Capture {
        let index: Int
        let output: Int
    }

    /// Work that a node waits for and what has arrived.
    private final class Task {
        let node: Node
        var waitingFor = 0
        var gradients: [Tensor?]
        var captures: [Capture] = []
        /// Whether this node leads to a leaf or a captured input.
        var isNeeded = true

        init(_ node: Node) {
            self.node = node
            gradients = [Tensor?](repeating: nil, count: Swift.max(node.outputs.count, 1))
        }
    }

    /// Runs the pass from `roots` with `gradients`.
    ///
    /// With `inputs`, returns their gradients and leaves every leaf alone; without, adds into the leaves' `grad`.
    static func run(
        roots: [Edge], gradients: [Tensor], retainGraph: Bool, createGraph: Bool,
        inputs: [Edge?]? = nil
    ) throws -> [Tensor?] {
        var tasks: [ObjectIdentifier: Task] = [:]
        var order: [Task] = []
        func task(_ node: Node) -> (Task, isNew: Bool) {
            let key = ObjectIdentifier(node)
            if let task = tasks[key] { return (task, false) }
            let task = Task(node)
            tasks[key] = task
            order.append(task)
            return (task, true)
        }

        var stack: [Task] = []
        for root in roots {
            let (task, isNew) = task(root.node)
            if isNew { stack.append(task) }
        }
        while let current = stack.popLast() {
            for case let edge? in current.node.edges {
                let (next, isNew) = task(edge.node)
                next.waitingFor += 1
                if isNew { stack.append(next) }
            }
        }
        var results = [Tensor?](repeating: nil, count: inputs?.count ?? 0)
        if let inputs {
            for task in order { task.isNeeded = false }
            for (index, edge) in inputs.enumerated() {
                guard let edge, let task = tasks[ObjectIdentifier(edge.node)] else { continue }
                task.captures.append(Capture(index: index, output: edge.outputIndex))
                task.isNeeded = true
            }
            markNeeded(order, tasks)
        }

        var ready = Heap()
        for root in roots {
            let (task, _) = task(root.node)
            if task.waitingFor == 0 { ready.insertOnce(task) }
        }
        for (root, gradient) in zip(roots, gradients) {
            let (task, _) = task(root.node)
            try add(gradient, to: task, root.outputIndex)
        }

        let gradMode = GradMode.isEnabled
        GradMode.isEnabled = createGraph
        defer { GradMode.isEnabled = gradMode }
        while let task = ready.popFirst() {
            let node = task.node
            var arrived = task.gradients
            task.gradients = []
            tasks[ObjectIdentifier(node)] = nil
            try runHooks(node, &arrived)
            for hook in node.stepHooks?.before ?? [] {
                guard let changed = try hook.function(arrived) else { continue }
                arrived = Array((changed + arrived.dropFirst(changed.count)).prefix(arrived.count))
            }
            try checkShapes(arrived, node)
            for capture in task.captures { results[capture.index] = arrived[capture.output] }
            let runs = task.isNeeded && (inputs == nil || hasNeededEdge(node, tasks))
            if node.variable != nil {
                if let hooks = node.stepHooks?.after, inputs == nil {
                    let gradient = arrived[0]
                    if let gradient { try accumulate(gradient, into: node) }
                    for hook in hooks { _ = try hook.function([], [gradient]) }
                } else if inputs == nil, let gradient = take(&arrived) {
                    try accumulate(gradient, into: node)
                }
                continue
            }
            var outputs: [Tensor?] = []
            if runs && arrived.contains(where: { $0 != nil }) {
                let before = ck_thread().pointee.sequence
                outputs = try node.apply(arrived)
                if GradMode.isEnabled { node.nameGradients(outputs, after: before) }
                if !retainGraph { node.release() }
                guard outputs.count == node.edges.count else {
                    throw TensorError.runtime(
                        "Function \(node.name) returned an invalid number of gradients - got "
                            + "\(outputs.count), but expected \(node.edges.count)")
                }
                if GradMode.detectsAnomaly { try checkNumbers(outputs, node.name) }
                for hook in node.stepHooks?.after ?? [] {
                    guard let changed = try hook.function(outputs, arrived) else { continue }
                    outputs = Array(
                        (changed + outputs.dropFirst(changed.count)).prefix(outputs.count))
                }
            }
            arrived = []
            for index in node.edges.indices {
                guard let edge = node.edges[index], let next = tasks[ObjectIdentifier(edge.node)]
                else { continue }
                if index < outputs.count, next.isNeeded, var gradient = outputs[index] {
                    outputs[index] = nil
                    try validate(&gradient, node, index, edge)
                    try add(gradient, to: next, edge.outputIndex)
                }
                next.waitingFor -= 1
                if next.waitingFor == 0 { ready.insertOnce(next) }
            }
        }
        return results
    }

    /// Detection of anomalies: a gradient that is not a number ends the pass.
    private static func checkNumbers(_ gradients: [Tensor?], _ name: String) throws {
        for (index, gradient) in gradients.enumerated() {
            guard let gradient, gradient.dtype.isFloatingPoint,
                try withoutGradient({ try gradient.detach().isnan().any().item().boolValue })
            else { continue }
            throw TensorError.runtime(
                "Function '\(name)' returned nan values in its \(index)th output.")
        }
    }

    private static func take(_ gradients: inout [Tensor?]) -> Tensor? {
        let first = gradients[0]
        gradients[0] = nil
        return first
    }

    /// Marks what leads to a needed task, from the ends of the graph backwards.
    private static func markNeeded(_ order: [Task], _ tasks: [ObjectIdentifier: Task]) {
        var users: [ObjectIdentifier: [Task]] = [:]
        var stack: [Task] = []
        for task in order {
            if task.isNeeded { stack.append(task) }
            for case let edge? in task.node.edges {
                users[ObjectIdentifier(edge.node), default: []].append(task)
            }
        }
        while let task = stack.popLast() {
            for user in users[ObjectIdentifier(task.node)] ?? [] where !user.isNeeded {
                user.isNeeded = true
                stack.append(user)
            }
        }
    }

    private static func hasNeededEdge(_ node: Node, _ tasks: [ObjectIdentifier: Task]) -> Bool {
        node.edges.contains { edge in
            edge.map { tasks[ObjectIdentifier($0.node)]?.isNeeded ?? false } ?? false
        }
    }

    /// Brings a gradient to the shape and type of what it is the gradient of.
    private static func validate(
        _ gradient: inout Tensor, _ node: Node, _ index: Int, _ edge: Edge
    ) throws {
        let wanted = edge.node.outputs[edge.outputIndex]
        if gradient.shape != wanted.shape {
            guard gradient.canSum(to: wanted.shape) else {
                throw TensorError.runtime(
                    "Function \(node.name) returned an invalid gradient at index \(index) - got "
                        + "\(Shape.list(gradient.shape)) but expected shape compatible with "
                        + "\(Shape.list(wanted.shape))")
            }
            gradient = try gradient.sum(toShape: wanted.shape)
        }
        if gradient.dtype != wanted.dtype { gradient = try gradient.to(wanted.dtype) }
    }

    private static func add(_ gradient: Tensor, to task: Task, _ index: Int) throws {
        if let present = task.gradients[index] {
            task.gradients[index] = try present.add(gradient)
        } else {
            task.gradients[index] = gradient
        }
    }

    /// A hook may have changed a gradient, by an assignment to its `data` for one, and a kernel trusts its shape.
    private static func checkShapes(_ gradients: [Tensor?], _ node: Node) throws {
        for (index, gradient) in gradients.enumerated() {
            guard let gradient else { continue }
            let wanted = node.outputs[index]
            guard gradient.shape == wanted.shape, gradient.dtype == wanted.dtype else {
                throw TensorError.runtime(
                    "\(node.name) got a gradient of another size or type than its result: "
                        + "\(gradient.dtype.scalarTypeName) \(Shape.list(gradient.shape)) in place of "
                        + "\(wanted.dtype.scalarTypeName) \(Shape.list(wanted.shape))")
            }
        }
    }

    private static func runHooks(_ node: Node, _ gradients: inout [Tensor?]) throws {
        for (output, hook) in node.hooks where !hook.isRemoved {
            if let gradient = gradients[output], let other = try hook.function(gradient) {
                gradients[output] = other
            }
        }
        if let variable = node.variable, let hooks = variable.extras?.hooks {
            for hook in hooks where !hook.isRemoved {
                if let gradient = gradients[0], let other = try hook.function(gradient) {
                    gradients[0] = other
                }
            }
        }
        for (output, reference) in node.retained {
            guard let tensor = reference.tensor, let gradient = gradients[output] else { continue }
            if tensor.node !== node && tensor.gradFn !== node { continue }
            tensor.grad =
                try tensor.grad.map { try $0.add(gradient) }
                ?? (GradMode.isEnabled ? gradient : gradient.detach())
        }
    }

    /// Adds into the leaf's `grad`. The first gradient is taken over as it is if nobody else holds it.
    private static func accumulate(_ gradient: consuming Tensor, into node: Node) throws {
        // Whoever says meanwhile that a leaf requires no gradient gets none.
        guard let variable = node.variable, variable.leafRequiresGrad else { return }
        if let present = variable.grad {
            if GradMode.isEnabled {
                variable.grad = try present.add(gradient)
            } else {
                try present.add_(gradient)
            }
        } else if gradient.shape != variable.shape {
            throw TensorError.runtime(
                "output with shape \(Shape.list(variable.shape)) doesn't match the broadcast shape "
                    + "\(Shape.list(gradient.shape))")
        } else if GradMode.isEnabled {
            variable.grad = try gradient.clone()
        } else {
            variable.grad = try taken(gradient, like: variable)
        }
        if let hooks = variable.extras?.accumulateHooks {
            for hook in hooks where !hook.isRemoved { try hook.function(variable) }
        }
    }

    private static func taken(_ gradient: consuming Tensor, like variable: Tensor) throws -> Tensor
    {
        var own = gradient
        guard
            isKnownUniquelyReferenced(&own) && isKnownUniquelyReferenced(&own.storage)
                && own.strides == variable.strides && own.view == nil
        else {
            let copy = try Tensor.emptyLike(variable, dtype: variable.dtype)
            Elementwise.copy(own, to: copy)
            return copy
        }
        own.node = nil
        own.leafRequiresGrad = false
        return own
    }

    /// Tasks that are ready, the latest step first.
    private struct Heap {
        private var items: [Task] = []

        mutating func insertOnce(_ task: Task) {
            if items.contains(where: { $0 === task }) { return }
            items.append(task)
            var i = items.count - 1
            while i > 0, items[(i - 1) / 2].node.sequence < items[i].node.sequence {
                items.swapAt(i, (i - 1) / 2)
                i = (i - 1) / 2
            }
        }

        mutating func popFirst() -> Task? {
            guard let first = items.first, let last = items.popLast() else { return nil }
            if items.isEmpty { return first }
            items[0] = last
            var i = 0
            while true {
                var largest = i
                for child in [2 * i + 1, 2 * i + 2] where child < items.count {
                    if items[child].node.sequence > items[largest].node.sequence {
                        largest = child
                    }
                }
                if largest == i { return first }
                items.swapAt(i, largest)
                i = largest
            }
        }
    }
}

extension Tensor {
    /// Computes the gradients of this tensor with respect to the leaves and adds them to their `grad`.
    ///
    /// - Parameters:
    ///   - gradient: the gradient of this tensor; may be left out for a tensor of one element.
    ///   - retainGraph: keeps what the graph has saved; default: `createGraph`.
    ///   - createGraph: records the pass itself, for higher derivatives.
    public func backward(
        gradient: Tensor? = nil, retainGraph: Bool? = nil, createGraph: Bool = false
    ) throws {
        try CNN.backward(
            [self], gradients: [gradient], retainGraph: retainGraph, createGraph: createGraph)
    }
}

/// As `Tensor.backward`, from several tensors at once.
public func backward(
    _ tensors: [Tensor], gradients: [Tensor?], retainGraph: Bool? = nil, createGraph: Bool = false
) throws {
    let (roots, starts) = try rootsAndGradients(tensors, gradients)
    _ = try Engine.run(
        roots: roots, gradients: starts, retainGraph: retainGraph ?? createGraph,
        createGraph: createGraph)
}

/// The gradients of `outputs` with respect to `inputs`, without touching any `grad`: `torch.autograd.grad`.
///
/// - Throws: PyTorch's message when an input has no part in the outputs, unless `allowUnused`.
public func gradients(
    of outputs: [Tensor], withRespectTo inputs: [Tensor], gradOutputs: [Tensor?]? = nil,
    retainGraph: Bool? = nil, createGraph: Bool = false, allowUnused: Bool = false
) throws -> [Tensor?] {
    let gradOutputs = gradOutputs ?? outputs.map { _ in nil }
    let (roots, starts) = try rootsAndGradients(outputs, gradOutputs)
    let edges = try inputs.map { input -> Edge? in
        guard input.requiresGrad else {
            throw TensorError.runtime("One of the differentiated Tensors does not require grad")
        }
        return input.gradientEdge()
    }
    let results = try Engine.run(
        roots: roots, gradients: starts, retainGraph: retainGraph ?? createGraph,
        createGraph: createGraph, inputs: edges)
    if !allowUnused, let index = results.firstIndex(where: { $0 == nil }) {
        throw TensorError.runtime(
            "The differentiated Tensor at index \(index) appears to not have been used in the "
                + "graph. Set allow_unused=True if this is the desired behavior.")
    }
    return results
}

private func rootsAndGradients(
    _ tensors: [Tensor], _ gradients: [Tensor?]
) throws -> ([Edge], [Tensor]) {
    var roots: [Edge] = []
    var starts: [Tensor] = []
    for (index, tensor) in tensors.enumerated() {
        let given = index < gradients.count ? gradients[index] : nil
        if let given {
            guard given.shape == tensor.shape else {
                throw TensorError.runtime(
                    "Mismatch in shape: grad_output[\(index)] has a shape of torch.Size("
                        + "\(Shape.list(given.shape))) and output[\(index)] has a shape of "
                        + "torch.Size(\(Shape.list(tensor.shape))).")
            }
            starts.append(given)
        } else if tensor.requiresGrad {
            guard tensor.count == 1 else {
                throw TensorError.runtime("grad can be implicitly created only for scalar outputs")
            }
            starts.append(try withoutGradient { try Tensor.onesLike(tensor) })
        }
        guard let edge = tensor.gradientEdge() else {
            throw TensorError.runtime(
                "element \(index) of tensors does not require grad and does not have a grad_fn")
        }
        roots.append(edge)
    }
    return (roots, starts)
}
