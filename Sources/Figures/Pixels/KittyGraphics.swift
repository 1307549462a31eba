import Foundation

/// Images in kitty's graphics protocol, which other terminals have taken over
/// (https://sw.kovidgoyal.net/kitty/graphics-protocol/).
package enum KittyGraphics {
    /// The question that a terminal with such graphics answers; others keep silent.
    package static let question = "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\"

    /// The most bytes of data in one sequence.
    private static let chunk = 4096

    /// The sequences that draw an image at the cursor, which stays where it is.
    ///
    /// - Parameters:
    ///   - columns: how many characters wide the terminal is to show it.
    ///   - lines: how many high.
    package static func sequence(_ image: PixelImage, columns: Int, lines: Int) -> String {
        var raw = Data(capacity: image.pixels.count * 3)
        for pixel in image.pixels { raw.append(contentsOf: [pixel.red, pixel.green, pixel.blue]) }
        let text = Array(raw.base64EncodedString().utf8)
        var sequence = ""
        for start in stride(from: 0, to: text.count, by: chunk) {
            let end = min(start + chunk, text.count)
            // Draw at once, RGB of 8 bits each, do not move the cursor, answer nothing.
            let first =
                "a=T,f=24,s=\(image.width),v=\(image.height),c=\(columns),r=\(lines),C=1,q=2,"
            sequence += "\u{1B}_G\(start == 0 ? first : "")m=\(end < text.count ? 1 : 0);"
            sequence += String(decoding: text[start..<end], as: UTF8.self) + "\u{1B}\\"
        }
        return sequence
    }
}
