package dev.sallyport.adapters.kit.json;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// The text of a JSON object that was strictly read already, so that whoever is handed it need not
/// read it again.
public final class ReadObject implements CharSequence {
  private final ObjectNode tree;

  /// @param tree what [StrictJson] made of it, which nobody changes from now on
  public ReadObject(ObjectNode tree) {
    this.tree = tree;
  }

  /// What was read, to be changed at will.
  public ObjectNode copy() {
    return tree.deepCopy();
  }

  @Override
  public int length() {
    return toString().length();
  }

  @Override
  public char charAt(int index) {
    return toString().charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return toString().subSequence(start, end);
  }

  @Override
  public String toString() {
    return tree.toString();
  }
}
