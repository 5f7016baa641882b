package dev.sallyport.bootstrap;

/// A command that a running server carries out with its own beans, if there is one. It must need
/// nothing but its arguments: no file, no folder, no input.
interface Served {
  HouseArgument house();
}
