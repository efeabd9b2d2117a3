package io.github.ingressdesigner.workspace.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/** Owner, group and permissions, carried from the old file to the one that replaces it. */
final class FileLook {
  private FileLook() {}

  /** Whether the new file got all of the old one's; if not, only writing into the old one does. */
  static boolean copy(Path from, Path to) throws IOException {
    if (Disk.isPosix(from)) {
      return copyPosix(from, to);
    }
    AclFileAttributeView old = Files.getFileAttributeView(from, AclFileAttributeView.class);
    AclFileAttributeView now = Files.getFileAttributeView(to, AclFileAttributeView.class);
    if (old != null && now != null) {
      now.setAcl(old.getAcl());
    }
    return true;
  }

  private static boolean copyPosix(Path from, Path to) throws IOException {
    if (((Number) Files.getAttribute(from, "unix:nlink")).intValue() > 1) {
      return false;
    }
    PosixFileAttributes old = Files.readAttributes(from, PosixFileAttributes.class);
    PosixFileAttributes now = Files.readAttributes(to, PosixFileAttributes.class);
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    try {
      if (!old.owner().equals(now.owner())) {
        view.setOwner(old.owner());
      }
      if (!old.group().equals(now.group())) {
        view.setGroup(old.group());
      }
    } catch (IOException e) {
      return false;
    }
    view.setPermissions(old.permissions());
    return true;
  }
}
