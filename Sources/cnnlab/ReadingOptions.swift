import ArgumentParser

/// How a person reads what the prompt shows.
struct ReadingOptions: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            "Everything in words and line by line, for screen readers; so too with CNNLAB_PLAIN=1."
        ))
    var plain = false
}
