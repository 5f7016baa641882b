package dev.sallyport.adapters.kit.http;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Every open connection, how many there are from one address, and where new ones come in.
@Singleton
final class Connections {
  private static final int PREFIX_BYTES = 8;

  private final int perAddress;
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();
  private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final ChannelGroup listeners = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

  Connections(EdgeSettings settings) {
    this.perAddress = settings.connectionsPerAddress();
  }

  ChannelGroup open() {
    return open;
  }

  ChannelGroup listeners() {
    return listeners;
  }

  /// Whether there is room for one more from its address; it is counted until it closes.
  boolean admit(Channel connection) {
    open.add(connection);
    if (!(connection.remoteAddress() instanceof InetSocketAddress peer)) {
      return true;
    }
    String source = source(peer.getAddress());
    int count = counts.merge(source, 1, Integer::sum);
    connection
        .closeFuture()
        .addListener(_ -> counts.computeIfPresent(source, (_, n) -> n == 1 ? null : n - 1));
    return count <= perAddress;
  }

  /// What counts as the address of a connection, or of the connection of a stream.
  static String source(Channel channel) {
    Channel connection =
        channel.parent() != null && channel.remoteAddress() == null ? channel.parent() : channel;
    return connection.remoteAddress() instanceof InetSocketAddress peer
        ? source(peer.getAddress())
        : "";
  }

  /// One IPv6 customer has a whole /64, so that is what counts as one address.
  private static String source(InetAddress address) {
    byte[] bytes = address.getAddress();
    return HexFormat.of()
        .formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, PREFIX_BYTES) : bytes);
  }
}
