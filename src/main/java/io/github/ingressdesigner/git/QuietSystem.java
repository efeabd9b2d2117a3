package io.github.ingressdesigner.git;

import java.io.File;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * The system as JGit sees it, without its habits that nobody expects of a viewer: it would start
 * the git program to find the machine's configuration, and write measurements of the disk to the
 * user's home.
 */
final class QuietSystem extends SystemReader.Delegate {
  private static final File MACHINE = new File("/etc/gitconfig");

  private QuietSystem(SystemReader original) {
    super(original);
  }

  /** Takes effect for all of JGit; more than once is no harm. */
  static synchronized void install() {
    if (!(SystemReader.getInstance() instanceof QuietSystem)) {
      SystemReader.setInstance(new QuietSystem(SystemReader.getInstance()));
    }
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new FileBasedConfig(parent, MACHINE, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new InMemory(parent, fs);
  }

  /** Empty at first, and kept nowhere. */
  private static final class InMemory extends FileBasedConfig {
    InMemory(Config parent, FS fs) {
      super(parent, new File("jgit-config-in-memory"), fs);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
