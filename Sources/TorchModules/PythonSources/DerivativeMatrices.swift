extension PythonSources {
    /// `torch.autograd.functional`: whole matrices of derivatives.
    static let derivativeMatrices = #"""
        import torch


        def _tuple(values):
            return values if isinstance(values, tuple) else (values,)


        def jacobian(
            func, inputs, create_graph=False, strict=False, vectorize=False, strategy="reverse-mode"
        ):
            """The derivatives of all outputs of func with respect to all inputs."""
            for place, x in enumerate(_tuple(inputs)):
                if not isinstance(x, torch.Tensor):
                    where = f" at index {place}" if isinstance(inputs, tuple) else ""
                    raise TypeError(
                        "The inputs given to jacobian must be either a Tensor or a tuple of Tensors "
                        f"but the given inputs{where} has type {type(x)}."
                    )
            with torch.enable_grad():
                if create_graph:
                    given = tuple(
                        x.view_as(x) if x.requires_grad else x.detach().requires_grad_(True)
                        for x in _tuple(inputs)
                    )
                else:
                    given = tuple(x.detach().requires_grad_(True) for x in _tuple(inputs))
                outputs = func(*given)
                result = tuple(_rows(output, given, create_graph) for output in _tuple(outputs))
            if not isinstance(inputs, tuple):
                result = tuple(parts[0] for parts in result)
            return result if isinstance(outputs, tuple) else result[0]


        def _rows(output, given, create_graph):
            """One output's derivatives, a tensor for each input."""
            columns = [[] for _ in given]
            for element in output.reshape(-1):
                if element.requires_grad:
                    gradients = torch.autograd.grad(
                        element, given, retain_graph=True, create_graph=create_graph,
                        allow_unused=True
                    )
                else:
                    gradients = [None] * len(given)
                for column, gradient, x in zip(columns, gradients, given):
                    column.append(torch.zeros_like(x) if gradient is None else gradient)
            return tuple(
                (torch.stack(column) if column else x.new_zeros(0)).view(output.size() + x.size())
                for column, x in zip(columns, given)
            )


        def hessian(
            func, inputs, create_graph=False, strict=False, vectorize=False,
            outer_jacobian_strategy="reverse-mode"
        ):
            """The second derivatives of a function with one value."""

            def single(*given):
                output = func(*given)
                if isinstance(output, tuple):
                    raise RuntimeError("The function given to hessian should return a single Tensor")
                if output.nelement() != 1:
                    raise RuntimeError(
                        "The Tensor returned by the function given to hessian should contain a single "
                        "element"
                    )
                return output.squeeze()

            def first(*given):
                made = jacobian(single, given, create_graph=True)
                return made if isinstance(inputs, tuple) else made[0]

            return jacobian(first, inputs, create_graph=create_graph)


        def vjp(func, inputs, v=None, create_graph=False, strict=False):
            """The outputs of func, and their derivatives weighted by v."""
            with torch.enable_grad():
                given = tuple(x.detach().requires_grad_(True) for x in _tuple(inputs))
                outputs = func(*given)
                weights = (
                    tuple(torch.ones_like(o) for o in _tuple(outputs)) if v is None else _tuple(v)
                )
                gradients = torch.autograd.grad(
                    _tuple(outputs), given, weights, create_graph=create_graph, allow_unused=True
                )
            gradients = tuple(
                torch.zeros_like(x) if g is None else g for g, x in zip(gradients, given)
            )
            if not create_graph:
                done = tuple(o.detach() for o in _tuple(outputs))
                outputs = done if isinstance(outputs, tuple) else done[0]
            return outputs, gradients if isinstance(inputs, tuple) else gradients[0]


        def jvp(func, inputs, v=None, create_graph=False, strict=False):
            """The outputs of func, and their changes in direction v."""
            with torch.enable_grad():
                given = tuple(x.detach().requires_grad_(True) for x in _tuple(inputs))
                outputs = func(*given)
                if v is None:
                    if any(x.nelement() != 1 for x in given):
                        raise RuntimeError(
                            "The vector v can only be None if the input to the user-provided function is "
                            "a single Tensor with a single element."
                        )
                    v = tuple(torch.ones_like(x) for x in given)
                weights = tuple(torch.zeros_like(o, requires_grad=True) for o in _tuple(outputs))
                pulled = torch.autograd.grad(
                    _tuple(outputs), given, weights, create_graph=True, allow_unused=True
                )
                pairs = [(p, w) for p, w in zip(pulled, _tuple(v)) if p is not None and p.requires_grad]
                if pairs:
                    changes = torch.autograd.grad(
                        [p for p, _ in pairs], weights, [w for _, w in pairs],
                        create_graph=create_graph, allow_unused=True
                    )
                else:
                    changes = [None] * len(weights)
                changes = tuple(
                    torch.zeros_like(o) if c is None else c
                    for c, o in zip(changes, _tuple(outputs))
                )
            if not create_graph:
                done = tuple(o.detach() for o in _tuple(outputs))
                outputs = done if isinstance(outputs, tuple) else done[0]
            return outputs, changes if isinstance(outputs, tuple) else changes[0]


        def vhp(func, inputs, v=None, create_graph=False, strict=False):
            """The value of func, and v times its second derivatives."""
            return hvp(func, inputs, v, create_graph, strict)


        def hvp(func, inputs, v=None, create_graph=False, strict=False):
            """The value of func, and its second derivatives times v."""

            def first(*given):
                return jacobian(func, given, create_graph=True)

            value = func(*_tuple(inputs))
            _, product = vjp(first, _tuple(inputs), v, create_graph)
            return value, product if isinstance(inputs, tuple) else product[0]
        """#

    /// `torch.autograd.function`.
    static let functionModule = #"""
        import functools

        import torch


        def once_differentiable(fn):
            """A backward whose own derivative is not wanted."""

            @functools.wraps(fn)
            def wrapper(ctx, *args):
                with torch.no_grad():
                    return fn(ctx, *args)

            return wrapper
        """#
}
