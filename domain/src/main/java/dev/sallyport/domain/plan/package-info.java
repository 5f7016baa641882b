/// stub
@org.jspecify.annotations.NullMarked
package dev.sallyport.domain.plan;
