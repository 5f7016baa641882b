package dev.sallyport.application.gate;

import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.plan.Plan;
import dev.sallyport.domain.policy.Belonging;
import dev.sallyport.domain.tenancy.TaintPolicy;

/// What a caller may, as it was when the stamp was read.
record Entitled(Grant grant, Belonging belonging, Plan plan, TaintPolicy taint, long stamp) {}
