/// Breaks the text of nested values into lines, where it has to be, as IPython lays out what a cell ends with.
///
/// Text comes in order, with groups around what belongs together and places between their items where a line may
/// end. As long as a line has room, a place is a space. When it has none, the outermost group that waits
/// breaks, and with it each of its places; of groups at the same depth it is the last one. So a list is either on one
/// line or has a line for each item. Only the text since the first undecided place is held back, never more than a
/// line of it, so the layout takes time in proportion to the text.
struct DisplayLayout {
    /// What belongs together: all its places become ends of lines, or none.
    private final class Group {
        let depth: Int
        var undecided = 0
        var isBroken = false

        init(depth: Int) { self.depth = depth }
    }

    private enum Piece {
        case text(String, width: Int)
        /// Where a line may end, and how far in the next one begins.
        case place(Group, indentation: Int)

        var width: Int {
            switch self {
            case .text(_, let width): width
            case .place: 1
            }
        }
    }

    private(set) var output = ""
    private let width: Int
    /// Width of the line that is written, and of what is held back behind it.
    private var written = 0
    private var held = 0
    private var pieces: [Piece] = []
    private var indentation = 0
    private var open = [Group(depth: 0)]
    /// The groups that may yet break, by depth.
    private var candidates: [[Group]] = []

    init(width: Int) { self.width = width }

    mutating func text(_ text: String) {
        let length = text.unicodeScalars.count
        if pieces.isEmpty {
            output += text
            written += length
        } else {
            pieces.append(.text(text, width: length))
            held += length
            breakUntilItFits()
        }
    }

    /// A place where a line may end, a space where it does not.
    mutating func place() {
        guard let group = open.last else { return }
        if group.isBroken {
            release()
            newLine(indentation)
        } else {
            pieces.append(.place(group, indentation: indentation))
            group.undecided += 1
            held += 1
            breakUntilItFits()
        }
    }

    /// The end of a line, whatever room there is: the outermost group that waits breaks, too.
    mutating func end() {
        if let group = nextToBreak() { decide(group) }
        release()
        newLine(indentation)
    }

    mutating func begin(_ text: String = "", indentation more: Int = 0) {
        if !text.isEmpty { self.text(text) }
        let group = Group(depth: open.count)
        open.append(group)
        while candidates.count <= group.depth { candidates.append([]) }
        candidates[group.depth].append(group)
        indentation += more
    }

    mutating func finish(_ text: String = "", indentation less: Int = 0) {
        indentation -= less
        if open.count > 1, let group = open.popLast(), group.undecided == 0 { drop(group) }
        if !text.isEmpty { self.text(text) }
    }

    /// Writes what is held back, in one line.
    mutating func release() {
        for piece in pieces {
            switch piece {
            case .text(let text, _): output += text
            case .place(let group, let indentation): settle(group, indentation)
            }
        }
        pieces.removeAll(keepingCapacity: true)
        held = 0
    }

    private mutating func breakUntilItFits() {
        while written + held > width, let group = nextToBreak() { decide(group) }
    }

    /// The group that breaks next. Groups further out without a place yet are broken, too: their text before the first
    /// place is too wide already.
    private mutating func nextToBreak() -> Group? {
        for depth in candidates.indices {
            if let index = candidates[depth].lastIndex(where: { $0.undecided > 0 }) {
                let group = candidates[depth][index]
                group.isBroken = true
                // IPython's printer counts from the other end here, so that of several groups another one is no
                // candidate any more; its lines are to be the same.
                candidates[depth].remove(at: candidates[depth].count - 1 - index)
                return group
            }
            for group in candidates[depth] { group.isBroken = true }
            candidates[depth] = []
        }
        return nil
    }

    /// Writes what is held back up to the group's last place, and the text behind it.
    private mutating func decide(_ group: Group) {
        var count = 0
        for piece in pieces {
            switch piece {
            case .text(let text, let width):
                output += text
                written += width
            case .place(let owner, let indentation):
                if group.undecided == 0 {
                    pieces.removeFirst(count)
                    return
                }
                settle(owner, indentation)
            }
            held -= piece.width
            count += 1
        }
        pieces.removeAll(keepingCapacity: true)
    }

    private mutating func settle(_ group: Group, _ indentation: Int) {
        group.undecided -= 1
        if group.isBroken {
            newLine(indentation)
        } else {
            if group.undecided == 0 { drop(group) }
            output += " "
            written += 1
        }
    }

    private mutating func newLine(_ indentation: Int) {
        output += "\n" + String(repeating: " ", count: indentation)
        written = indentation
    }

    /// A group that can no longer break.
    private mutating func drop(_ group: Group) {
        guard group.depth < candidates.count else { return }
        candidates[group.depth].removeAll { $0 === group }
    }
}
