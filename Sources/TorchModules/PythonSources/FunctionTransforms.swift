extension PythonSources {
    /// `torch.func`: functions of functions.
    static let functionTransforms = #"""
        import torch


        def _leaves(value):
            if isinstance(value, torch.Tensor):
                return [value]
            if isinstance(value, dict):
                return [leaf for part in value.values() for leaf in _leaves(part)]
            if isinstance(value, (tuple, list)):
                return [leaf for part in value for leaf in _leaves(part)]
            return []


        def _replaced(value, leaves):
            if isinstance(value, torch.Tensor):
                return next(leaves)
            if isinstance(value, dict):
                return type(value)((key, _replaced(part, leaves)) for key, part in value.items())
            if isinstance(value, (tuple, list)):
                return type(value)(_replaced(part, leaves) for part in value)
            return value


        def _graded(func, argnums, has_aux, args, kwargs):
            numbers = argnums if isinstance(argnums, tuple) else (argnums,)
            outer = torch.is_grad_enabled() and any(leaf.requires_grad for leaf in _leaves(args))
            given = list(args)
            wanted = []
            with torch.enable_grad():
                for number in numbers:
                    leaves = [
                        leaf.view_as(leaf) if outer and leaf.requires_grad
                        else leaf.detach().requires_grad_()
                        for leaf in _leaves(given[number])
                    ]
                    given[number] = _replaced(given[number], iter(leaves))
                    wanted.append(leaves)
                result = func(*given, **kwargs)
                value, aux = result if has_aux else (result, None)
                if not isinstance(value, torch.Tensor):
                    raise RuntimeError(
                        "grad_and_value(f)(*args): Expected f(*args) to return a tensor, got "
                        f"{type(value)}"
                    )
                if value.dim() != 0:
                    raise RuntimeError(
                        "grad_and_value(f)(*args): Expected f(*args) to return a scalar tensor, got "
                        f"tensor with {value.dim()} dims. Maybe you wanted to use the vjp or jacrev "
                        "APIs instead?"
                    )
                flat = [leaf for leaves in wanted for leaf in leaves]
                gradients = torch.autograd.grad(
                    value, flat, create_graph=True, allow_unused=True
                )
            flat = iter([
                torch.zeros_like(x) if g is None else (g if outer else g.detach())
                for g, x in zip(gradients, flat)
            ])
            made = tuple(_replaced(args[number], flat) for number in numbers)
            made = made if isinstance(argnums, tuple) else made[0]
            return made, value if outer else value.detach(), aux


        def grad(func, argnums=0, has_aux=False):
            """The function that gives the gradient of func."""

            def wrapper(*args, **kwargs):
                gradient, _, aux = _graded(func, argnums, has_aux, args, kwargs)
                return (gradient, aux) if has_aux else gradient

            return wrapper


        def grad_and_value(func, argnums=0, has_aux=False):
            """The function that gives the gradient and the value of func."""

            def wrapper(*args, **kwargs):
                gradient, value, aux = _graded(func, argnums, has_aux, args, kwargs)
                return (gradient, (value, aux)) if has_aux else (gradient, value)

            return wrapper


        def _jacobian(func, argnums, args, kwargs):
            numbers = argnums if isinstance(argnums, tuple) else (argnums,)

            def single(*given):
                full = list(args)
                for number, x in zip(numbers, given):
                    full[number] = x
                return func(*full, **kwargs)

            made = torch.autograd.functional.jacobian(
                single, tuple(args[number] for number in numbers),
                create_graph=torch.is_grad_enabled() and any(
                    leaf.requires_grad for leaf in _leaves(args)
                ),
            )
            return made if isinstance(argnums, tuple) else made[0]


        def jacrev(func, argnums=0, *, has_aux=False, chunk_size=None):
            """The function that gives the matrix of derivatives."""

            def wrapper(*args, **kwargs):
                return _jacobian(func, argnums, args, kwargs)

            return wrapper


        def jacfwd(func, argnums=0, has_aux=False, *, randomness="error"):
            """The function that gives the matrix of derivatives."""
            return jacrev(func, argnums)


        def hessian(func, argnums=0):
            """The function that gives the second derivatives."""

            def wrapper(*args, **kwargs):
                made = torch.autograd.functional.hessian(
                    lambda x: func(*args[:argnums], x, *args[argnums + 1 :], **kwargs), args[argnums]
                )
                return made

            return wrapper


        def vjp(func, *primals, has_aux=False):
            """The value, and the function from weights to gradients."""
            given = tuple(x.detach().requires_grad_() for x in primals)
            with torch.enable_grad():
                output = func(*given)

            def pull(weights):
                return torch.autograd.grad(
                    output, given, weights, retain_graph=True, allow_unused=True
                )

            return output.detach(), pull


        def functional_call(
            module, parameter_and_buffer_dicts, args=None, kwargs=None, *, tie_weights=True,
            strict=False
        ):
            """Calls a module with other parameters."""
            given = parameter_and_buffer_dicts
            if isinstance(given, (tuple, list)):
                merged = {}
                for part in given:
                    merged.update(part)
                given = merged
            args = () if args is None else args if isinstance(args, tuple) else (args,)
            kept = []
            try:
                for name, tensor in given.items():
                    path, _, last = name.rpartition(".")
                    owner = module.get_submodule(path)
                    for table in (owner._parameters, owner._buffers):
                        if last in table:
                            kept.append((table, last, table[last]))
                            table[last] = tensor
                            break
                    else:
                        if strict:
                            raise RuntimeError(f"Unexpected key(s): {name}.")
                return module(*args, **(kwargs or {}))
            finally:
                for table, last, value in reversed(kept):
                    table[last] = value


        def stack_module_state(models):
            """The parameters and buffers of several models, stacked."""
            if len(models) == 0:
                raise RuntimeError(
                    "stack_module_state: Expected at least one model, got 0."
                )

            def stacked(tables):
                return {
                    key: torch.stack([table[key].detach() for table in tables]) for key in tables[0]
                }

            parameters = stacked([dict(model.named_parameters()) for model in models])
            for tensor in parameters.values():
                tensor.requires_grad_()
            return parameters, stacked([dict(model.named_buffers()) for model in models])


        def vmap(func, in_dims=0, out_dims=0, randomness="error", *, chunk_size=None):
            """The function over the entries of one dimension of its arguments."""

            def wrapper(*args, **kwargs):
                dims = in_dims if isinstance(in_dims, (tuple, list)) else (in_dims,) * len(args)
                if len(dims) != len(args):
                    raise ValueError(
                        f"vmap({getattr(func, '__name__', 'func')}, in_dims={in_dims}, ...)(<inputs>): "
                        "in_dims is not compatible with the structure of `inputs`."
                    )
                sizes = []
                for arg, dim in zip(args, dims):
                    if dim is None:
                        continue
                    sizes += [leaf.size(dim) for leaf in _leaves(arg)]
                if not sizes:
                    raise ValueError(
                        f"vmap({getattr(func, '__name__', 'func')}, ...)(<inputs>): got no inputs"
                    )
                if any(size != sizes[0] for size in sizes):
                    raise ValueError(
                        "vmap: Expected all tensors to have the same size in the mapped "
                        f"dimension, got sizes {sizes} for the mapped dimension"
                    )

                def entry(arg, dim, i):
                    if dim is None:
                        return arg
                    return _replaced(arg, iter([leaf.select(dim, i) for leaf in _leaves(arg)]))

                results = [
                    func(*(entry(arg, dim, i) for arg, dim in zip(args, dims)), **kwargs)
                    for i in range(sizes[0])
                ]
                columns = [_leaves(result) for result in results]
                joined = [
                    torch.stack([column[k] for column in columns], out_dims)
                    for k in range(len(columns[0]))
                ]
                return _replaced(results[0], iter(joined))

            return wrapper
        """#
}
