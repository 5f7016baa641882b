package dev.sallyport.adapters.in.pages;

import dev.sallyport.domain.id.BackendKind;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;

/// Serves what pages are made of.
@Controller
final class AssetsController {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String FOR_A_DAY = "public, max-age=86400";

  private final Assets assets;

  AssetsController(Assets assets) {
    this.assets = assets;
  }

  @Get(Assets.PATH + "{name}")
  HttpResponse<String> asset(@PathVariable String name) {
    return assets
        .named(name)
        .<HttpResponse<String>>map(asset -> serve(asset, FOR_EVER))
        .orElseGet(HttpResponse::notFound);
  }

  /// Browsers ask for this one by themselves, under a name that cannot change.
  @Get("/favicon.ico")
  HttpResponse<String> icon() {
    // clients of assistants show it beside our name
    return serve(assets.icon(), FOR_A_DAY).header("Cross-Origin-Resource-Policy", "cross-origin");
  }

  /// What stands beside a backend's tools in clients of assistants. It is the same whether or not
  /// such a backend is configured here, since strangers may ask.
  @Get("/icons/{kind}.svg")
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<String> icon(@PathVariable String kind) {
    return kindOf(kind)
        .<HttpResponse<String>>map(it ->
            serve(assets.iconOf(it), FOR_A_DAY)
                .header("Cross-Origin-Resource-Policy", "cross-origin"))
        .orElseGet(HttpResponse::notFound);
  }

  private static Optional<BackendKind> kindOf(String text) {
    try {
      return Optional.of(new BackendKind(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static MutableHttpResponse<String> serve(Assets.Asset asset, String caching) {
    return HttpResponse.ok(asset.content())
        .contentType(asset.type())
        .header("Cache-Control", caching);
  }
}
