package dev.sallyport.adapters.in.pages;

import dev.sallyport.adapters.in.pages.view.Frame;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;

/// Makes what stands around every page; it is the same for all.
@Singleton
final class Frames {
  private final Frame frame;

  Frames(Assets assets, @Property(name = "sallyport.version") String version) {
    frame = new Frame(version, assets.style().address(), assets.icon().address());
  }

  Frame frame() {
    return frame;
  }
}
