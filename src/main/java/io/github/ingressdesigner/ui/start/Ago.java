package io.github.ingressdesigner.ui.start;

import io.github.ingressdesigner.ui.common.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How long ago something was, as people say it. */
public final class Ago {
  private static final DateTimeFormatter THIS_YEAR =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter OTHER_YEAR =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private Ago() {}

  /** "today", "yesterday", "3 days ago", "last week", "12 October". */
  public static String words(Instant at, Instant now, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(at, zone);
    LocalDate today = LocalDate.ofInstant(now, zone);
    long days = ChronoUnit.DAYS.between(day, today);
    if (days <= 0) {
      return Messages.text("start.ago.today");
    }
    if (days == 1) {
      return Messages.text("start.ago.yesterday");
    }
    if (days < 7) {
      return Messages.text("start.ago.days", days);
    }
    if (days < 14) {
      return Messages.text("start.ago.week");
    }
    return (day.getYear() == today.getYear() ? THIS_YEAR : OTHER_YEAR).format(day);
  }
}
