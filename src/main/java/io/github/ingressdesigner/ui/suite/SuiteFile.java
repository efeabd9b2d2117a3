package io.github.ingressdesigner.ui.suite;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.SourceText;

/** A suite as it stands on disk; where it is open, its text in the editor counts instead. */
public record SuiteFile(FileId id, SourceText text) {}
