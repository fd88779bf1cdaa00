package org.nianbao.sample;

import java.time.LocalDate;

/**
 * One item of information on one channel.
 *
 * @param id index number, or empty
 * @param number of an official document, or empty
 * @param interprets index number of the document it interprets, or empty
 */
record Publication(
    String town,
    String channel,
    String id,
    String title,
    String category,
    LocalDate publishedOn,
    LocalDate createdOn,
    String number,
    String interprets,
    boolean repost) {

  /** The same item on another channel. */
  Publication on(String other, boolean withId) {
    return new Publication(
        town,
        other,
        withId ? id : "",
        title,
        category,
        publishedOn,
        createdOn,
        number,
        interprets,
        repost);
  }

  Publication interpreting(Publication document) {
    String name = "《" + document.title + "》解读";
    return new Publication(
        town, channel, id, name, category, publishedOn, publishedOn, "", document.id, false);
  }
}
