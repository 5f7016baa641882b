package dev.sallyport.architecture;

/// The places of the house, each with the packages it spans below a root.
enum Region {
  DOMAIN("domain.."),
  TENANCY("domain.tenancy.."),
  APPLICATION("application.."),
  INBOUND_PORTS("application.port.in.."),
  OUTBOUND_PORTS("application.port.out.."),
  /// What tools are made of: outbound ports speak of it, and backends build with it.
  TOOL_PARTS("application.backend.."),
  USE_CASES("application.usecase.."),
  /// What several use cases about one person share.
  PERSON_PARTS("application.person.."),
  /// What authentication remembers.
  BEARER_PARTS("application.bearer.."),
  /// The one use case that every call passes, in parts that nobody else sees.
  GATE("application.gate.."),
  /// Outbound ports in memory. They are for tests and never ship.
  FAKES("application.fake.."),
  ADAPTERS("adapters.."),
  INBOUND_ADAPTERS("adapters.in.*.."),
  /// What pages show: records that generated templates read, and therefore public.
  VIEWS("adapters.in.pages.view.."),
  /// What older revisions of the protocol build on, in a package below it, and therefore public.
  PROTOCOL("adapters.in.mcp.."),
  /// Generated from the pages' templates and left out of the laws.
  TEMPLATES("adapters.in.pages.templates.."),
  STORES_AND_MEANS("adapters.out.*.."),
  RANDOMNESS("adapters.out.random.."),
  BACKENDS("adapters.backend.*.."),
  SANDBOXES("adapters.sandbox.*.."),
  /// Wherever SQL may be spoken, in `out` as in a backend with tables of its own.
  JDBC("adapters..jdbc.."),
  KIT("adapters.kit.*.."),
  HTTP_KIT("adapters.kit.http.."),
  BOOTSTRAP("bootstrap..");

  private final String below;

  Region(String below) {
    this.below = below;
  }

  String below(String root) {
    return root + "." + below;
  }
}
