package dev.sallyport.application.port.in;

/// Frees quota that was promised to calls which never ended, and settles what lost instances held.
public interface SweepReservations {
  /// Does as much as is due.
  Swept sweep();

  /// How many there were.
  record Swept(int reservationsFreed, int blocksWrittenOff) {}
}
