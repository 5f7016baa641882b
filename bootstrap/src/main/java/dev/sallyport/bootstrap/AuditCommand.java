package dev.sallyport.bootstrap;

import picocli.CommandLine.Command;

@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Reads the ledger: what was decided and done, and whether anybody changed it.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      AuditVerifyCommand.class,
      AuditTailCommand.class,
      AuditExportCommand.class,
      AuditExplainCommand.class
    })
final class AuditCommand {}
