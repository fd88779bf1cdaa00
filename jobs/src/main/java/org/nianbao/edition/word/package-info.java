/** The draft as a Word document, made from a template. */
package org.nianbao.edition.word;
