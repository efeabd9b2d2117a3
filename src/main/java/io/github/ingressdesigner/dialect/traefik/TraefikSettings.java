package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Setting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The options of Traefik that change routing. */
public final class TraefikSettings {
  private static final List<Setting> NATIVE =
      List.of(
          Setting.flag(
              "strictPrefixMatching",
              false,
              "Prefix paths match whole elements: /foo no longer takes /foobar, and /foo/ takes"
                  + " /foo too."),
          Setting.text(
              "ingressClass",
              "",
              "The only class that is served: the name of an IngressClass, or the value of the old"
                  + " annotation."),
          Setting.flag(
              "allowEmptyServices",
              false,
              "A Service without ready endpoints answers 503; else its paths make no router."),
          Setting.flag(
              "allowExternalNameServices",
              false,
              "ExternalName Services are served; else their paths make no router."),
          Setting.flag(
              "entryPoints.web.asDefault",
              false,
              "Routers that name no entry point are on those marked as default; without any, on"
                  + " all."),
          Setting.flag(
              "entryPoints.websecure.asDefault",
              false,
              "Routers that name no entry point are on those marked as default; without any, on"
                  + " all."),
          Setting.flag(
              "entryPoints.websecure.http.tls",
              false,
              "All routers on websecure (port 443) have TLS, also without router.tls."));

  private static final List<Setting> NGINX =
      List.of(
          Setting.text(
              "ingressClass", "nginx", "The value of the old class annotation that counts."),
          Setting.text(
              "controllerClass",
              NginxClasses.CONTROLLER,
              "The controller of the IngressClasses that are served."),
          Setting.flag(
              "ingressClassByName", false, "An IngressClass with the name of ingressClass counts."),
          Setting.flag(
              "watchIngressWithoutClass", false, "Ingresses without any class are served."),
          Setting.flag(
              "strictValidatePathType",
              true,
              "An Ingress with other characters than letters, digits and . _ - / in a Prefix or"
                  + " Exact path is dropped."),
          Setting.flag(
              "allowSnippetAnnotations", false, "Else Ingresses with snippets are dropped."),
          Setting.text(
              "defaultBackendService",
              "",
              "namespace/name of the Service for what no router takes; without it, 404."),
          Setting.flag("disableSvcExternalName", false, "ExternalName Services are not served."));

  private static final List<Setting> BOTH =
      List.of(
          Setting.flag(
              TraefikOptions.TO_WEBSECURE,
              false,
              "Entry point web redirects everything to websecure, before any router is asked."),
          Setting.flag(
              "http.sanitizePath",
              true,
              "The entry points resolve . and .. and merge slashes in the path before matching."),
          Setting.flag(
              "http.encodeQuerySemicolons",
              false,
              "A semicolon in the query becomes %3B; else it becomes &."),
          escape("allowEncodedSlash", "%2F"),
          escape("allowEncodedBackSlash", "%5C"),
          escape("allowEncodedNullCharacter", "%00"),
          escape("allowEncodedSemicolon", "%3B"),
          escape("allowEncodedPercent", "%25"),
          escape("allowEncodedQuestionMark", "%3F"),
          escape("allowEncodedHash", "%23"));

  private TraefikSettings() {}

  private static Setting escape(String option, String escape) {
    return Setting.flag(
        "encodedCharacters." + option,
        true,
        "Else a path with " + escape + " is answered with 400, as Traefik 3.6.4 to 3.6.6 did.");
  }

  /** Of the dialect that has either provider. */
  public static List<Setting> ofBothProviders() {
    Setting provider =
        Setting.choice(
            TraefikOptions.PROVIDER,
            List.of("kubernetesIngress", TraefikOptions.NGINX),
            "Which provider reads the Ingresses: Traefik's own, or the one that understands the"
                + " annotations of ingress-nginx.");
    return Stream.of(List.of(provider), NATIVE, NGINX.subList(1, NGINX.size()), BOTH)
        .flatMap(List::stream)
        .toList();
  }

  /** Of the ingress-nginx provider. */
  public static List<Setting> ofNginxProvider() {
    return Stream.of(NGINX, BOTH).flatMap(List::stream).toList();
  }

  /** An option that was set to something else, and was not tried with the real program. */
  static Optional<String> changed(DialectConfig config, boolean nginx) {
    return Stream.of(nginx ? NGINX : NATIVE, BOTH)
        .flatMap(List::stream)
        .filter(setting -> !setting.key().equals("strictPrefixMatching"))
        .filter(setting -> config.find(setting.key()).isPresent())
        .filter(setting -> !setting.initial().equals(config.get(setting.key(), "")))
        .map(Setting::key)
        .findFirst();
  }

  public static DialectConfig withNginxProvider(DialectConfig config) {
    return config.with(TraefikOptions.PROVIDER, TraefikOptions.NGINX);
  }
}
