package dev.sallyport.architecture.offences.the_inside_does_no_io.application.usecase;

import java.net.Socket;

record SocketOffender(Socket line) {}
