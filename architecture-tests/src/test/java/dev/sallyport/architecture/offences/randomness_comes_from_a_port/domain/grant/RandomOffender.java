package dev.sallyport.architecture.offences.randomness_comes_from_a_port.domain.grant;

import java.util.Random;

record RandomOffender(Random dice) {}
