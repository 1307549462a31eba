/// `str.encode`, `bytes.decode` and `str(bytes, encoding)`.
extension VirtualMachine {
    private enum Encoding { case utf8, ascii, latin1, utf16(bom: Bool), utf32(bom: Bool) }

    private func encoding(_ name: String) throws -> Encoding {
        switch name.lowercased().replacing("_", with: "-") {
        case "utf-8", "utf8": return .utf8
        case "ascii", "us-ascii": return .ascii
        case "latin-1", "latin1", "iso-8859-1", "iso8859-1": return .latin1
        case "utf-16", "utf16": return .utf16(bom: true)
        case "utf-16-le", "utf-16le": return .utf16(bom: false)
        case "utf-32", "utf32": return .utf32(bom: true)
        case "utf-32-le", "utf-32le": return .utf32(bom: false)
        default: throw error(.lookupError, "unknown encoding: \(name)")
        }
    }

    /// The code units of a text, little end first.
    private func units(_ text: StringObject, _ encoding: Encoding) -> [UInt8]? {
        func bytes(_ value: UInt32, _ count: Int) -> [UInt8] {
            (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
        }
        switch encoding {
        case .utf16(let bom):
            return (bom ? [0xFF, 0xFE] : [])
                + text.codePoints.flatMap { point in
                    guard point > 0xFFFF else { return bytes(point, 2) }
                    let rest = point - 0x10000
                    return bytes(0xD800 + rest >> 10, 2) + bytes(0xDC00 + rest & 0x3FF, 2)
                }
        case .utf32(let bom):
            return (bom ? [0xFF, 0xFE, 0, 0] : []) + text.codePoints.flatMap { bytes($0, 4) }
        default: return nil
        }
    }

    func encode(_ text: StringObject, _ name: String, errors: String) throws -> [UInt8] {
        let encoding = try encoding(name)
        try reserve(text.count &* 16)
        if let units = units(text, encoding) { return units }
        let codec: String
        let limit: UInt32
        switch encoding {
        case .ascii: (codec, limit) = ("ascii", 0x80)
        case .latin1: (codec, limit) = ("latin-1", 0x100)
        default: (codec, limit) = ("utf-8", 0x110000)
        }
        var result: [UInt8] = []
        let points = text.codePoints
        for (index, point) in points.enumerated() {
            if point < 0x80 || (point < limit && codec == "latin-1") {
                result.append(UInt8(point))
            } else if codec == "utf-8", let scalar = UnicodeScalar(point) {
                result += Array(String(scalar).utf8)
            } else {
                switch errors {
                case "ignore": break
                case "replace": result.append(0x3f)
                case "backslashreplace": result += Array(Self.escape(point).utf8)
                case "namereplace":
                    let name = UnicodeScalar(point)?.properties.name
                    result += Array((name.map { "\\N{\($0)}" } ?? Self.escape(point)).utf8)
                case "xmlcharrefreplace": result += Array("&#\(point);".utf8)
                case "strict":
                    var end = index + 1
                    while end < points.count,
                        points[end] >= limit
                            || codec == "utf-8" && UnicodeScalar(points[end]) == nil
                    {
                        end += 1
                    }
                    throw error(
                        .unicodeEncodeError,
                        arguments: [
                            string(codec), .object(text), .int(index), .int(end),
                            string(
                                codec == "utf-8"
                                    ? "surrogates not allowed" : "ordinal not in range(\(limit))"),
                        ])
                default: throw error(.lookupError, "unknown error handler name '\(errors)'")
                }
            }
        }
        return result
    }

    /// The name of an encoding and of what is done about errors, as `encode` and `decode` take them.
    func codingArguments(
        _ arguments: Arguments, _ function: String
    ) throws -> (StringObject, StringObject) {
        func text(_ index: Int, _ name: String) throws -> StringObject {
            guard let text = arguments[index].string else {
                throw typeError(
                    "\(function)() argument '\(name)' must be str, not "
                        + typeNameOrNone(arguments[index]))
            }
            return text
        }
        return (try text(0, "encoding"), try text(1, "errors"))
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
        let isUTF8: Bool
        switch encoding {
        case .latin1: return StringObject(type: types.str, codePoints: bytes.map(UInt32.init))
        case .utf16, .utf32:
            throw error(
                .notImplementedError,
                "decoding \(name) is not in the lab's Python: its texts are UTF-8")
        case .utf8: isUTF8 = true
        case .ascii: isUTF8 = false
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
            if isUTF8 {
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
            case "backslashreplace":
                for byte in bytes[index..<min(index + bad, bytes.count)] {
                    points += Self.escape(UInt32(byte)).unicodeScalars.map(\.value)
                }
            case "strict":
                throw error(
                    .unicodeDecodeError,
                    arguments: [
                        string(isUTF8 ? "utf-8" : "ascii"), self.bytes(bytes), .int(index),
                        .int(min(index + bad, bytes.count)), string(reason),
                    ])
            default: throw error(.lookupError, "unknown error handler name '\(errors)'")
            }
            index += bad
        }
        return StringObject(type: types.str, codePoints: points)
    }
}
