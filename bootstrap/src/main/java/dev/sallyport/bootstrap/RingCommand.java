package dev.sallyport.bootstrap;

import picocli.CommandLine.Command;

@Command(
    name = "ring",
    mixinStandardHelpOptions = true,
    description = "Shows and changes the keys that seal and sign.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {RingListCommand.class, RingRotateCommand.class, RingRewrapCommand.class})
final class RingCommand {}
