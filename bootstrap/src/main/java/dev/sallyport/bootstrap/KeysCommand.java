package dev.sallyport.bootstrap;

import picocli.CommandLine.Command;

@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = "Shows and changes the keys that seal and sign.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {KeysListCommand.class, KeysRotateCommand.class, KeysRewrapCommand.class})
final class KeysCommand {}
