package io.github.ingressdesigner.workspace;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.text.TextRange;
import java.util.Optional;

/**
 * Something wrong in the text, with its place.
 *
 * @param code stable short name: {@code yaml-syntax}, {@code field-type}…
 * @param range in the file
 * @param line from 1, for people
 * @param column from 1, for people
 */
public record Problem(
    Severity severity,
    String code,
    String message,
    FileId file,
    TextRange range,
    int line,
    int column,
    Optional<Location> at) {}
