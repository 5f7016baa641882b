package dev.sallyport.adapters.out.cache;

/// How the cache has done since the start.
///
/// @param evictions answers that went before their time, for want of room
record CacheCounts(long hits, long misses, long evictions) {}
