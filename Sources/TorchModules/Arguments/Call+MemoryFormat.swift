import CNN
import Interpreter

extension Call {
    /// The `torch.memory_format` at that place; `nil` for `None`.
    func memoryFormat(_ index: Int) throws -> MemoryFormat? {
        let value = self[index]
        if value.isNone { return nil }
        guard let format = (value.object as? LayoutObject).flatMap({ Self.formats[$0.name] })
        else {
            throw vm.typeError(
                "\(name)(): argument 'memory_format' must be torch.memory_format, not "
                    + torch.nativeTypeName(value))
        }
        return format
    }

    private static let formats: [String: MemoryFormat] = [
        "contiguous_format": .contiguous, "preserve_format": .preserve,
        "channels_last": .channelsLast, "channels_last_3d": .channelsLast3d,
    ]
}
