package dev.sallyport.bootstrap;

import picocli.CommandLine.Command;

@Command(
    name = "people",
    mixinStandardHelpOptions = true,
    description = "Lists people, shows one all that is kept of them, and forgets one for good.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {PeopleListCommand.class, PeopleExportCommand.class, PeopleEraseCommand.class})
final class PeopleCommand {}
