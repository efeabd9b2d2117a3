/**
 * What a person wants to change, as data: gestures of the graph, forms, quick fixes and migrations
 * all make intents, and {@code splice} turns them into edits. Nothing in here knows text; an intent
 * names its place by a {@link io.github.ingressdesigner.model.Location} only.
 */
@NullMarked
package io.github.ingressdesigner.intent;

import org.jspecify.annotations.NullMarked;
