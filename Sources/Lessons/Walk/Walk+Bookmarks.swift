// Named places to come back to.

extension Walk {
    /// The bookmarks, in the order in which they were set.
    package var bookmarks: [Bookmark] { record.bookmarks }

    /// Gives this place a name; without one, the step's number and title.
    package func bookmark(_ given: String) -> [Display] {
        guard Int(given) == nil else {
            return [.refusal("A bookmark's name is a word; numbers are those of steps.")]
        }
        let name = given.isEmpty ? step.title : given
        emit(
            .bookmarked(
                name: name, step: position.step, block: position.block, title: step.title))
        return [.notice("Bookmarked as \"\(name)\". %goto \(name) comes back here.")]
    }

    /// Takes a bookmark away.
    package func removeBookmark(_ name: String) -> [Display] {
        guard let bookmark = bookmark(named: name) else { return [noBookmark(name)] }
        emit(.unmarked(name: bookmark.name))
        return [.notice("The bookmark \"\(bookmark.name)\" is gone.")]
    }

    /// Goes to a bookmark by its name or the beginning of it, whatever its case.
    package func goTo(bookmark name: String) -> [Display] {
        guard let bookmark = bookmark(named: name), !lesson.steps.isEmpty else {
            return [noBookmark(name)]
        }
        move(to: Walk.place(bookmark.position, titled: bookmark.title, in: lesson))
        return stepOpening + upTo(position.block) + waiting
    }

    /// The step of a bookmark, counted from 1.
    package func step(ofBookmark name: String) -> Int? {
        bookmark(named: name).map {
            Walk.place($0.position, titled: $0.title, in: lesson).step + 1
        }
    }

    private func bookmark(named name: String) -> Bookmark? {
        let wanted = name.lowercased()
        guard !wanted.isEmpty else { return nil }
        return bookmarks.first { $0.name == name }
            ?? bookmarks.first { $0.name.lowercased().hasPrefix(wanted) }
    }

    private func noBookmark(_ name: String) -> Display {
        let known = bookmarks.map { "\"\($0.name)\"" }.joined(separator: ", ")
        return .refusal(
            "There is no bookmark \"\(name)\". "
                + (known.isEmpty ? "%bookmark NAME sets one." : "There are: \(known)."))
    }
}
