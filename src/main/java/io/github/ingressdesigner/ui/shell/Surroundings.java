package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.workspace.settings.AppFolders;
import java.util.Optional;

/**
 * What a window lives in, so that tests can give it another one.
 *
 * @param folders where settings and recovery lie
 * @param picker answers for files instead of the desktop's dialogues
 */
public record Surroundings(Threads threads, AppFolders folders, Optional<FilePicker> picker) {}
