package dev.sallyport.domain.policy;

import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.Footprint.Where;
import dev.sallyport.domain.tool.Place;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The facts of a call that is being made.
record CallFacts(ToolCall call) implements Facts {
  @Override
  public ToolName tool() {
    return call.request().tool().name();
  }

  @Override
  public BackendId backend() {
    return call.request().backend();
  }

  @Override
  public Effect effect() {
    return call.request().tool().effect();
  }

  @Override
  public ClientId client() {
    return call.request().grant().client();
  }

  @Override
  public Optional<Role> role() {
    return call.request().belonging() instanceof Belonging.Member(Role role)
        ? Optional.of(role)
        : Optional.empty();
  }

  @Override
  public PlanId plan() {
    return call.request().plan().id();
  }

  @Override
  public Fit touches(Set<SpaceId> spaces) {
    return Fit.of(
        switch (call.footprint().where()) {
          case Where.Named(var places) ->
              places.stream()
                  .anyMatch(
                      place -> place instanceof Place.InSpace in && spaces.contains(in.space()));
          case Where.WithinReach _ ->
              spaces.stream().anyMatch(call.request().reach().spaces()::contains);
          case Where.Nowhere _ -> false;
        });
  }

  @Override
  public Fit staysWithin(Set<SpaceId> spaces) {
    Set<SpaceId> touched = spaces(call);
    return Fit.of(!touched.isEmpty() && spaces.containsAll(touched) && privatePlaces(call) == 0);
  }

  /// How many places a call touches that belong to no space; of one that reads within its reach, at
  /// least as many as there are sorts of them.
  static long privatePlaces(ToolCall call) {
    return switch (call.footprint().where()) {
      case Where.Named(var places) ->
          places.stream().filter(Place.InPrivate.class::isInstance).count();
      case Where.WithinReach _ -> call.request().reach().privates().size();
      case Where.Nowhere _ -> 0;
    };
  }

  /// Every space that a call touches; of one that reads within its reach, all it reaches.
  static Set<SpaceId> spaces(ToolCall call) {
    return switch (call.footprint().where()) {
      case Where.Named(var places) -> named(places);
      case Where.WithinReach _ -> call.request().reach().spaces();
      case Where.Nowhere _ -> Set.of();
    };
  }

  private static Set<SpaceId> named(Set<Place> places) {
    var spaces = new HashSet<SpaceId>();
    for (Place place : places) {
      if (place instanceof Place.InSpace in) {
        spaces.add(in.space());
      }
    }
    return spaces;
  }

  @Override
  public Instant at() {
    return call.request().at();
  }

  @Override
  public OptionalLong amount(String name) {
    Long declared = call.footprint().amounts().get(name);
    return switch (name) {
      case StatedFacts.PRIVATE_PLACES -> OptionalLong.of(privatePlaces(call));
      case "recipients" -> atLeast(call.footprint().recipients().size(), declared);
      case "units" -> atLeast(call.footprint().units(), declared);
      default -> declared == null ? OptionalLong.empty() : OptionalLong.of(declared);
    };
  }

  /// What a tool declares beside what we count makes it no smaller: it would slip under a bound.
  private static OptionalLong atLeast(long counted, @Nullable Long declared) {
    return OptionalLong.of(declared == null ? counted : Math.max(counted, declared));
  }
}
