package dev.sallyport.application.gate;

import dev.sallyport.application.port.out.Accounts;
import dev.sallyport.application.port.out.Alarms;
import dev.sallyport.application.port.out.Approvals;
import dev.sallyport.application.port.out.Arguments;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.Claims;
import dev.sallyport.application.port.out.Grants;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.Limiter;
import dev.sallyport.application.port.out.Memberships;
import dev.sallyport.application.port.out.Meter;
import dev.sallyport.application.port.out.Organizations;
import dev.sallyport.application.port.out.People;
import dev.sallyport.application.port.out.PersonKeys;
import dev.sallyport.application.port.out.Plans;
import dev.sallyport.application.port.out.Policies;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.application.port.out.ReadEntries;
import dev.sallyport.application.port.out.ResultCache;
import dev.sallyport.application.port.out.Spending;
import dev.sallyport.application.port.out.Taints;
import dev.sallyport.application.port.out.UnitOfWork;
import dev.sallyport.application.port.out.Vault;
import dev.sallyport.domain.tool.ToolSets;
import java.time.InstantSource;

/// All that the gate leans on.
///
/// @param node this instance's name among those that serve the same data
/// @param sampleOutputs of how many answers of a tool one is held against its schema; 0 for none
public record Means(
    Arguments arguments,
    Policies policies,
    Grants grants,
    People people,
    Organizations organizations,
    Memberships memberships,
    Plans plans,
    ToolSets toolSets,
    Accounts accounts,
    Claims claims,
    Approvals approvals,
    Spending spending,
    Taints taints,
    Meter meter,
    Limiter limiter,
    Ledger ledger,
    ReadEntries entries,
    ResultCache cache,
    Changes changes,
    UnitOfWork units,
    PersonKeys keys,
    Vault vault,
    Alarms alarms,
    Randomness randomness,
    InstantSource clock,
    String node,
    int sampleOutputs) {}
