package dev.sallyport.architecture;

import java.util.Locale;
import java.util.stream.Stream;

/// Where things live, relative to a root. Laws are written against a layout and never against a
/// package name, so that one law can be tried on what ships and on what was made to break it.
record Layout(String root) {
  static final Layout PRODUCTION = new Layout("dev.sallyport");

  static Layout offending(Law law) {
    return new Layout(Scene.OFFENCES + "." + law.name().toLowerCase(Locale.ROOT));
  }

  String of(Region region) {
    return region.below(root);
  }

  String[] of(Region... regions) {
    return Stream.of(regions).map(this::of).toArray(String[]::new);
  }

  /// The inside of the house: what would be the same whatever technology surrounds it.
  String[] inside() {
    return of(Region.DOMAIN, Region.APPLICATION);
  }

  String[] ports() {
    return of(Region.INBOUND_PORTS, Region.OUTBOUND_PORTS);
  }

  /// Every adapter that the inside calls, as opposed to those that call the inside.
  String[] outboundAdapters() {
    return of(Region.STORES_AND_MEANS, Region.BACKENDS, Region.SANDBOXES);
  }
}
