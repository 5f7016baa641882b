package dev.sallyport.adapters.kit.http;

/// A connection that carries messages instead of requests (RFC 6455).
public interface Socket {
  /// The peer does as it was told.
  int NORMAL = 1000;

  /// We are about to stop.
  int GOING_AWAY = 1001;

  /// It sent something of a kind that nobody takes here.
  int UNSUPPORTED = 1003;

  /// It may not go on.
  int POLICY = 1008;

  int TOO_BIG = 1009;

  /// Sends one text, of whole characters in UTF-8. A peer that takes nothing while much is sent is
  /// taken for gone.
  void send(byte[] text);

  /// Says why, and ends it once the peer has read that.
  void close(int code, String reason);

  /// Takes more messages again, after [SocketListener#hear] asked for a pause.
  void resume();
}
