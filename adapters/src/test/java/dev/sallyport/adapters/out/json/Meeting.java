package dev.sallyport.adapters.out.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.sallyport.application.backend.Change;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A record with one member of each kind there is.
record Meeting(
    @JsonPropertyDescription("What it is about.") @NotBlank @Size(max = 80) String title,
    @JsonProperty("room_code") @Pattern(regexp = "[A-Z]{2}[0-9]+|none") String roomCode,
    @Min(1) @Max(480) int minutes,
    long number,
    @PositiveOrZero double distance,
    @Positive BigDecimal price,
    boolean open,
    Kind kind,
    Instant starts,
    LocalDate day,
    ZoneId zone,
    @NotEmpty @Size(max = 3) List<@Size(min = 2, max = 5) String> tags,
    @Size(max = 2) Map<String, String> labels,
    Host host,
    Page<Host> guests,
    Optional<@Size(max = 10) String> note,
    @Size(max = 10) Optional<String> remark,
    @Nullable Integer floor,
    Change<@Size(max = 20) String> subtitle,
    Change<Kind> becomes,
    Change<List<String>> topics,
    Change<Call> call,
    Optional<Call> fallback) {
  Meeting {
    tags = List.copyOf(tags);
    labels = Map.copyOf(labels);
    if (open && kind == Kind.STAND_UP) {
      throw new IllegalArgumentException("a stand-up is never open");
    }
  }

  enum Kind {
    STAND_UP,
    REVIEW,
    @JsonProperty("1:1")
    ONE_TO_ONE
  }

  record Host(String name, Optional<String> phone) {}

  record Page<T>(List<T> items, int total) {
    Page {
      items = List.copyOf(items);
    }
  }

  sealed interface Call {
    record Phone(@Pattern(regexp = "\\+[0-9]{5,15}") String number) implements Call {}

    record VideoLink(String url, Optional<String> code) implements Call {}
  }
}
