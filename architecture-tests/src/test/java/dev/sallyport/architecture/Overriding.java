package dev.sallyport.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.stream.Stream;

/// Tells whether a method's signature was chosen by its own class.
final class Overriding {
  private Overriding() {}

  /// The types above that declare a method of the same name and parameters.
  static Stream<JavaClass> overriddenBy(JavaCodeUnit method) {
    JavaClass owner = method.getOwner();
    String[] parameters =
        method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
    return Stream.concat(
            owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
        .filter(above -> above.tryGetMethod(method.getName(), parameters).isPresent());
  }
}
