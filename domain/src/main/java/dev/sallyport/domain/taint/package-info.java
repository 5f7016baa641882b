/// What a grant has read from outsiders, and what it may therefore not send on unasked.
@NullMarked
package dev.sallyport.domain.taint;

import org.jspecify.annotations.NullMarked;
