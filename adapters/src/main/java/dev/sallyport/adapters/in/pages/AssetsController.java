package dev.sallyport.adapters.in.pages;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;

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

  private static MutableHttpResponse<String> serve(Assets.Asset asset, String caching) {
    return HttpResponse.ok(asset.content())
        .contentType(asset.type())
        .header("Cache-Control", caching);
  }
}
