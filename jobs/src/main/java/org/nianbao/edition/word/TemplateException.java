package org.nianbao.edition.word;

/** A file cannot be the template of drafts; the message says why, and what to do. */
public final class TemplateException extends Exception {
  private static final long serialVersionUID = 1L;

  TemplateException(String message) {
    super(message);
  }
}
