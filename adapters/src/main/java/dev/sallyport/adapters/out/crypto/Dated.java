package dev.sallyport.adapters.out.crypto;

import java.time.Instant;
import java.util.Optional;

/// A key of the ring, and since when it is in it where that is known.
record Dated<K>(K key, Optional<Instant> madeAt) {}
