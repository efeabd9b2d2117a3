package io.github.ingressdesigner.dialect.haproxyingress;

/** The maps of one frontend: port 80 or 443. */
record Frontend(HostMap hosts, HostMap redirects, RedirectFrom from, RootRedirects roots) {}
