package dev.sallyport.bootstrap;

import java.net.URI;

/// A door for assistants that is open, and a token that it lets in.
interface OpenDoor extends AutoCloseable {
  /// Where a client is told to connect.
  URI url();

  String token();

  @Override
  void close();
}
