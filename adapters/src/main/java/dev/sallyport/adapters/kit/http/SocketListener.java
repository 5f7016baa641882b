package dev.sallyport.adapters.kit.http;

/// Hears what comes over a socket. It is told on the connection's own thread, so it must not wait
/// for anything.
public interface SocketListener {
  void opened(Socket socket);

  /// One message.
  ///
  /// @param text as it came; whether it is anything but characters is for the listener to find out
  Appetite hear(byte[] text);

  /// The house stops. Must close the socket, at once or when what was asked on it is answered.
  void stopping();

  /// Nobody is there any more.
  void closed();

  /// Whether more messages can come now.
  enum Appetite {
    MORE,
    /// Not before [Socket#resume].
    PAUSE
  }
}
