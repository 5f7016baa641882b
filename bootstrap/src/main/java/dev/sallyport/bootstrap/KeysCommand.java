package dev.sallyport.bootstrap;

import picocli.CommandLine.Command;

@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = {
      "Makes, lists and revokes API keys.",
      "A running server carries these out itself; without one they work on its database."
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {KeysCreateCommand.class, KeysListCommand.class, KeysRevokeCommand.class})
final class KeysCommand {}
