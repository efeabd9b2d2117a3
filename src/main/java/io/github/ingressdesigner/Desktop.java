package io.github.ingressdesigner;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a window can open here, asked before JavaFX starts, which would only fail. */
final class Desktop {
  private static final Pattern DISPLAY = Pattern.compile("(.*?)(?:/unix)?:(\\d{1,5})(?:\\.\\d+)?");
  private static final int X11_PORT = 6000;

  /**
   * How an X client begins, but of version 0: refused at once. A client that were let in and went
   * again would make a server without others start anew, just when the window wants to open.
   */
  private static final byte[] HELLO = {'l', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};

  private static final Duration PATIENCE = Duration.ofSeconds(5);
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
    String host = parts.group(1);
    try (SocketChannel channel = open(host, number)) {
      // Behind a port stands ssh, which would complain aloud about a question without a key.
      return !host.isEmpty() || isAnswering(channel) ? Optional.empty() : silent(display.get());
    } catch (IOException | RuntimeException e) {
      return silent(display.get());
    }
  }

  private static SocketChannel open(String host, int number) throws IOException {
    if (host.isEmpty()) {
      return SocketChannel.open(UnixDomainSocketAddress.of("/tmp/.X11-unix/X" + number));
    }
    SocketChannel channel = SocketChannel.open();
    InetSocketAddress address = new InetSocketAddress(host, X11_PORT + number);
    channel.socket().connect(address, (int) PATIENCE.toMillis());
    return channel;
  }

  private static boolean isAnswering(SocketChannel channel) throws IOException {
    try (Selector answer = Selector.open()) {
      channel.configureBlocking(false);
      channel.register(answer, SelectionKey.OP_READ);
      channel.write(ByteBuffer.wrap(HELLO));
      return answer.select(PATIENCE.toMillis()) > 0;
    }
  }

  private static Optional<String> silent(String display) {
    return Optional.of("The display " + display + " does not answer.");
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
