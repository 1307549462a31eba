import Interpreter

/// Completion within a string whose possible values are known: the keys of a dictionary, and options such as the ways
/// to reduce a loss.
extension Session {
    func strings(_ text: CursorContext.Text, cursor: Int) -> Completion {
        let known: [String]
        if let owner = text.subscripted {
            known = resolve(owner).map(keys) ?? []
        } else if let parameter = text.parameter {
            known = Self.options(of: parameter, in: text.call ?? [])
        } else {
            known = []
        }
        let fitting = known.filter { $0.hasPrefix(text.typed) && $0 != text.typed }
        return Completion(
            start: cursor - text.typed.utf8.count,
            candidates: fitting.prefix(200).map { .init(text: $0, kind: .string) })
    }

    /// The keys that are texts of one line.
    private func keys(of value: Value) -> [String] {
        (value.dict?.items ?? []).compactMap { entry in
            guard let key = entry.key.string?.swiftString, !key.contains(where: \.isNewline),
                !key.contains("\""), !key.contains("'"), !key.contains("\\")
            else { return nil }
            return key
        }
    }

    private static func options(of parameter: String, in call: [String]) -> [String] {
        let name = call.last ?? ""
        if parameter == "mode" { return modes[name] ?? [] }
        return options[parameter] ?? []
    }

    private static let options = [
        "reduction": ["mean", "sum", "none"],
        "padding_mode": ["zeros", "reflect", "replicate", "circular"],
        "nonlinearity": [
            "relu", "leaky_relu", "tanh", "sigmoid", "selu", "linear", "conv2d",
        ],
        "approximate": ["none", "tanh"],
        "device": ["cpu"],
        "map_location": ["cpu"],
        "indexing": ["ij", "xy"],
        "padding": ["same", "valid"],
        "anneal_strategy": ["cos", "linear"],
        "cmap": ["gray", "viridis", "coolwarm"],
    ]

    private static let modes: [String: [String]] = {
        let scaling = [
            "nearest", "linear", "bilinear", "bicubic", "trilinear", "area", "nearest-exact",
        ]
        let fans = ["fan_in", "fan_out"]
        return [
            "interpolate": scaling, "Upsample": scaling,
            "grid_sample": ["bilinear", "nearest", "bicubic"],
            "pad": ["constant", "reflect", "replicate", "circular"],
            "kaiming_normal_": fans, "kaiming_uniform_": fans,
            "EmbeddingBag": ["sum", "mean", "max"], "embedding_bag": ["sum", "mean", "max"],
            "ReduceLROnPlateau": ["min", "max"],
        ]
    }()
}
