/// What the gate costs and what it stands, measured.
package dev.sallyport.benchmarks;
