/**
 * The text of an edition: sections, sentences and tables made of facts alone, before any document
 * format. What only a person can write is a gap, never an invention.
 */
package org.nianbao.draft;
