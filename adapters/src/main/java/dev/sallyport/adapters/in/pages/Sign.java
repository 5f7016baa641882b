package dev.sallyport.adapters.in.pages;

import dev.sallyport.adapters.in.pages.view.State;
import java.util.List;

/// What is said where a link leads no further. Nothing in it depends on what the link is about, but
/// for a sentence of ours in place of the message.
enum Sign {
  SIGN_IN(
      401,
      "degraded",
      "Not signed in",
      "A link into a team’s systems",
      "Sallyport gives out links like this one. Each leads to one thing in a system behind it, and"
          + " opens for those who may see that thing. Signing in with a browser is not possible yet."),
  NOT_THERE(
      404,
      "down",
      "404",
      "There is nothing here for this connection",
      "The address may be mistyped, what it led to may be gone, or it may lie outside of what the"
          + " connection was given."),
  NO_PAGE(
      200,
      "up",
      "Found",
      "It is there, and has no page of its own",
      "The system that keeps it does not show it under any address. An assistant can read it to you."),
  REFUSED(
      403, "down", "403", "This connection may not open links now", "A rule stands against it."),
  NOT_NOW(
      503,
      "degraded",
      "Not now",
      "It cannot be opened right now",
      "Something needed for it is away. Try again in a few seconds."),
  TOO_MANY(
      429,
      "degraded",
      "Too many",
      "That is more than is allowed in this time",
      "Wait a while, then open the link again."),
  NOT_POSSIBLE(
      405,
      "down",
      "405",
      "That cannot be done here",
      "A link is opened with GET, and nothing else can be done with it."),
  FAULT(
      500,
      "down",
      "500",
      "Something went wrong on our side",
      "It was noted. Try again; if it stays, tell the operator the id that the answer carries in its"
          + " header X-Request-ID.");

  private final int status;
  private final String tone;
  private final String label;
  private final String title;
  private final String message;

  Sign(int status, String tone, String label, String title, String message) {
    this.status = status;
    this.tone = tone;
    this.label = label;
    this.title = title;
    this.message = message;
  }

  int status() {
    return status;
  }

  State state() {
    return new State(tone, label);
  }

  String title() {
    return title;
  }

  String message() {
    return message;
  }

  /// What can be done, where that is not plain.
  List<String> hints() {
    return this == SIGN_IN
        ? List.of(
            "Ask the assistant that showed you this link to open it: it can read to you what its"
                + " connection reaches.",
            "With an API key, request this address with the header “Authorization: Bearer” and the"
                + " key: you are led on to the system’s own page.",
            "Or look for it in the system itself.")
        : List.of();
  }
}
