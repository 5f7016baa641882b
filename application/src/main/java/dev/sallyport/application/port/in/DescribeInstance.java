package dev.sallyport.application.port.in;

import dev.sallyport.domain.instance.Instance;

/// Tells which house this is, since when it runs, and how it is doing.
public interface DescribeInstance {
  Instance describe();
}
