/// A raster of dots inside character cells: two dots wide and four high a cell, as Braille patterns
/// (U+2800), each cell in the colour of the series that drew in it last. Marks lie over the dots.
struct BrailleCanvas {
    let width: Int
    let height: Int
    private var dots: [UInt8]
    private var owner: [Int]
    private var marks: [Int: Character] = [:]

    /// - Parameters: size in character cells.
    init(width: Int, height: Int) {
        self.width = max(width, 1)
        self.height = max(height, 1)
        dots = [UInt8](repeating: 0, count: self.width * self.height)
        owner = [Int](repeating: -1, count: self.width * self.height)
    }

    /// Sets the dot at parts of the width and height (0, 0 is bottom left; 1, 1 is top right).
    mutating func plot(_ x: Double, _ y: Double, series: Int) {
        guard let (column, row) = dot(x, y) else { return }
        set(column, row, series: series)
    }

    /// Draws a straight line by Bresenham's algorithm; what lies outside is left out.
    mutating func line(
        from start: (x: Double, y: Double), to end: (x: Double, y: Double), series: Int
    ) {
        let steps = max(
            abs(end.x - start.x) * Double(width * 2), abs(end.y - start.y) * Double(height * 4), 1)
        let count = Int(min(steps.rounded(.up), 4096))
        for step in 0...count {
            let part = Double(step) / Double(count)
            plot(
                start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part,
                series: series)
        }
    }

    /// Fills the dots between two corners; wide areas leave a dot's room to the next at their right.
    mutating func fill(
        from start: (x: Double, y: Double), to end: (x: Double, y: Double), series: Int
    ) {
        guard end.x >= 0, start.x <= 1, end.y >= 0, start.y <= 1 else { return }
        let across = Double(width * 2 - 1), up = Double(height * 4 - 1)
        let first = Int((max(start.x, 0) * across).rounded(.up))
        let last = end.x < 1 ? Int((end.x * across).rounded(.up)) - 1 : width * 2 - 1
        let gap = (end.x - start.x) * across >= 4.5 ? 1 : 0
        let top = Int(((1 - min(end.y, 1)) * up).rounded())
        let bottom = Int(((1 - max(start.y, 0)) * up).rounded())
        guard top <= bottom else { return }
        for column in min(first, width * 2 - 1)...max(min(first, width * 2 - 1), last - gap) {
            for row in top...bottom { set(column, row, series: series) }
        }
    }

    /// Puts a whole character over the cell at a place.
    mutating func mark(_ x: Double, _ y: Double, with character: Character, series: Int) {
        guard let (column, row) = dot(x, y) else { return }
        let cell = row / 4 * width + column / 2
        marks[cell] = character
        owner[cell] = series
    }

    /// The character of a cell and the series that it belongs to.
    func cell(row: Int, column: Int) -> (character: Character, series: Int)? {
        let index = row * width + column
        if let mark = marks[index] { return (mark, owner[index]) }
        guard dots[index] != 0, let scalar = Unicode.Scalar(0x2800 + UInt32(dots[index])) else {
            return nil
        }
        return (Character(scalar), owner[index])
    }

    private func dot(_ x: Double, _ y: Double) -> (Int, Int)? {
        guard x >= -1e-9, x <= 1 + 1e-9, y >= -1e-9, y <= 1 + 1e-9 else { return nil }
        let column = Int((x * Double(width * 2 - 1)).rounded())
        let row = Int(((1 - y) * Double(height * 4 - 1)).rounded())
        return (min(max(column, 0), width * 2 - 1), min(max(row, 0), height * 4 - 1))
    }

    private mutating func set(_ column: Int, _ row: Int, series: Int) {
        let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
        let cell = row / 4 * width + column / 2
        dots[cell] |= bits[row % 4][column % 2]
        owner[cell] = series
    }
}
