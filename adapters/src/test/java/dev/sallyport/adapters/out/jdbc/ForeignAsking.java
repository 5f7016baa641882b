package dev.sallyport.adapters.out.jdbc;

import static dev.sallyport.adapters.out.jdbc.Resident.LOBBY;
import static dev.sallyport.adapters.out.jdbc.WholeHouse.LOST;
import static dev.sallyport.adapters.out.jdbc.WholeHouse.READ;
import static dev.sallyport.adapters.out.jdbc.WholeHouse.SEND;
import static dev.sallyport.adapters.out.jdbc.WholeHouse.WRITE;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.AnswerApproval;
import dev.sallyport.application.port.in.AnswerApproval.Choice;
import dev.sallyport.application.port.in.CallTool;
import dev.sallyport.application.port.in.CallTool.Answer;
import dev.sallyport.application.port.in.CallTool.Command;
import dev.sallyport.application.port.in.ListTools;
import dev.sallyport.application.port.in.NarrowGrant;
import dev.sallyport.application.port.in.ReviewApprovals;
import dev.sallyport.application.port.in.RevokeGrant;
import dev.sallyport.application.port.in.SettleClaims;
import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.grant.Narrowing;
import dev.sallyport.domain.id.ToolName;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;

/// A use case that a resident of one organization asks with names from another.
///
/// @param useCase the method, with its parameters
/// @param what the names that are not the resident's own
record ForeignAsking(String useCase, String what, Made made) {
  static final List<ForeignAsking> ALL =
      Stream.of(
              calls("CallTool.call(Command)", CallTool::call),
              calls("CallTool.start(Command, Consumer)", ForeignAsking::started),
              lists(),
              approvals(),
              grants(),
              claims())
          .flatMap(List::stream)
          .toList();

  private static Answer started(CallTool gate, Command command) {
    var answers = new CompletableFuture<Answer>();
    gate.start(command, answers::complete);
    return answers.join();
  }

  @Override
  public String toString() {
    return useCase + " with " + what;
  }

  private static List<ForeignAsking> calls(String useCase, Entrance entrance) {
    return Stream.of(callers(), arguments())
        .flatMap(List::stream)
        .map(call ->
            new ForeignAsking(
                useCase,
                call.what,
                (house, it, they) ->
                    entrance.by(house.get(CallTool.class), call.made.by(house, it, they))))
        .toList();
  }

  private static List<Calling> callers() {
    return List.of(
        new Calling(
            "their grant",
            (house, it, they) -> house.command(it.caller(they, it), READ, it.space(), "a", "")),
        new Calling(
            "their person",
            (house, it, they) -> house.command(it.caller(it, they), READ, it.space(), "a", "")),
        new Calling(
            "their grant and person",
            (house, it, they) -> house.command(it.caller(they, they), WRITE, LOBBY, "a", "")));
  }

  private static List<Calling> arguments() {
    return List.of(
        to("their space, to read", READ, Resident::space, _ -> "a", _ -> ""),
        to("their space, to write", WRITE, Resident::space, _ -> "a", _ -> ""),
        to("their space, to send", SEND, Resident::space, _ -> "a", _ -> ""),
        to("what they read", READ, _ -> LOBBY, Resident::words, _ -> ""),
        to("what they wrote", WRITE, _ -> LOBBY, Resident::words, Resident::words),
        to("the key of what they wrote", WRITE, _ -> LOBBY, _ -> "a", Resident::words),
        to(
            "what they perhaps wrote",
            WRITE,
            _ -> LOBBY,
            it -> LOST + it.words(),
            Resident::lostKey),
        to("what they are asked", SEND, _ -> LOBBY, it -> "asked " + it.words(), _ -> ""),
        to("what they approved", SEND, _ -> LOBBY, it -> "approved " + it.words(), _ -> ""));
  }

  private static Calling to(
      String what,
      String tool,
      Function<Resident, String> space,
      Function<Resident, String> text,
      Function<Resident, String> key) {
    return new Calling(
        what,
        (house, it, they) ->
            house.command(it.caller(), tool, space.apply(they), text.apply(they), key.apply(they)));
  }

  private static List<ForeignAsking> lists() {
    return Stream.of(
            byCaller(
                "ListTools.list(Caller)",
                (house, caller, _) -> house.get(ListTools.class).list(caller)),
            byCaller(
                "ListTools.listing(Caller)",
                (house, caller, _) -> house.get(ListTools.class).listing(caller).tools()),
            byCaller(
                "ListTools.remembered(Caller)",
                (house, caller, whose) -> {
                  ListTools tools = house.get(ListTools.class);
                  // so that there is something to remember
                  tools.listing(whose.caller());
                  return tools.remembered(caller).map(ListTools.Listing::tools).orElse(List.of());
                }),
            byCaller(
                "ListTools.find(Caller, ToolName)",
                (house, caller, _) -> house.get(ListTools.class).find(caller, new ToolName(READ))))
        .flatMap(List::stream)
        .toList();
  }

  private static List<ForeignAsking> claims() {
    return byCaller(
        "SettleClaims.lookFor(Caller)",
        (house, caller, _) -> house.get(SettleClaims.class).lookFor(caller));
  }

  private static List<ForeignAsking> approvals() {
    String answer = "AnswerApproval.answer(Caller, ApprovalId, Choice)";
    return List.of(
        new ForeignAsking(
            "ReviewApprovals.open(Caller)",
            "their person",
            (house, it, they) -> house.get(ReviewApprovals.class).open(it.onPages(they))),
        new ForeignAsking(
            answer, "their question, to approve", answered(Choice.APPROVE, (it, _) -> it)),
        new ForeignAsking(
            answer, "their question, to decline", answered(Choice.DECLINE, (it, _) -> it)),
        new ForeignAsking(
            answer, "their question and person", answered(Choice.APPROVE, (_, they) -> they)));
  }

  private static Made answered(Choice choice, As as) {
    return (house, it, they) ->
        house
            .get(AnswerApproval.class)
            .answer(it.onPages(as.whom(it, they)), they.question(), choice);
  }

  private static List<ForeignAsking> grants() {
    return Stream.of(
            byGrant(
                "NarrowGrant.narrow(Caller, GrantId, Narrowing, Budget)",
                (house, caller, whose) ->
                    house
                        .get(NarrowGrant.class)
                        .narrow(
                            caller, whose.grant().id(), Narrowing.toReading(), Budget.UNLIMITED)),
            byGrant(
                "RevokeGrant.revoke(Caller, GrantId)",
                (house, caller, whose) ->
                    house.get(RevokeGrant.class).revoke(caller, whose.grant().id())))
        .flatMap(List::stream)
        .toList();
  }

  private static List<ForeignAsking> byGrant(String useCase, Asked asked) {
    return List.of(
        new ForeignAsking(
            useCase, "their grant", (house, it, they) -> asked.by(house, it.onPages(it), they)),
        new ForeignAsking(
            useCase, "their person", (house, it, they) -> asked.by(house, it.onPages(they), it)),
        new ForeignAsking(
            useCase,
            "their grant and person",
            (house, it, they) -> asked.by(house, it.onPages(they), they)));
  }

  private static List<ForeignAsking> byCaller(String useCase, Asked asked) {
    return List.of(
        new ForeignAsking(
            useCase, "their grant", (house, it, they) -> asked.by(house, it.caller(they, it), it)),
        new ForeignAsking(
            useCase, "their person", (house, it, they) -> asked.by(house, it.caller(it, they), it)),
        new ForeignAsking(
            useCase,
            "their grant and person",
            (house, it, they) -> asked.by(house, it.caller(they, they), it)));
  }

  /// How it is asked.
  interface Made {
    Object by(WholeHouse house, Resident it, Resident they);
  }

  /// The same by a caller who is made up already, of something of somebody's.
  private interface Asked {
    Object by(WholeHouse house, Caller caller, Resident whose);
  }

  private interface As {
    Resident whom(Resident it, Resident they);
  }

  /// A call with names that are not the caller's own.
  private record Calling(String what, Commanded made) {}

  private interface Commanded {
    Command by(WholeHouse house, Resident it, Resident they);
  }

  /// How the gate is entered.
  private interface Entrance {
    Object by(CallTool gate, Command command);
  }
}
