import CZlib

/// Gzip through zlib: one-shot, in memory, with an upper bound on what is unpacked.
enum Gzip {
    /// Whether the bytes begin with gzip's magic number (RFC 1952).
    static func isCompressed(_ bytes: [UInt8]) -> Bool {
        bytes.count >= 2 && bytes[0] == 0x1f && bytes[1] == 0x8b
    }

    enum Failure: Error {
        case truncated
        case corrupt(String)
    }

    /// Unpacks a gzip stream of one or more members until it ends or more than `limit` bytes have
    /// come out, so that a small file cannot take all memory.
    static func unpack(_ input: [UInt8], stoppingAfter limit: Int) throws -> [UInt8] {
        var stream = z_stream()
        // 16 asks zlib for gzip's header and trailer, which carry the CRC.
        guard
            inflateInit2_(
                &stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { throw Failure.corrupt("zlib could not start") }
        defer { inflateEnd(&stream) }

        var output: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var input = input
        let size = input.count
        return try input.withUnsafeMutableBufferPointer { source in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(clamping: size)
            while true {
                let (status, produced) = chunk.withUnsafeMutableBufferPointer { target in
                    stream.next_out = target.baseAddress
                    stream.avail_out = UInt32(target.count)
                    let status = inflate(&stream, Z_NO_FLUSH)
                    return (status, target.count - Int(stream.avail_out))
                }
                output.append(contentsOf: chunk[..<produced])
                guard output.count <= limit else { return output }
                switch status {
                case Z_STREAM_END:
                    guard stream.avail_in > 0 else { return output }
                    inflateReset(&stream)
                case Z_OK:
                    if produced == 0 && stream.avail_in == 0 { throw Failure.truncated }
                case Z_BUF_ERROR:
                    throw Failure.truncated
                default:
                    throw Failure.corrupt(
                        stream.msg.map { String(cString: $0) } ?? "zlib \(status)")
                }
            }
        }
    }

    /// Packs bytes at the highest level. The header holds no time and no name, so that equal
    /// bytes give equal files.
    static func pack(_ input: [UInt8]) throws -> [UInt8] {
        var stream = z_stream()
        guard
            deflateInit2_(
                &stream, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + 16, 9, Z_DEFAULT_STRATEGY,
                ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { throw Failure.corrupt("zlib could not start") }
        defer { deflateEnd(&stream) }
        var input = input
        let size = input.count
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(size))))
        let capacity = output.count
        let status = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(clamping: size)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(clamping: capacity)
                return deflate(&stream, Z_FINISH)
            }
        }
        guard status == Z_STREAM_END else { throw Failure.corrupt("zlib \(status)") }
        output.removeLast(output.count - Int(stream.total_out))
        return output
    }
}
