package dev.sallyport.architecture.offences.the_inside_does_no_io.adapters.out.files;

import java.io.File;

record InnocentFiles(File folder) {}
