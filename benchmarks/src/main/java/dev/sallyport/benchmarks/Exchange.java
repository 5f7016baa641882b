package dev.sallyport.benchmarks;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// An answer as it came over the wire, each byte a character.
///
/// @param head all before the body, with the empty line
record Exchange(String head, String body) {
  static final Charset WIRE = StandardCharsets.ISO_8859_1;

  private static final String LINE = "\r\n";
  private static final String END = LINE + LINE;

  /// Sends a request on a connection of its own.
  static Exchange of(int port, byte[] request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return on(socket, answersOf(socket), request);
    }
  }

  /// What answers are read from, many bytes at a time.
  static DataInputStream answersOf(Socket socket) throws IOException {
    return new DataInputStream(new BufferedInputStream(socket.getInputStream()));
  }

  /// Sends a request on a connection, and reads the answer.
  static Exchange on(Socket socket, DataInputStream answers, byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    return read(answers);
  }

  private static Exchange read(DataInputStream in) throws IOException {
    var head = new StringBuilder();
    while (!endsWhole(head)) {
      head.append((char) in.readUnsignedByte());
    }
    var bodiless = new Exchange(head.toString(), "");
    byte[] body = new byte[Integer.parseInt(bodiless.headers().get("content-length"))];
    in.readFully(body);
    return new Exchange(bodiless.head, new String(body, WIRE));
  }

  private static boolean endsWhole(StringBuilder head) {
    return head.length() >= END.length() && head.indexOf(END, head.length() - END.length()) >= 0;
  }

  static Exchange read(Path file) throws IOException {
    String text = Files.readString(file, WIRE);
    int end = text.indexOf(END) + END.length();
    return new Exchange(text.substring(0, end), text.substring(end));
  }

  void write(Path file) throws IOException {
    Files.writeString(file, head + body, WIRE);
  }

  int length() {
    return head.length() + body.length();
  }

  /// With names in small letters.
  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    head.lines()
        .skip(1)
        .filter(line -> !line.isEmpty())
        .forEach(line -> {
          int colon = line.indexOf(':');
          headers.put(
              line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        });
    return headers;
  }

  boolean isGood() {
    return head.startsWith("HTTP/1.1 200") && !body.contains("\"isError\":true");
  }
}
