package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Dependency;
import dev.sallyport.application.port.out.DependencyContract;
import dev.sallyport.domain.health.Health;
import dev.sallyport.domain.health.Need;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class ScriptedDependencyTest extends DependencyContract {
  private final ScriptedDependency scripted = new ScriptedDependency("database", Need.REQUIRED);

  @Override
  protected Dependency dependency() {
    return scripted;
  }

  @Override
  protected void takeAway() {
    scripted.becomes(new Health.Down("taken away by the test"));
  }

  @Override
  protected void bringBack() {
    scripted.becomes(new Health.Up());
  }
}
