/// How tensors are written, as `torch.set_printoptions` steers it.
package struct PrintOptions: Sendable {
    package var precision = 4
    package var threshold = 1000
    package var edgeItems = 3
    package var lineWidth = 80
    /// Scientific notation always, never, or (`nil`) where the magnitudes ask for it.
    package var scientific: Bool?

    package init() {}

    /// The named profiles of `torch.set_printoptions(profile=…)`; `nil` for an unknown name.
    package init?(profile: String) {
        switch profile {
        case "default": break
        case "short":
            precision = 2
            edgeItems = 2
        case "full": threshold = .max
        default: return nil
        }
    }
}
