package dev.sallyport.architecture.offences.no_reactive_types_in_our_signatures.adapters.sandbox.chat;

import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

final class InnocentListener implements WebSocket.Listener {
  @Override
  public @Nullable CompletionStage<?> onText(WebSocket line, CharSequence text, boolean last) {
    return null;
  }
}
