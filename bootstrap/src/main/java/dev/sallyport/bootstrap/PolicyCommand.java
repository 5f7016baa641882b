package dev.sallyport.bootstrap;

import picocli.CommandLine.Command;

@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description = "Checks, tests, explains and compares policy files, without a running server.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      PolicyCheckCommand.class,
      PolicyTestCommand.class,
      PolicyExplainCommand.class,
      PolicyDiffCommand.class
    })
final class PolicyCommand {}
