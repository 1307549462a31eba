import CNN
import Foundation
import Testing

/// Tensors that a script under Tests/Fixtures/cnn took from PyTorch.
struct Golden {
    let file: SafeTensors

    init(_ name: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Fixtures/cnn")
        file = try SafeTensors(path: folder.appendingPathComponent(name).path)
    }

    var names: [String] { file.names }

    subscript(name: String) -> Tensor {
        get throws { try #require(file[name], "no golden tensor \(name)") }
    }
}

/// The greatest difference relative to the greatest magnitude, or infinity for another shape or type.
func difference(_ a: Tensor, _ b: Tensor) throws -> Double {
    guard a.shape == b.shape, a.dtype == b.dtype else { return .infinity }
    let (x, y) = (try a.detach().scalars(), try b.detach().scalars())
    var worst = 0.0
    var scale = 1e-30
    for (u, v) in zip(x, y) {
        let (u, v) = (u.doubleValue, v.doubleValue)
        if u.isNaN && v.isNaN || u == v {
            if v.isFinite { scale = max(scale, abs(v)) }
            continue
        }
        guard u.isFinite, v.isFinite else { return .infinity }
        worst = max(worst, abs(u - v))
        scale = max(scale, abs(v))
    }
    return worst / scale
}
