package dev.sallyport.architecture;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.Elements.DocCommentKind;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// What bytecode cannot tell: looks at sources with the compiler's own parser.
enum SourceCheck {
  /// Each public type starts with a `///` comment that says what it is for.
  PUBLIC_TYPES_ARE_DOCUMENTED,
  /// Each `@SuppressWarnings` has a `//` comment in the line above that says why.
  SUPPRESSIONS_HAVE_A_REASON;

  /// One line for each fault: file, line, what is wrong.
  List<String> faultsIn(List<SourceFile> sources) {
    List<InMemory> files = sources.stream().map(InMemory::new).toList();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, files);
    List<String> faults = new ArrayList<>();
    try {
      for (CompilationUnitTree unit : task.parse()) {
        new Reader(this, sourceOf(unit), unit, DocTrees.instance(task), faults).scan(unit, null);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return faults;
  }

  // the compiler wraps the files it is given, so they are asked again by their common face
  private static SourceFile sourceOf(CompilationUnitTree unit) throws IOException {
    JavaFileObject file = unit.getSourceFile();
    return new SourceFile(file.getName().substring(1), file.getCharContent(true).toString());
  }

  private static final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final SourceCheck check;
    private final SourceFile source;
    private final CompilationUnitTree unit;
    private final DocTrees docs;
    private final List<String> faults;

    Reader(
        SourceCheck check,
        SourceFile source,
        CompilationUnitTree unit,
        DocTrees docs,
        List<String> faults) {
      this.check = check;
      this.source = source;
      this.unit = unit;
      this.docs = docs;
      this.faults = faults;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
      if (check == PUBLIC_TYPES_ARE_DOCUMENTED && isPublic(type) && !isDocumented()) {
        faults.add(place(type) + " `" + type.getSimpleName() + "` has no `///` comment");
      }
      return super.visitClass(type, null);
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void nothing) {
      if (check == SUPPRESSIONS_HAVE_A_REASON
          && isSuppression(annotation)
          && !isReasoned(annotation)) {
        faults.add(place(annotation) + " suppresses a warning and does not say why");
      }
      return super.visitAnnotation(annotation, null);
    }

    // what an interface holds is public without saying so
    private boolean isPublic(ClassTree type) {
      Tree parent = getCurrentPath().getParentPath().getLeaf();
      return type.getModifiers().getFlags().contains(Modifier.PUBLIC)
          || parent.getKind() == Tree.Kind.INTERFACE;
    }

    private boolean isDocumented() {
      return docs.getDocComment(getCurrentPath()) != null
          && docs.getDocCommentKind(getCurrentPath()) == DocCommentKind.END_OF_LINE;
    }

    private static boolean isSuppression(AnnotationTree annotation) {
      String type = annotation.getAnnotationType().toString();
      return type.substring(type.lastIndexOf('.') + 1).equals("SuppressWarnings");
    }

    private boolean isReasoned(AnnotationTree annotation) {
      String above = source.line(lineOf(annotation) - 1);
      return above.startsWith("//") && !above.startsWith("///");
    }

    private String place(Tree tree) {
      return String.format(Locale.ROOT, "%s:%d", source.name(), lineOf(tree));
    }

    private long lineOf(Tree tree) {
      long start = docs.getSourcePositions().getStartPosition(unit, tree);
      return unit.getLineMap().getLineNumber(start);
    }
  }

  private static final class InMemory extends SimpleJavaFileObject {
    private final SourceFile source;

    InMemory(SourceFile source) {
      super(URI.create("source:///" + source.name()), Kind.SOURCE);
      this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source.text();
    }
  }
}
