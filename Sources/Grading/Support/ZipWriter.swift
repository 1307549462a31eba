internal import CZlib
package import Foundation

// Zip (PKWARE's APPNOTE): each file behind a local header, then a directory of all of them, then where it begins. Files below
// 4 GB only; no times, so that equal contents give equal bytes. Permissions are kept as Unix writes them.

/// Writes a zip archive.
package struct ZipWriter {
    package private(set) var data = Data()
    private var directory = Data()
    private var count: UInt16 = 0

    package init() {}

    package enum Failure: Error { case tooLarge(String), zlib(Int32) }

    /// - Parameters:
    ///   - name: the path in the archive, with `/`.
    ///   - isExecutable: whether it may be run.
    package mutating func add(_ content: Data, as name: String, isExecutable: Bool = false) throws {
        guard content.count < Int(UInt32.max), data.count < Int(UInt32.max) - content.count,
            count < .max
        else { throw Failure.tooLarge(name) }
        let packed = try Self.deflated(content)
        let start = UInt32(data.count)
        let checksum = content.withUnsafeBytes { bytes in
            UInt32(
                truncatingIfNeeded: crc32(
                    0, bytes.bindMemory(to: UInt8.self).baseAddress, UInt32(bytes.count)))
        }
        // Version 2.0, names in UTF-8, deflated, 1980-01-01.
        var common = Data()
        common.add(UInt16(20), UInt16(1 << 11), UInt16(8), UInt16(0), UInt16(0x21))
        common.add(checksum, UInt32(packed.count), UInt32(content.count))
        common.add(UInt16(name.utf8.count), UInt16(0))
        data.add(0x0403_4b50 as UInt32)
        data.append(common)
        data.append(contentsOf: name.utf8)
        data.append(packed)
        directory.add(0x0201_4b50 as UInt32)
        directory.add(UInt16(3 << 8 | 20))
        directory.append(common)
        directory.add(UInt16(0), UInt16(0), UInt16(0))
        let mode: UInt32 = isExecutable ? 0o100755 : 0o100644
        directory.add(mode << 16, start)
        directory.append(contentsOf: name.utf8)
        count += 1
    }

    /// The whole archive.
    package mutating func finish() -> Data {
        let start = UInt32(data.count)
        data.append(directory)
        data.add(0x0605_4b50 as UInt32)
        data.add(UInt16(0), UInt16(0), count, count)
        data.add(UInt32(directory.count), start)
        data.add(UInt16(0))
        return data
    }

    private static func deflated(_ content: Data) throws -> Data {
        var stream = z_stream()
        // Negative window bits: no header of zlib's own.
        var status = deflateInit2_(
            &stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { throw Failure.zlib(status) }
        defer { deflateEnd(&stream) }
        var input = [UInt8](content)
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(content.count))))
        let produced = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                status = deflate(&stream, Z_FINISH)
                return target.count - Int(stream.avail_out)
            }
        }
        guard status == Z_STREAM_END else { throw Failure.zlib(status) }
        return Data(output[..<produced])
    }
}

extension Data {
    /// Adds numbers, the low byte first.
    fileprivate mutating func add<Number: FixedWidthInteger>(_ numbers: Number...) {
        for number in numbers {
            Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
        }
    }
}
