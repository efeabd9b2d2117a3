/**
 * How Gateway API routes requests: Gateways with listeners, HTTPRoutes that attach to them. The API
 * text decides; what implementations add stands in {@code dialect.envoy}.
 */
@NullMarked
package io.github.ingressdesigner.dialect.gatewayapi;

import org.jspecify.annotations.NullMarked;
