/// What is told and asked: pieces of answers, resources, prompts, and questions to a person.
@NullMarked
package dev.sallyport.domain.content;

import org.jspecify.annotations.NullMarked;
