/// x₁·A·x₂ + b for each output: (…, in1), (…, in2), weight (out, in1, in2) → (…, out).
public func bilinear(
    _ input1: Tensor, _ input2: Tensor, _ weight: Tensor, _ bias: Tensor? = nil
) throws -> Tensor {
    let others = [input2, weight, bias].compactMap { $0 }
    guard others.allSatisfy({ $0.dtype == input1.dtype }) else {
        var names = "input1: \(input1.dtype.longName), input2: \(input2.dtype.longName), "
        names += "weight: \(weight.dtype.longName)"
        if let bias { names += ", bias: \(bias.dtype.longName)" }
        throw TensorError.runtime("All tensors must have the same dtype, got " + names)
    }
    guard input1.dim == input2.dim else {
        throw TensorError.runtime(
            "bilinear(): input dimensions do not match: got \(input1.dim) and \(input2.dim)")
    }
    guard input1.dim > 0, weight.dim == 3 else {
        throw TensorError.runtime("bilinear(): weight must have 3 dimensions, got \(weight.dim)")
    }
    for d in 0..<input1.dim - 1 where input1.shape[d] != input2.shape[d] {
        throw TensorError.runtime(
            "bilinear(): input batch dimensions do not match at dim \(d): got \(input1.shape[d]) and "
                + "\(input2.shape[d])")
    }
    for (number, input) in [input1, input2].enumerated() {
        guard input.shape[input.dim - 1] == weight.shape[1 + number] else {
            throw TensorError.runtime(
                "bilinear(): input\(number + 1) size does not match weight size: got "
                    + "\(input.shape[input.dim - 1]) but expected \(weight.shape[1 + number])")
        }
    }
    let (out, in1, in2) = (weight.shape[0], weight.shape[1], weight.shape[2])
    if let bias, bias.shape != [out] {
        throw TensorError.runtime(
            "bilinear(): bias size does not match weight size: got \(bias.shape.first ?? 1) but expected "
                + "\(out)")
    }
    let rows = input1.shape.dropLast().reduce(1, *)
    let wide = try input1.reshape([rows, in1]).mm(
        try weight.permute([1, 0, 2]).reshape([in1, out * in2]))
    let product = try wide.view([rows, out, in2]).mul(try input2.reshape([rows, 1, in2])).sum([2])
    let result = try product.view(Array(input1.shape.dropLast()) + [out])
    return try bias.map { try result.add($0) } ?? result
}
