package dev.sallyport.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.fake.ScriptedBackend;
import dev.sallyport.application.port.out.Backend.Linking;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.Scopes;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("The scopes there are to ask for")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ListScopesServiceTest {
  @Test
  void are_those_of_the_tools() {
    assertThat(new ListScopesService(List.of(new ScriptedBackend("chat", Linking.NONE))).all())
        .isEqualTo(Scopes.of(new Scope("messages:write"), new Scope("messages:delete")));
  }

  @Test
  void are_also_those_of_what_is_read_without_a_tool() {
    assertThat(
            new ListScopesService(List.of(new ScriptedBackend("wiki", "wiki", Linking.NONE))).all())
        .isEqualTo(Scopes.of(new Scope("messages:read")));
  }

  @Test
  void are_none_where_there_is_no_backend() {
    assertThat(new ListScopesService(List.of()).all()).isEqualTo(Scopes.NONE);
  }

  @Test
  void are_told_beside_the_backends_that_a_reach_can_name() {
    assertThat(
            new ListScopesService(
                    List.of(
                        new ScriptedBackend("chat", Linking.NONE),
                        new ScriptedBackend("phone", Linking.PERSONAL)))
                .backends())
        .containsExactlyInAnyOrder(new BackendId("chat"), new BackendId("phone"));
  }
}
