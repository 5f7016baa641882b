package dev.sallyport.adapters.in.mcp;

import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.netty.channel.Channel;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/// The one endpoint. [DoorFilter] has seen who calls before anything gets here.
@Controller
final class McpController {
  private final Door door;

  McpController(Door door) {
    this.door = door;
  }

  /// The router takes it with a slash at the end too, which people type.
  @Post("/mcp")
  @Consumes(MediaType.ALL)
  @Produces(MediaType.ALL)
  @ExecuteOn(TaskExecutors.BLOCKING)
  CompletionStage<HttpResponse<?>> post(
      HttpRequest<?> request, @Body @Bindable(defaultValue = "") byte[] body) {
    var exchange = new HttpExchange(takesEvents(request), disconnected(request));
    Visitor visitor = DoorFilter.visitorOf(request);
    door.overHttp(visitor, new RequestHeaders(request), body, exchange);
    return exchange.response();
  }

  private static boolean takesEvents(HttpRequest<?> request) {
    return request.getHeaders().getAll(HttpHeaders.ACCEPT).stream()
        .anyMatch(it -> it.contains(MediaType.TEXT_EVENT_STREAM));
  }

  private static BooleanSupplier disconnected(HttpRequest<?> request) {
    if (request instanceof NettyHttpRequest<?> netty) {
      Channel channel = netty.getChannelHandlerContext().channel();
      return () -> !channel.isActive();
    }
    return () -> false;
  }
}
