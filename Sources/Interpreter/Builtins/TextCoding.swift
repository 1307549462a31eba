/// `str.encode`, `bytes.decode` and `str(bytes, encoding)`.
extension VirtualMachine {
    private enum Encoding { case utf8, ascii, latin1 }

    private func encoding(_ name: String) throws -> Encoding {
        switch name.lowercased().replacing("_", with: "-") {
        case "utf-8", "utf8": return .utf8
        case "ascii", "us-ascii": return .ascii
        case "latin-1", "latin1", "iso-8859-1", "iso8859-1": return .latin1
        default: throw error(.lookupError, "unknown encoding: \(name)")
        }
    }

    func encode(_ text: StringObject, _ name: String, errors: String) throws -> [UInt8] {
        let encoding = try encoding(name)
        try reserve(text.count &* 8)
        var result: [UInt8] = []
        for (index, point) in text.codePoints.enumerated() {
            let limit: UInt32 = encoding == .ascii ? 0x80 : encoding == .latin1 ? 0x100 : 0x110000
            if point < 0x80 || (point < limit && encoding == .latin1) {
                result.append(UInt8(point))
            } else if encoding == .utf8, let scalar = UnicodeScalar(point) {
                result += Array(String(scalar).utf8)
            } else {
                switch errors {
                case "ignore": break
                case "replace": result.append(0x3f)
                default: throw cannotEncode(point, index, encoding, limit)
                }
            }
        }
        return result
    }

    private func cannotEncode(
        _ point: UInt32, _ index: Int, _ encoding: Encoding, _ limit: UInt32
    ) -> PythonError {
        let digits = String(point, radix: 16)
        let shown =
            point < 0x100
            ? "\\x" + digits
            : "\\u" + String(repeating: "0", count: 4 - min(4, digits.count)) + digits
        let name = encoding == .utf8 ? "utf-8" : encoding == .ascii ? "ascii" : "latin-1"
        let reason =
            encoding == .utf8 ? "surrogates not allowed" : "ordinal not in range(\(limit))"
        return error(
            .unicodeEncodeError,
            "'\(name)' codec can't encode character '\(shown)' in position \(index): \(reason)")
    }

    /// The arguments of `str(bytes, encoding, errors)`.
    func decoded(_ value: Value, _ encoding: Value, _ errors: Value) throws -> StringObject {
        if encoding.isUndefined == false, encoding.string == nil {
            throw typeError(
                "str() argument 'encoding' must be str, not \(typeNameOrNone(encoding))")
        }
        guard case .object(let object) = value, object.kind == .bytes else {
            if value.string != nil { throw typeError("decoding str is not supported") }
            throw typeError(
                "decoding to str: need a bytes-like object, \(typeName(value)) found")
        }
        let bytes = unsafeDowncast(object, to: BytesObject.self).bytes
        return try decode(
            bytes, encoding.string?.swiftString ?? "utf-8",
            errors: errors.string?.swiftString ?? "strict")
    }

    func decode(_ bytes: [UInt8], _ name: String, errors: String) throws -> StringObject {
        let encoding = try encoding(name)
        try reserve(bytes.count &* 8)
        if encoding == .latin1 {
            return StringObject(type: types.str, codePoints: bytes.map(UInt32.init))
        }
        var points: [UInt32] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                points.append(UInt32(byte))
                index += 1
                continue
            }
            var reason = "ordinal not in range(128)"
            var bad = 1
            if encoding == .utf8 {
                let length =
                    byte >= 0xf0 && byte < 0xf5
                    ? 4 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xc2 && byte < 0xe0 ? 2 : 0
                let end = min(index + length, bytes.count)
                if length > 0 {
                    if end - index == length,
                        let text = String(validating: bytes[index..<end], as: UTF8.self)
                    {
                        points += text.unicodeScalars.map(\.value)
                        index = end
                        continue
                    }
                    var stop = index + 1
                    while stop < end, bytes[stop] & 0xc0 == 0x80 { stop += 1 }
                    reason =
                        stop == bytes.count && end - index < length
                        ? "unexpected end of data" : "invalid continuation byte"
                    bad = max(1, stop - index)
                } else {
                    reason = "invalid start byte"
                }
            }
            switch errors {
            case "ignore": break
            case "replace": points.append(0xfffd)
            default:
                let codec = encoding == .utf8 ? "utf-8" : "ascii"
                throw error(
                    .unicodeDecodeError,
                    "'\(codec)' codec can't decode byte 0x\(String(byte, radix: 16)) in position "
                        + "\(index): \(reason)")
            }
            index += bad
        }
        return StringObject(type: types.str, codePoints: points)
    }
}
