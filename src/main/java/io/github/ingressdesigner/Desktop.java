package io.github.ingressdesigner;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a window can open here, asked before JavaFX starts, which would only fail. */
final class Desktop {
  private static final Pattern DISPLAY = Pattern.compile("(.*?)(?:/unix)?:(\\d+)(?:\\.\\d+)?");
  private static final int X11_PORT = 6000;
  private static final List<String> LIBRARIES =
      List.of("libgtk-3.so.0", "libXtst.so.6", "libGL.so.1");

  private Desktop() {}

  /** What is missing, one sentence each; empty where a window can open. */
  static List<String> missing() {
    boolean platformChosen = System.getProperty("glass.platform") != null;
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    List<String> missing = new ArrayList<>();
    if (linux && !platformChosen) {
      display(Optional.ofNullable(System.getenv("DISPLAY"))).ifPresent(missing::add);
      LIBRARIES.stream()
          .filter(library -> !canLoad(library))
          .map(library -> "The library " + library + " is not installed.")
          .forEach(missing::add);
    }
    return missing;
  }

  static Optional<String> display(Optional<String> display) {
    if (display.filter(d -> !d.isBlank()).isEmpty()) {
      return Optional.of("There is no display: the variable DISPLAY is not set.");
    }
    Matcher parts = DISPLAY.matcher(display.get());
    if (!parts.matches()) {
      return Optional.of("DISPLAY is " + display.get() + ", expected a form like :0.");
    }
    int number = Integer.parseInt(parts.group(2));
    SocketAddress address =
        parts.group(1).isEmpty()
            ? UnixDomainSocketAddress.of("/tmp/.X11-unix/X" + number)
            : new InetSocketAddress(parts.group(1), X11_PORT + number);
    try (SocketChannel channel = SocketChannel.open(address)) {
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.of("The display " + display.get() + " does not answer.");
    }
  }

  private static boolean canLoad(String library) {
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup.libraryLookup(library, arena);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
