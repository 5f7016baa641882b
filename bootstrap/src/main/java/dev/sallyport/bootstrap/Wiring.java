package dev.sallyport.bootstrap;

import dev.sallyport.adapters.kit.http.RequestIds;
import dev.sallyport.application.port.in.CheckKeys;
import dev.sallyport.application.port.in.CheckReadiness;
import dev.sallyport.application.port.in.DescribeInstance;
import dev.sallyport.application.port.in.ReadLedger;
import dev.sallyport.application.port.in.RotateKeys;
import dev.sallyport.application.port.in.SealLedger;
import dev.sallyport.application.port.out.Alarms;
import dev.sallyport.application.port.out.Dependency;
import dev.sallyport.application.port.out.Installations;
import dev.sallyport.application.port.out.KeyChecks;
import dev.sallyport.application.port.out.KeyRing;
import dev.sallyport.application.port.out.Leases;
import dev.sallyport.application.port.out.PersonKeys;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.application.port.out.Seals;
import dev.sallyport.application.port.out.Signer;
import dev.sallyport.application.usecase.CheckKeysService;
import dev.sallyport.application.usecase.CheckReadinessService;
import dev.sallyport.application.usecase.DescribeInstanceService;
import dev.sallyport.application.usecase.ReadLedgerService;
import dev.sallyport.application.usecase.RotateKeysService;
import dev.sallyport.application.usecase.SealLedgerService;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// Makes the use cases out of the ports that adapters serve.
@Factory
final class Wiring {
  private static final int REQUEST_ID_BYTES = 12;

  /// First, since the framework has a clock of its own.
  @Primary
  @Singleton
  InstantSource clock() {
    return InstantSource.system();
  }

  @Singleton
  RequestIds requestIds(Randomness randomness) {
    return () -> HexFormat.of().formatHex(randomness.bytes(REQUEST_ID_BYTES));
  }

  @Singleton
  CheckReadiness checkReadiness(List<Dependency> dependencies, Alarms alarms, InstantSource clock) {
    return new CheckReadinessService(
        dependencies.stream().sorted(Comparator.comparing(Dependency::name)).toList(),
        alarms,
        clock);
  }

  @Singleton
  CheckKeys checkKeys(KeyRing ring, KeyChecks checks) {
    return new CheckKeysService(ring, checks);
  }

  @Singleton
  RotateKeys rotateKeys(CheckKeys check, KeyRing ring, PersonKeys people) {
    return new RotateKeysService(check, ring, people);
  }

  @Singleton
  SealLedger sealLedger(
      Seals seals,
      Leases leases,
      Signer signer,
      DescribeInstance instance,
      Randomness randomness,
      InstantSource clock) {
    return new SealLedgerService(seals, leases, signer, instance, randomness, clock);
  }

  @Singleton
  ReadLedger readLedger(
      Seals seals, Signer signer, DescribeInstance instance, InstantSource clock) {
    return new ReadLedgerService(seals, signer, instance, clock);
  }

  @Singleton
  DescribeInstance describeInstance(
      @Property(name = "sallyport.version") String version,
      CheckReadiness readiness,
      Installations installations,
      Randomness randomness,
      InstantSource clock) {
    return new DescribeInstanceService(version, readiness, installations, randomness, clock);
  }
}
